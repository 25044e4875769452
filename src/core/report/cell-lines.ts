import type { Line } from '../measure/measure.js';

export interface PrintedLine {
  readonly kind: Line['kind'];
  readonly text: string;
}

/** Lines with the marks they are printed with: "1. ", "- "; numbers run on until the next heading. Arabic digits. */
export function printedLines(lines: readonly Line[]): PrintedLine[] {
  let number = 0;
  return lines.map(({ kind, text }) => {
    if (kind === 'heading') number = 0;
    if (kind === 'numbered') number += 1;
    const mark = kind === 'numbered' ? `${number}. ` : kind === 'dash' ? '- ' : '';
    return { kind, text: mark + text };
  });
}
