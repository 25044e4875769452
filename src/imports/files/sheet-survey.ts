import { refuse } from '../findings.js';
import { decodeEntities } from './cell-html.js';
import type { Merge } from './source-table.js';

/** Twenty times the largest plan we expect. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 100;
/** No tag of a sheet holds a bracket inside, so that a broken file is looked over as fast as a whole one. */
const TAG = /<(?:\w+:)?(row|col|c|f|v|is|mergeCell)\b([^<>]*)>/g;
const LONGEST_ERROR = 200;
const HIDDEN = /\bhidden="(?:1|true)"/;
const ERROR = /\bt="e"/;
const STYLE = /\bs="(\d+)"/;
const NOT_A_NUMBER = /\bt="(?!n")/;
const ADDRESS = /\br="([A-Z]+)(\d+)"/;
const RANGE = /\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/;

/** An error that the program shows in a cell, "#REF!". Rows count from 1, columns from 0, as below. */
export interface ErrorCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface SheetSurvey {
  readonly merges: readonly Merge[];
  readonly errors: readonly ErrorCell[];
  /** Numbers that the program shows as per cent. */
  readonly percents: readonly Omit<ErrorCell, 'text'>[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/**
 * Looks over the XML of one sheet before it is parsed: refuses formulas and sheets too large, finds what the parser does not tell.
 * @param percent numbers of the styles that show per cent
 * @throws DomainError import.formula-refused, import.too-many-rows, import.file-too-large
 */
export function surveySheet(xml: string, sheet: string, percent: ReadonlySet<number>): SheetSurvey {
  const merges: Merge[] = [];
  const errors: ErrorCell[] = [];
  const percents: SheetSurvey['percents'][number][] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  let rows = 0;
  let cell: Cell = { row: 0, column: '', isError: false, isPercent: false };
  for (const { 0: whole, 1: tag, 2: attributes = '', index } of xml.matchAll(TAG)) {
    if (tag === 'row' && ++rows > MAX_ROWS) refuse('import.too-many-rows', 'make-smaller', { sheet, limit: MAX_ROWS });
    if (tag === 'row' && HIDDEN.test(attributes)) hiddenRows.push(numberIn(attributes, 'r') || rows);
    if (tag === 'col' && HIDDEN.test(attributes)) hiddenColumns.push(...columnsIn(attributes));
    if (tag === 'c') cell = cellOf(attributes, percent);
    if (tag === 'f') refuse('import.formula-refused', 'paste-values', { sheet, row: cell.row, column: cell.column });
    if (tag === 'v' || tag === 'is') refuseFarAway(cell, sheet);
    if (tag === 'v' && cell.isError)
      errors.push(errorIn(cell, xml.slice(index + whole.length, index + whole.length + LONGEST_ERROR)));
    if (tag === 'v' && cell.isPercent) percents.push({ row: cell.row, column: columnNumber(cell.column) });
    if (tag === 'mergeCell') merges.push(...rangeIn(attributes));
  }
  return { merges, errors, percents, hiddenRows, hiddenColumns };
}

interface Cell {
  readonly row: number;
  readonly column: string;
  readonly isError: boolean;
  readonly isPercent: boolean;
}

const cellOf = (attributes: string, percent: ReadonlySet<number>): Cell => ({
  ...addressIn(attributes),
  isError: ERROR.test(attributes),
  isPercent: percent.size > 0 && !NOT_A_NUMBER.test(attributes) && percent.has(Number(STYLE.exec(attributes)?.[1])),
});

const errorIn = ({ row, column }: Cell, behind: string): ErrorCell => ({
  row,
  column: columnNumber(column),
  text: decodeEntities(behind.slice(0, Math.max(0, behind.indexOf('<')))),
});

/** `<col min="3" max="5">` counts from 1. */
function columnsIn(attributes: string): number[] {
  const first = numberIn(attributes, 'min') - 1;
  const last = Math.min(numberIn(attributes, 'max'), MAX_COLUMNS);
  return Array.from({ length: Math.max(0, last - first) }, (_unused, index) => first + index);
}

const numberIn = (attributes: string, name: string): number =>
  Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1] ?? 0);

function refuseFarAway({ row, column }: Cell, sheet: string): void {
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
