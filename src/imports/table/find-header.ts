import {
  FIELD_HEADERS,
  HEADER_LETTERS,
  HEADER_PATTERNS,
  INDICATOR,
  type PlanField,
} from '../../core/thai/plan-words.js';
import { arabicDigits } from '../../core/thai/digits.js';
import type { SourceRow, SourceTable } from '../files/source-table.js';
import { refuse, unmarked } from '../findings.js';

export interface Column {
  /** As written, on one line; empty when the column has no header. */
  readonly header: string;
  readonly field: PlanField | null;
  /** The field that an earlier column already holds. */
  readonly repeats: PlanField | null;
}

export interface Header {
  /** Index of the first row below the header. */
  readonly firstRow: number;
  readonly columns: readonly Column[];
}

/** Titles and introductions may stand above the header, but not more than this. */
const ROWS_SEARCHED = 60;

/**
 * The row that names the columns: it has a title column and at least one more that is known.
 * @param before the columns of the table before, which a table as wide may go on under: then a first cell that begins like a header,
 * "โครงการ…", is a measure, and null is returned
 * @throws DomainError import.unknown-column when there is a title but the column of methods is not recognised among unknown ones
 */
export function findHeader(table: SourceTable, before: readonly Column[] | null): Header | null {
  const mayContinue = before !== null && table.rows[0]?.cells.length === before.length;
  for (const index of table.rows.slice(0, ROWS_SEARCHED).keys()) {
    const header = headerAt(table, index);
    if (!isHeader(header.columns) || (mayContinue && !isMostlyKnown(header.columns))) continue;
    const columns = withoutFigures(header.columns, table.rows.slice(header.firstRow));
    refuseUnreadable(columns, table, index);
    return { firstRow: header.firstRow, columns };
  }
  if (mayContinue) return null;
  const almost = table.rows.slice(0, ROWS_SEARCHED).findIndex((row) => isAlmostHeader(columnsOf(row.cells)));
  if (almost >= 0) refuseUnreadable(columnsOf(table.rows[almost]?.cells ?? []), table, almost);
  return null;
}

/**
 * The columns that a row heads, as many as the widest row has. Where a cell of it spans columns or the title cell spans rows, the
 * rows below are sub-headers; a cell that spans columns heads each of them. A column is known by both its texts, or by the lower.
 */
function headerAt(table: SourceTable, index: number): Header {
  const top = table.rows[index];
  const spanning = table.merges.filter(({ firstRow }) => firstRow === top?.number);
  const rows = [...(top ? [top] : []), ...subHeaders(table, index, spanning)];
  if (rows.length === 1 && spanning.length === 0 && !isHeader(columnsOf(top?.cells ?? [])))
    return { columns: [], firstRow: index + 1 };
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const texts = Array.from({ length: width }, (_unused, column) => {
    const over = spanning.find(({ firstColumn, lastColumn }) => firstColumn < column && column <= lastColumn);
    return [over ? (top?.cells[over.firstColumn] ?? '') : '', ...rows.map((row) => row.cells[column] ?? '')].filter(
      (text) => text !== '',
    );
  });
  const joined = texts.map((parts) => parts.join(' '));
  return {
    columns: columnsOf(
      joined,
      texts.map((parts) => parts.at(-1) ?? ''),
    ),
    firstRow: index + rows.length,
  };
}

/** The rows under a header that its title cell spans; or the one below a cell that spans columns, when it holds headers only. */
function subHeaders(table: SourceTable, index: number, spanning: SourceTable['merges']): readonly SourceRow[] {
  const top = table.rows[index];
  const titleAt = columnOf(columnsOf(top?.cells ?? []), 'title');
  const lastRow = spanning.find(({ firstColumn }) => firstColumn === titleAt)?.lastRow ?? top?.number ?? 0;
  const spanned = table.rows.slice(index + 1).filter(({ number }) => number <= lastRow);
  if (spanned.length > 0 || titleAt < 0) return spanned;
  const below = table.rows[index + 1];
  const filled = columnsOf(below?.cells ?? []).filter(({ header }) => header !== '');
  const isUnderSpan = spanning.some(({ firstColumn, lastColumn }) => lastColumn > firstColumn);
  const isSubHeader = isUnderSpan && filled.length > 0 && filled.every(({ field, repeats }) => field ?? repeats);
  return below && isSubHeader && (below.cells[titleAt] ?? '') === '' ? [below] : [];
}

