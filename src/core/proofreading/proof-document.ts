import type { MappedText } from './mapped-text.js';

export type ColumnRole =
  | 'order'
  | 'measure'
  | 'indicator'
  | 'method'
  | 'period'
  | 'responsible'
  | 'result'
  | 'outcome'
  | 'monitoring'
  | 'score';

/** A stretch that is read as one text: a title line, a paragraph, or a cell with its continuations on later pages. */
export interface Passage {
  readonly part: 'title' | 'paragraph' | 'header' | 'cell';
  readonly line: number;
  /** Spaces kept (one each) and spaces removed; both map back to the original. */
  readonly loose: MappedText;
  readonly tight: MappedText;
  /** Parts of the original this passage is made of, in order. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  readonly table: number | null;
  readonly row: number | null;
  readonly rowLabel: string | null;
  readonly column: number | null;
  readonly columnTitle: string | null;
  readonly role: ColumnRole | null;
}

export interface Column {
  readonly title: string;
  readonly role: ColumnRole | null;
}

export interface ProofRow {
  /** Counted from 1 through the whole table. */
  readonly number: number;
  readonly label: string | null;
  readonly cells: readonly Passage[];
  /** Range of the first line of the row. */
  readonly start: number;
  readonly end: number;
}

/** A line that spans the table; `label` is its number in Arabic digits. */
export interface GroupRow {
  readonly label: string | null;
  readonly passage: Passage;
  readonly isContinuation: boolean;
  /** Number of the row that follows it. */
  readonly beforeRow: number;
}

export interface ProofTable {
  readonly number: number;
  readonly columns: readonly Column[];
  /** Every printed header row, first and repeated. */
  readonly headers: readonly (readonly Passage[])[];
  readonly rows: readonly ProofRow[];
  readonly groups: readonly GroupRow[];
  /** First cells of continuation rows: they repeat a title with "(continued)". */
  readonly repeatedTitles: readonly { readonly title: Passage; readonly of: number }[];
}

export type Block =
  | { readonly kind: 'text'; readonly passage: Passage; readonly isHeading: boolean; readonly isListItem: boolean }
  | { readonly kind: 'table'; readonly table: ProofTable };

/** A document as the rules see it. `text` is the original that all offsets count in. */
export interface ProofDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Every table of the document, in order. */
export const tablesOf = (document: ProofDocument): ProofTable[] =>
  document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

/** The cell of a row in the first column with this role; undefined when the table has no such column. */
export function cellOf(table: ProofTable, row: ProofRow, role: ColumnRole): Passage | undefined {
  const columns = columnsByRole.get(table) ?? firstColumns(table);
  columnsByRole.set(table, columns);
  const index = columns.get(role);
  return index === undefined ? undefined : row.cells[index];
}

/** Every rule asks for cells of every row; the header is read once. */
const columnsByRole = new WeakMap<ProofTable, ReadonlyMap<ColumnRole, number>>();

const firstColumns = ({ columns }: ProofTable): ReadonlyMap<ColumnRole, number> =>
  new Map(columns.flatMap(({ role }, index) => (role === null ? [] : [[role, index] as const])).reverse());

/** The cell that names the row: the measure, or the indicator when the table is organised by indicator. */
export const titleCellOf = (table: ProofTable, row: ProofRow): Passage | undefined =>
  cellOf(table, row, 'measure') ?? cellOf(table, row, 'indicator');
