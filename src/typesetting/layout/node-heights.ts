import { allLines } from '../lines/line-end.js';
import { Paragraph } from '../lines/paragraph.js';
import type { LooseNode, MeasuredTable, TableLayoutParts } from './pdfmake-parts.js';

/** Lines that must stay together at the top of a text. */
export const LINES_TOGETHER = 2;
/** More lines than this are not counted: the text is taller than a page anyway. */
const MOST_LINES = 400;

/** Height of each line of a text node at a width. Points. */
function lineHeights(paragraph: Paragraph, width: number, most = MOST_LINES): number[] {
  const { face, size, lineHeight } = paragraph.firstStyle;
  const own = face.lineHeight(size) * lineHeight;
  const tallest = Math.max(
    own,
    ...paragraph.spans.map(({ style }) => style.face.lineHeight(style.size) * style.lineHeight),
  );
  return allLines(paragraph, width)
    .slice(0, most)
    .map(() => tallest);
}

/** Whole height of a node at a width; tables and lists are estimated from their texts. Points. */
export function nodeHeight(node: LooseNode, width: number): number {
  return measureNode(node, width, MOST_LINES);
}

/** Height of what must not be parted from the start of a node: its first lines, first row or first item. Points. */
function headHeight(node: LooseNode, width: number): number {
  return measureNode(node, width, LINES_TOGETHER);
}

function measureNode(node: LooseNode, width: number, most: number): number {
  const [left, top, right, bottom] = marginOf(node);
  const inner = width - left - right;
  const isWhole = most > LINES_TOGETHER;
  return top + contentHeight(node, inner, most) + (isWhole ? bottom : 0);
}

function contentHeight(node: LooseNode, width: number, most: number): number {
  if (node['_paragraph'] instanceof Paragraph) return textHeight(node['_paragraph'], width, most);
  const children = childrenOf(node);
  if (children && node['columns'] !== undefined) {
    return Math.max(0, ...children.map((child) => measureNode(child, width / children.length, most)));
  }
  if (children) return stackHeight(children, width, most);
  const table = tableOf(node);
  if (table) return tableHeight(node, table, width, most);
  return numberAt(node, '_height') || numberAt(node, '_minHeight');
}

function textHeight(paragraph: Paragraph, width: number, most: number): number {
  const heights = lineHeights(paragraph, width, most + 1);
  // Three lines can be parted nowhere without leaving one alone.
  const counted = heights.length === LINES_TOGETHER + 1 ? heights : heights.slice(0, most);
  return counted.reduce((sum, height) => sum + height, 0);
}

function stackHeight(children: readonly LooseNode[], width: number, most: number): number {
  if (most > LINES_TOGETHER) return children.reduce((sum, child) => sum + measureNode(child, width, most), 0);
  const first = children[0];
  if (!first) return 0;
  return keepsWithNext(first) ? headingHeight(children, 0, width) : measureNode(first, width, most);
}

/**
 * A heading with the start of what follows it. Points.
 * @param shortRow a first row of a table up to this height begins as a whole
 */
export function headingHeight(siblings: readonly LooseNode[], index: number, width: number, shortRow = 0): number {
  const heading = siblings[index];
  if (!heading) return 0;
  return nodeHeight(heading, width) + heightBelow(siblings, index, width, shortRow);
}

function heightBelow(siblings: readonly LooseNode[], index: number, width: number, shortRow: number): number {
  const next = siblings[index + 1];
  if (next === undefined) return 0;
  if (keepsWithNext(next)) return headingHeight(siblings, index + 1, width, shortRow);
  const table = tableOf(next);
  return table ? tableStart(next, table, width, shortRow) : headHeight(next, width);
}

/** What a table needs to begin: its header rows, a first row that heads a group, and the start of the row below. Points. */
function tableStart(node: LooseNode, table: MeasuredTable, width: number, shortRow: number): number {
  const [left, top, right] = marginOf(node);
  const even = isSettled(table) ? undefined : (width - left - right) / table.widths.length;
  const groupRows: unknown[] = Array.isArray(node['groupRows']) ? node['groupRows'] : [];
  let row = 0;
  let height = top + topRule(node);
  for (; row < (table.headerRows ?? 0) || groupRows.includes(row); row++)
    height += rowHeight(node, table, row, MOST_LINES, even);
  const whole = rowHeight(node, table, row, MOST_LINES, even);
  return height + (whole <= shortRow ? whole : rowHeight(node, table, row, LINES_TOGETHER, even));
}