/** A header row that is printed again on the next page. */
export function isRepeatedHeader(row: SourceRow, columns: readonly Column[]): boolean {
  const again = columnsOf(row.cells);
  const filled = again.filter(({ header }) => header !== '');
  return (
    filled.length > 1 &&
    again.every(({ header }, index) => header === '' || bare(columns[index]?.header ?? '').includes(bare(header)))
  );
}

export const columnOf = (columns: readonly Column[], field: PlanField): number =>
  columns.findIndex((column) => column.field === field);

/** @param lower the header nearest to the column, where headers stand in several rows */
function columnsOf(cells: readonly string[], lower: readonly string[] = cells): Column[] {
  const seen = new Set<PlanField>();
  return cells.map((cell, index) => {
    const header = onOneLine(cell);
    const field = fieldOf(header) ?? fieldOf(onOneLine(lower[index] ?? ''));
    if (field === null) return { header, field: null, repeats: null };
    if (seen.has(field)) return { header, field: null, repeats: field };
    seen.add(field);
    return { header, field, repeats: null };
  });
}

const onOneLine = (cell: string): string => unmarked(cell).replace(/\s+/g, ' ').trim();

function fieldOf(header: string): PlanField | null {
  const words = bare(header);
  if (words === '' || words.length > HEADER_LETTERS) return null;
  return HEADER_PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const isHeader = (columns: readonly Column[]): boolean =>
  columns.some(({ field }) => field === 'title') &&
  columns.filter(({ field }) => field !== null && field !== 'number').length > 1;

const isMostlyKnown = (columns: readonly Column[]): boolean => {
  const filled = columns.filter(({ header }) => header !== '');
  return filled.filter(({ field, repeats }) => field ?? repeats).length * 2 > filled.length;
};

const isAlmostHeader = (columns: readonly Column[]): boolean =>
  columns.some(({ field }) => field === 'title') && columns.filter(({ header }) => header !== '').length > 2;

/** "ตัวชี้วัด" is also what a target figure is called; only cells that name an ITA indicator make it the indicator column. */
function withoutFigures(columns: readonly Column[], rows: readonly SourceRow[]): Column[] {
  return columns.map((column, index) => {
    if (column.field !== 'indicator') return column;
    const cells = rows.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '');
    return cells.some((cell) => indicatorsIn(cell).length > 0) ? column : { ...column, field: null };
  });
}

/** ITA indicators named in a text, "ตัวชี้วัดที่ ๑", or a bare number in an indicator cell. */
export function indicatorsIn(text: string): number[] {
  const bareNumbers = /^[\s,]*(?:(?:๑๐|10|[1-9๑-๙])[\s,]*)+$/.test(text)
    ? [...text.matchAll(/๑๐|10|[1-9๑-๙]/g)].map(([digits]) => digits)
    : [];
  const named = [...text.matchAll(INDICATOR)].map(([, digits = '']) => digits);
  return [...new Set([...named, ...bareNumbers].map(indicatorNumber))].sort((one, other) => one - other);
}

const indicatorNumber = (digits: string): number => Number(arabicDigits(digits));

function refuseUnreadable(columns: readonly Column[], table: SourceTable, index: number): void {
  const unknown = columns.filter(({ header, field, repeats }) => header !== '' && field === null && repeats === null);
  if (columnOf(columns, 'methods') >= 0 || unknown.length === 0) return;
  refuse('import.unknown-column', 'name-columns', {
    sheet: table.name,
    row: table.rows[index]?.number,
    column: unknown.map(({ header }) => header).join(', '),
    missing: FIELD_HEADERS.methods,
  });
}

const bare = (text: string): string => text.replace(/\s+/g, '');
