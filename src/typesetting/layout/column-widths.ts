import { Paragraph } from '../lines/paragraph.js';
import type { LooseNode, MeasuredTable } from './pdfmake-parts.js';

/** Rows looked at to fit columns; a longer table is sampled evenly. */
const SAMPLED_ROWS = 150;
const STEPS = 32;
/** Words do not fill lines to the last point. */
const RAGGED = 1.06;
/** Headers may claim this much of the room for their longest words. */
const HEADER_SHARE = 0.85;

/**
 * Settles the width of every column in points so that the table fits the room: `fit` columns share it so that the
 * table becomes as short as it can, others follow pdfmake's meaning, and all are narrowed when they do not fit.
 * @param room for the columns' contents, paddings and rules taken off
 * @param fits for each column whether it is a `fit` column
 */
export function settleColumnWidths(table: MeasuredTable, room: number, fits: readonly boolean[]): void {
  const fixed = table.widths.map((column) => fixedWidth(column.width, room));
  const isFitted = fits.includes(true);
  const left = room - fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const flexible = table.widths.map((_, index) => index).filter((index) => fixed[index] === undefined);
  const widths = isFitted ? fitted(table, flexible, left) : flowing(table, flexible, left);
  const wanted = table.widths.map((_, index) => fixed[index] ?? widths.get(index) ?? 0);
  narrowed(wanted, table, room).forEach((width, index) => {
    const column = table.widths[index];
    if (column) Object.assign(column, { width, _calcWidth: width });
  });
}

function fixedWidth(spec: unknown, room: number): number | undefined {
  if (typeof spec === 'number') return spec;
  if (typeof spec === 'string' && spec.endsWith('%')) return (Number.parseFloat(spec) / 100) * room;
  return undefined;
}

/** `auto` columns take what they need, `*` columns share the rest evenly. */
function flowing(table: MeasuredTable, indexes: readonly number[], room: number): Map<number, number> {
  const widths = new Map<number, number>();
  const autos = indexes.filter((index) => table.widths[index]?.width === 'auto');
  const stars = indexes.filter((index) => !autos.includes(index));
  const starMin = Math.max(0, ...stars.map((index) => table.widths[index]?._minWidth ?? 0)) * stars.length;
  const min = autos.reduce((sum, index) => sum + (table.widths[index]?._minWidth ?? 0), 0);
  const max = autos.reduce((sum, index) => sum + (table.widths[index]?._maxWidth ?? 0), 0);
  const share = max <= min ? 0 : Math.max(0, Math.min(1, (room - starMin - min) / (max - min)));
  let left = room;
  for (const index of autos) {
    const column = table.widths[index];
    const width = column ? column._minWidth + (column._maxWidth - column._minWidth) * share : 0;
    widths.set(index, width);
    left -= width;
  }
  for (const index of stars) widths.set(index, Math.max(left / stars.length, starMin / stars.length));
  return widths;
}

/** Never wider than the room: columns above their longest word give first, then all give alike. */
function narrowed(widths: readonly number[], table: MeasuredTable, room: number): number[] {
  const total = sum(widths);
  if (total <= room + 0.01) return [...widths];
  const floors = widths.map((width, index) => Math.min(width, table.widths[index]?._minWidth ?? width));
  const slack = total - sum(floors);
  const excess = total - room;
  if (slack >= excess) return widths.map((width, index) => width - ((width - (floors[index] ?? 0)) * excess) / slack);
  return evened(floors, Math.max(0, room));
}

/** Wide columns are cut to a common width, so that a narrow column keeps its words whole. */
function evened(floors: readonly number[], room: number): number[] {
  let low = 0;
  let high = Math.max(...floors);
  for (let i = 0; i < 40; i++) {
    const cap = (low + high) / 2;
    if (sum(floors.map((floor) => Math.min(floor, cap))) > room) high = cap;
    else low = cap;
  }
  return floors.map((floor) => Math.min(floor, low));
}

interface CellText {
  readonly length: number;
  readonly lineHeight: number;
}