/** Headings and captions are not left alone at the foot of a page. */
export function keepsWithNext(node: LooseNode): boolean {
  const role = node['role'];
  return (
    role === 'h1' || role === 'h2' || role === 'h3' || role === 'caption' || typeof node['headlineLevel'] === 'number'
  );
}

function tableHeight(node: LooseNode, table: MeasuredTable, width: number, most: number): number {
  const rows = most > LINES_TOGETHER ? table.body.length : (table.headerRows ?? 0) + 1;
  const even = isSettled(table) ? undefined : width / table.widths.length;
  let height = topRule(node);
  for (let row = 0; row < Math.min(rows, table.body.length); row++) height += rowHeight(node, table, row, most, even);
  return height;
}

const isSettled = (table: MeasuredTable): boolean => table.widths.every((column) => columnWidth(column) !== undefined);

/** Known before the columns are settled where it was given. Points. */
function columnWidth({ _calcWidth, width }: MeasuredTable['widths'][number]): number | undefined {
  return _calcWidth ?? (typeof width === 'number' ? width : undefined);
}

/** Height of a table row with padding and its lower rule. @param evenWidth used until the column widths are settled */
export function rowHeight(
  node: LooseNode,
  table: MeasuredTable,
  row: number,
  most: number,
  evenWidth?: number,
): number {
  const cells = table.body[row] ?? [];
  let tallest = 0;
  cells.forEach((cell, column) => {
    const spansRows = typeof cell['rowSpan'] === 'number' && cell['rowSpan'] > 1;
    if (cell['_span'] === true || spansRows) return;
    tallest = Math.max(tallest, measureNode(cell, evenWidth ?? spannedWidth(node, table, cell, column), most));
  });
  return tallest + rowPadding(node, row);
}

/** Whole height of the tallest cell of a row with its paddings, cells that span rows included. Points. */
export function tallestCell(node: LooseNode, table: MeasuredTable, row: number): number {
  const cells = (table.body[row] ?? []).map((cell, column) =>
    cell['_span'] === true ? 0 : nodeHeight(cell, spannedWidth(node, table, cell, column)),
  );
  return Math.max(0, ...cells) + rowPadding(node, row);
}

/** Height of the rule above a table. Points. */
export function topRule(node: LooseNode): number {
  return layoutOf(node).hLineWidth(0, node);
}

/** Height of a row's paddings and its lower rule. Points. */
export function rowPadding(node: LooseNode, row: number): number {
  const layout = layoutOf(node);
  return layout.paddingTop(row, node) + layout.paddingBottom(row, node) + layout.hLineWidth(row + 1, node);
}

function spannedWidth(node: LooseNode, table: MeasuredTable, cell: LooseNode, column: number): number {
  const span = typeof cell['colSpan'] === 'number' ? cell['colSpan'] : 1;
  const offsets = (node['_offsets'] as { offsets: number[] }).offsets; // pdfmake has measured the table
  let width = 0;
  for (let at = column; at < column + span; at++) {
    const own = table.widths[at];
    width += ((own && columnWidth(own)) ?? 0) + (at > column ? (offsets[at] ?? 0) : 0);
  }
  return width;
}

function layoutOf(node: LooseNode): TableLayoutParts {
  return node['_layout'] as TableLayoutParts; // pdfmake has measured the table
}

function childrenOf(node: LooseNode): LooseNode[] | undefined {
  const list = node['stack'] ?? node['columns'] ?? node['ul'] ?? node['ol'];
  return Array.isArray(list) ? (list as LooseNode[]) : undefined; // pdfmake turns every child into a node
}

function tableOf(node: LooseNode): MeasuredTable | undefined {
  return node['table'] as MeasuredTable | undefined; // pdfmake has measured the table
}

/** Left, top, right, bottom of a measured node, in points. */
export function marginOf(node: LooseNode): [number, number, number, number] {
  const margin = node['_margin'];
  if (!Array.isArray(margin)) return [0, 0, 0, 0];
  const side = (at: number): number => (typeof margin[at] === 'number' ? margin[at] : 0);
  return [side(0), side(1), side(2), side(3)];
}

function numberAt(node: LooseNode, key: string): number {
  const value = node[key];
  return typeof value === 'number' ? value : 0;
}
