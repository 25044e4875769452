import { isHeaderRow } from '../core/proofreading/column-role.js';
import { mapText, tighten } from '../core/proofreading/mapped-text.js';
import type { TextBlock } from './pdf-blocks.js';
import { TableDraft, type PlacedRow } from './pdf-table-draft.js';

/** A table found by the places of its words; each row has a cell for every column of the header. */
export interface PlacedTable {
  readonly rows: readonly PlacedRow[];
  /** Blocks [from, to) it is made of. */
  readonly from: number;
  readonly to: number;
}

type Header = readonly TextBlock[];

const FEWEST_COLUMNS = 3;
/** Header cells set in the middle of their height begin at most this far below each other, in type sizes. */
const HEADER_DEPTH = 5;
const TOLERANCE = 3;
const PAGE_NUMBER = /^[-–\s]*(?:หน้า(?:ที่)?\s*)?[\d๐-๙]{1,4}(?:\s*(?:\/|จาก)\s*[\d๐-๙]{1,4})?[-–\s]*$/;

/** Tables whose header names known columns; what cannot be told for sure stays text. */
export function tablesIn(blocks: readonly TextBlock[]): PlacedTable[] {
  const tables: PlacedTable[] = [];
  for (let at = 0; at < blocks.length;) {
    const header = headerAt(blocks, at);
    const table = header.length > 0 ? tableFrom(blocks, at, header) : null;
    if (table && isCredible(table)) tables.push(table);
    at = table ? table.to : at + 1;
  }
  return tables;
}

/** The header cells that begin with this block, from left to right; none when it begins no header. */
function headerAt(blocks: readonly TextBlock[], at: number): Header {
  const first = blocks[at];
  if (!first) return [];
  let end = at + 1;
  for (; end < blocks.length; end += 1) {
    const [before, next] = [blocks[end - 1], blocks[end]];
    const isBeside = next?.page === first.page && next.left > (before?.right ?? 0) - TOLERANCE;
    if (!next || !isBeside || Math.abs(next.top - first.top) > first.size * HEADER_DEPTH) break;
  }
  const cells = blocks.slice(at, end);
  return cells.length >= FEWEST_COLUMNS && isHeaderRow(cells.map(({ text }) => tighten(mapText(text)).text))
    ? cells
    : [];
}

function tableFrom(blocks: readonly TextBlock[], from: number, header: Header): PlacedTable {
  const draft = new TableDraft(header.length);
  let at = from;
  for (let block = blocks[at]; block; block = blocks[at]) {
    const repeated = headerAt(blocks, at);
    const column = columnOf(header, block);
    if (repeated.length === header.length) draft.header(repeated);
    else if (repeated.length > 0) break;
    else if (!isPageNumber(blocks, at) || isUnder(header[0], block)) {
      if (column !== null) draft.place(block, column);
      else if (isGroup(header, block, blocks[at + 1])) draft.group(block);
      else break;
    }
    at += repeated.length || 1;
  }
  return { rows: draft.rows, from, to: at - draft.dropHeadings() };
}

/** A number in the first column is that of a row. */
const isUnder = (first: TextBlock | undefined, { left, right }: TextBlock): boolean =>
  first !== undefined && left > first.left - TOLERANCE * 4 && right < first.right + TOLERANCE * 4;

/** First or last on its page. */
function isPageNumber(blocks: readonly TextBlock[], at: number): boolean {
  const isAtEdge = [blocks[at - 1], blocks[at + 1]].some((other) => other?.page !== blocks[at]?.page);
  return isAtEdge && PAGE_NUMBER.test(blocks[at]?.text ?? '');
}

const GROUP = /^(?:[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})*[.)]?\s?[ก-๙]|ส่วนที่|ด้านที่|มิติที่|ตัวชี้วัดที่)|\(ต่อ\)$/;
const MOST_LINES_OF_GROUP = 3;

/** A numbered heading across the columns, with rows below it. */
function isGroup(header: Header, block: TextBlock, next: TextBlock | undefined): boolean {
  const isHeading = block.lines <= MOST_LINES_OF_GROUP && GROUP.test(block.text.trim());
  const hasRows = next?.page === block.page && next.top < block.top && columnOf(header, next) !== null;
  return isHeading && hasRows && block.left < (header[0]?.right ?? 0);
}

/** The column under whose header a block stands; null for a text that reaches over the next column, or lies beside the table. */
function columnOf(header: Header, block: TextBlock): number | null {
  const first = header[0];
  const last = header[header.length - 1];
  if (!first || !last) return null;
  let column = header.findIndex(({ right }) => right > block.left + TOLERANCE);
  if (column < 0) return null;
  const before = header[column - 1];
  if (before && block.right < (header[column]?.left ?? 0) && block.left < before.right) column -= 1;
  const next = header[column + 1];
  const isFarLeft = block.right < first.left - (last.right - first.left) / 2;
  return isFarLeft || (next && block.right > next.right) ? null : column;
}

const FEWEST_FILLED = 0.5;
const MOST_CUT = 0.6;
/** Points between the baselines of two lines of one cell. */
const NEXT_LINE = 18;

/** Enough cells speak, and the rows are not lines cut through many-lined cells by a file that goes line by line. */
function isCredible({ rows }: PlacedTable): boolean {
  const body = rows.filter(({ kind }) => kind === 'body');
  const cells = body.flatMap((row) => row.cells);
  const filled = cells.filter((cell) => cell.length > 0).length;
  const cut = body.filter((row, index) => isCut(row, body[index + 1])).length;
  return body.length > 0 && filled >= cells.length * FEWEST_FILLED && cut < body.length * MOST_CUT;
}

function isCut(row: PlacedRow, next: PlacedRow | undefined): boolean {
  const [own, other] = [row, next].map((placed) => placed?.cells.flat()[0]);
  const isOneLine = row.cells.flat().every(({ lines }) => lines === 1);
  const isNextLine = own?.page === other?.page && (own?.bottom ?? 0) - (other?.top ?? 0) < NEXT_LINE;
  return isOneLine && isNextLine && row.cells.some((cell) => cell.length === 0);
}
