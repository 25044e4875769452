import { refuse } from '../findings.js';
import type { Merge } from './source-table.js';

/** Twenty times the largest plan we expect. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 100;
/** No tag of a sheet holds a bracket inside, so that a broken file is looked over as fast as a whole one. */
const TAG = /<(?:\w+:)?(row|c|f|v|is|mergeCell)\b([^<>]*)>/g;
const ADDRESS = /\br="([A-Z]+)(\d+)"/;
const RANGE = /\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/;

/**
 * Looks over the XML of one sheet before it is parsed: refuses formulas and sheets too large, returns the merged ranges.
 * @throws DomainError import.formula-refused, import.too-many-rows, import.file-too-large
 */
export function surveySheet(xml: string, sheet: string): Merge[] {
  const merges: Merge[] = [];
  let rows = 0;
  let cell: { row: number; column: string } = { row: 0, column: '' };
  for (const [, tag, attributes = ''] of xml.matchAll(TAG)) {
    if (tag === 'row' && ++rows > MAX_ROWS) refuse('import.too-many-rows', 'make-smaller', { sheet, limit: MAX_ROWS });
    if (tag === 'c') cell = addressIn(attributes);
    if (tag === 'f') refuse('import.formula-refused', 'paste-values', { sheet, ...cell });
    if (tag === 'v' || tag === 'is') refuseFarAway(cell, sheet);
    if (tag === 'mergeCell') merges.push(...rangeIn(attributes));
  }
  return merges;
}

function refuseFarAway({ row, column }: { row: number; column: string }, sheet: string): void {
  if (row > MAX_ROWS) refuse('import.too-many-rows', 'make-smaller', { sheet, row, limit: MAX_ROWS });
  if (columnNumber(column) >= MAX_COLUMNS)
    refuse('import.file-too-large', 'make-smaller', { sheet, row, column, columns: MAX_COLUMNS });
}

function addressIn(attributes: string): { row: number; column: string } {
  const [, column = '', row = '0'] = ADDRESS.exec(attributes) ?? [];
  return { row: Number(row), column };
}

function rangeIn(attributes: string): Merge[] {
  const [range, firstColumn = '', firstRow, lastColumn = '', lastRow] = RANGE.exec(attributes) ?? [];
  if (range === undefined) return [];
  const columns = { firstColumn: columnNumber(firstColumn), lastColumn: columnNumber(lastColumn) };
  return [{ firstRow: Number(firstRow), lastRow: Number(lastRow), ...columns }];
}

/** A -> 0, AB -> 27 */
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
