import {
  FIELD_HEADERS,
  HEADER_LETTERS,
  HEADER_PATTERNS,
  INDICATOR,
  type PlanField,
} from '../../core/thai/plan-words.js';
import { arabicDigits } from '../../core/thai/digits.js';
import type { SourceRow, SourceTable } from '../files/source-table.js';
import { refuse } from '../findings.js';

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
 * @throws DomainError import.unknown-column when there is a title but the column of methods is not recognised among unknown ones
 */
export function findHeader(table: SourceTable): Header | null {
  const found = table.rows.slice(0, ROWS_SEARCHED).findIndex((row) => isHeader(columnsOf(row)));
  if (found >= 0) {
    const header = wholeHeader(table, found);
    const below = table.rows.slice(header.firstRow);
    const columns = withoutFigures(columnsOf({ number: found, cells: header.cells }), below);
    refuseUnreadable(columns, table, found);
    return { firstRow: header.firstRow, columns };
  }
  const almost = table.rows.slice(0, ROWS_SEARCHED).findIndex((row) => isAlmostHeader(columnsOf(row)));
  if (almost >= 0) refuseUnreadable(columnsOf(table.rows[almost]), table, almost);
  return null;
}

/**
 * The header text of every column, as many as the widest row has. Where the title cell spans rows, the rows beside it are
 * sub-headers; a cell that spans columns heads each of them.
 */
function wholeHeader(table: SourceTable, index: number): { cells: string[]; firstRow: number } {
  const top = table.rows[index];
  const titleAt = columnOf(columnsOf(top), 'title');
  const spanning = table.merges.filter(({ firstRow }) => firstRow === top?.number);
  const lastRow = spanning.find(({ firstColumn }) => firstColumn === titleAt)?.lastRow ?? top?.number ?? 0;
  const rows = table.rows.slice(index).filter(({ number }) => number <= lastRow);
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const cells = Array.from({ length: width }, (_unused, column) => {
    const over = spanning.find(({ firstColumn, lastColumn }) => firstColumn < column && column <= lastColumn);
    return [over ? top?.cells[over.firstColumn] : '', ...rows.map((row) => row.cells[column])]
      .filter(Boolean)
      .join(' ');
  });
  return { cells, firstRow: index + rows.length };
}

/** A header row that is printed again on the next page. */
export function isRepeatedHeader(row: SourceRow, columns: readonly Column[]): boolean {
  const again = columnsOf(row);
  const filled = again.filter(({ header }) => header !== '');
  return (
    filled.length > 1 &&
    again.every(({ header }, index) => header === '' || bare(columns[index]?.header ?? '').includes(bare(header)))
  );
}

export const columnOf = (columns: readonly Column[], field: PlanField): number =>
  columns.findIndex((column) => column.field === field);

function columnsOf(row: SourceRow | undefined): Column[] {
  const seen = new Set<PlanField>();
  return (row?.cells ?? []).map((cell) => {
    const header = cell
      .replace(/<\/?u>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const field = fieldOf(header);
    if (field === null) return { header, field: null, repeats: null };
    if (seen.has(field)) return { header, field: null, repeats: field };
    seen.add(field);
    return { header, field, repeats: null };
  });
}

function fieldOf(header: string): PlanField | null {
  const words = bare(header);
  if (words === '' || words.length > HEADER_LETTERS) return null;
  return HEADER_PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const isHeader = (columns: readonly Column[]): boolean =>
  columns.some(({ field }) => field === 'title') &&
  columns.filter(({ field }) => field !== null && field !== 'number').length > 1;

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