/** Gives the room out in steps, each to the column where it shortens the table most. */
function fitted(table: MeasuredTable, indexes: readonly number[], room: number): Map<number, number> {
  const rows = sampleRows(table).map((row) => indexes.map((index) => cellTexts(row[index])));
  const widths = startingWidths(table, indexes, room);
  const most = indexes.map((index) => table.widths[index]?._maxWidth ?? 0);
  let left = room - sum(widths);
  const step = Math.max(left / STEPS, 0.5);
  while (left > 0.01) {
    const gift = Math.min(step, left);
    const chosen = neediest(rows, widths, most, gift);
    if (chosen === undefined) break;
    widths[chosen] = (widths[chosen] ?? 0) + gift;
    left -= gift;
  }
  const spread = left > 0 && sum(widths) > 0 ? 1 + left / sum(widths) : 1;
  return new Map(indexes.map((index, at) => [index, (widths[at] ?? 0) * spread]));
}

/** No column is narrower than its longest word; header words written together stay whole where there is room for all. */
function startingWidths(table: MeasuredTable, indexes: readonly number[], room: number): number[] {
  const least = indexes.map((index) => Math.min(table.widths[index]?._minWidth ?? 0, room));
  const header = table.body.slice(0, table.headerRows ?? 0);
  const wanted = indexes.map((index, at) =>
    Math.max(least[at] ?? 0, ...header.map((row) => unbrokenWidth(row[index]))),
  );
  return sum(wanted) <= room * HEADER_SHARE ? wanted : least;
}

/** Widest stretch without a space, in points. */
function unbrokenWidth(cell: LooseNode | undefined): number {
  const paragraph = cell?.['_paragraph'];
  if (!(paragraph instanceof Paragraph) || isSpanning(cell?.['colSpan'])) return 0;
  const { text, pen } = paragraph;
  let widest = 0;
  for (const match of text.matchAll(/\S+/g)) {
    widest = Math.max(widest, (pen[match.index + match[0].length] ?? 0) - (pen[match.index] ?? 0));
  }
  return widest;
}

function neediest(
  rows: readonly (readonly CellText[][])[],
  widths: readonly number[],
  most: readonly number[],
  gift: number,
): number | undefined {
  const gains = widths.map(() => 0);
  for (const row of rows) {
    const heights = row.map((cell, column) => cellHeight(cell, widths[column] ?? 1));
    const tallest = Math.max(...heights);
    const second = Math.max(0, ...heights.filter((height) => height < tallest));
    row.forEach((cell, column) => {
      if ((heights[column] ?? 0) < tallest) return;
      const wider = cellHeight(cell, (widths[column] ?? 0) + gift);
      gains[column] = (gains[column] ?? 0) + tallest - Math.max(wider, second);
    });
  }
  const open = gains.map((_, column) => column).filter((column) => (widths[column] ?? 0) < (most[column] ?? 0));
  return open.toSorted((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || (most[b] ?? 0) - (most[a] ?? 0))[0];
}

/** A smooth estimate: with whole lines a small gift would often seem to change nothing. */
function cellHeight(texts: readonly CellText[], width: number): number {
  let height = 0;
  for (const { length, lineHeight } of texts)
    height += Math.max(1, (length * RAGGED) / Math.max(width, 1)) * lineHeight;
  return height;
}

function sampleRows(table: MeasuredTable): LooseNode[][] {
  const every = Math.max(1, Math.ceil(table.body.length / SAMPLED_ROWS));
  return table.body.filter((_, index) => index % every === 0);
}

function cellTexts(cell: LooseNode | undefined): CellText[] {
  if (!cell || cell['_span'] === true || isSpanning(cell['colSpan'])) return [];
  // A cell over several rows needs only its share in each.
  const rows = typeof cell['rowSpan'] === 'number' ? Math.max(1, cell['rowSpan']) : 1;
  const paragraph = cell['_paragraph'];
  if (paragraph instanceof Paragraph) {
    const { face, size } = paragraph.firstStyle;
    return [{ length: (paragraph.pen[paragraph.text.length] ?? 0) / rows, lineHeight: face.lineHeight(size) }];
  }
  const inner = cell['table'] as MeasuredTable | undefined; // pdfmake has measured it
  const children = inner?.body.flat() ?? cell['stack'] ?? cell['columns'] ?? cell['ul'] ?? cell['ol'];
  return Array.isArray(children) ? children.flatMap((child: LooseNode) => cellTexts(child)) : [];
}

function isSpanning(value: unknown): boolean {
  return typeof value === 'number' && value > 1;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
