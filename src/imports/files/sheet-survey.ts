import { refuse } from '../findings.js';
import type { Merge } from './source-table.js';

/** Twenty times the largest plan we expect. */
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 100;
const ROW = /<(?:\w+:)?row\b/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const FORMULA = /<(?:\w+:)?f[\s>/]/;
const VALUE = /<(?:\w+:)?(?:v|is)[\s>]/;
const MERGE = /<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;

/**
 * Looks over the XML of one sheet before it is parsed: refuses formulas and sheets too large, returns the merged ranges.
 * @throws DomainError import.formula-refused, import.too-many-rows, import.file-too-large
 */
export function surveySheet(xml: string, sheet: string): Merge[] {
  if ((xml.match(ROW)?.length ?? 0) > MAX_ROWS)
    refuse('import.too-many-rows', 'make-smaller', { sheet, limit: MAX_ROWS });
  for (const [, attributes = '', content = ''] of xml.matchAll(CELL)) {
    const address = /\br="([A-Z]+)(\d+)"/.exec(attributes);
    const column = address?.[1] ?? null;
    const row = Number(address?.[2] ?? 0);
    if (FORMULA.test(content)) refuse('import.formula-refused', 'paste-values', { sheet, row, column });
    if (!VALUE.test(content)) continue;
    if (row > MAX_ROWS) refuse('import.too-many-rows', 'make-smaller', { sheet, row, limit: MAX_ROWS });
    if (column && columnNumber(column) >= MAX_COLUMNS)
      refuse('import.file-too-large', 'make-smaller', { sheet, column });
  }
  return [...xml.matchAll(MERGE)].map(([, firstColumn = 'A', firstRow, lastColumn = 'A', lastRow]) => ({
    firstRow: Number(firstRow),
    lastRow: Number(lastRow),
    firstColumn: columnNumber(firstColumn),
    lastColumn: columnNumber(lastColumn),
  }));
}

/** A -> 0, AB -> 27 */
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
