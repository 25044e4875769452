import { importProgressText } from '../../templates/console/import-progress.js';
import { isLongImport } from '../imports/runs/ask-import.js';

const LINES = 20;

/**
 * Tells somebody at a terminal how far a long import is: on one line that is written over, or on at most twenty lines in a log.
 * @returns nothing to tell with when the import is short
 */
export function progressOn(
  output: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
  measures: number,
): ((settled: number) => Promise<void>) | undefined {
  if (!isLongImport(measures)) return undefined;
  let toldParts = 0;
  return (settled) => {
    const isLast = settled === measures;
    const parts = Math.floor((settled / measures) * LINES);
    if (output.isTTY) output.write(`\r${importProgressText(settled, measures)}${isLast ? '\n' : ''}`);
    else if (parts > toldParts) output.write(`${importProgressText(settled, measures)}\n`);
    toldParts = parts;
    return Promise.resolve();
  };
}
