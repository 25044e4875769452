import { settleColumnWidths } from './column-widths.js';
import { LINES_TOGETHER, rowHeight } from './node-heights.js';
import { isBelow, roomForClosing } from './page-ends.js';
import {
  TableProcessor,
  type LooseNode,
  type MeasuredTable,
  type Repeatable,
  type TableProcessorParts,
} from './pdfmake-parts.js';
import type { ThaiLayout } from './thai-layout.js';

/** A row shorter than this share of the page is moved whole rather than parted. */
const SHORT_ROW = 0.22;
const WHOLE = 400;

/** Lays one table: settled columns, rows that part well, and group rows repeated on the next page. */
export class TableFlow {
  private readonly table: MeasuredTable;
  private readonly processor: TableProcessorParts;
  private readonly continued: ReadonlyMap<number, LooseNode[]>;
  private group: Repeatable | undefined;

  constructor(
    private readonly layout: ThaiLayout,
    private readonly node: LooseNode,
  ) {
    this.table = node['table'] as MeasuredTable; // pdfmake has measured the table
    this.processor = new TableProcessor(node);
    const continued = node['_continuedRows'];
    this.continued = continued instanceof Map ? (continued as Map<number, LooseNode[]>) : new Map(); // made by our measure
  }

  run(): void {
    const { writer } = this.layout;
    this.layout.nestedLevel++;
    const offsets = this.node['_offsets'] as { total: number }; // pdfmake has measured the table
    const fitted = Array.isArray(this.node['_fitted']) ? (this.node['_fitted'] as boolean[]) : []; // set by our measure
    settleColumnWidths(this.table, writer.context().availableWidth - offsets.total, fitted);
    this.processor.beginTable(writer);
    for (let row = 0; row < this.table.body.length; row++) this.placeRow(row);
    this.endGroup();
    this.processor.endTable(writer);
    this.layout.nestedLevel--;
    if (this.layout.nestedLevel === 0) Object.assign(writer.context(), { marginXTopParent: null });
  }

  private placeRow(row: number): void {
    const startsGroup = this.continued.has(row);
    if (startsGroup) this.endGroup();
    this.moveRowIfItPartsBadly(row);
    const { writer } = this.layout;
    const [page, withheld] = [writer.context().page, this.roomToWithhold(row)];
    writer.context().availableHeight -= withheld;
    this.layRow(row, this.table.body[row] ?? []);
    if (writer.context().page === page) writer.context().availableHeight += withheld;
    if (startsGroup) this.beginGroup(row);
  }

  private layRow(row: number, cells: LooseNode[]): void {
    const { writer } = this.layout;
    this.noteSpanStarts(row);
    this.processor.beginRow(row, writer);
    const pageBefore = writer.context().page;
    const margin = this.node['_margin'];
    const result = this.layout.processRow({
      marginX: Array.isArray(margin) ? [margin[0], margin[2]] : [0, 0],
      dontBreakRows: this.processor.dontBreakRows,
      rowsWithoutPageBreak: this.processor.rowsWithoutPageBreak,
      cells,
      widths: this.table.widths,
      gaps: (this.node['_offsets'] as { offsets: number[] }).offsets, // pdfmake has measured the table
      tableBody: this.table.body,
      tableNode: this.node,
      rowIndex: row,
      height: this.fixedHeight(row),
    });
    const positions = this.node['positions'] as unknown[]; // set by pdfmake for the node in hand
    for (const position of result.positions) positions.push(position);
    this.addBreakOfSpan(row, pageBefore, result.pageBreaks);
    this.ruleSpanningCellsAtBreaks(row, result.pageBreaks);
    this.processor.endRow(row, writer, result.pageBreaks);
  }

  /** Room left empty at the foot of the page so that the last row's end stands with what closes the document. Points. */
  private roomToWithhold(row: number): number {
    const closing = this.closingAfter(row);
    if (closing === 0 || this.layout.writer.transactionLevel > 0) return 0;
    const page = this.layout.bodyHeight() - this.repeatedHeight();
    const room = this.layout.writer.context().availableHeight;
    return roomForClosing({
      room,
      page,
      closing,
      whole: rowHeight(this.node, this.table, row, WHOLE),
      carried: rowHeight(this.node, this.table, row, LINES_TOGETHER),
    });
  }

  /** Height of what stands again at the top of every page: header rows, and a group's row. */
  private repeatedHeight(): number {
    const rows = Array.from({ length: this.processor.headerRows }, (_, row) => row);
    const heights = rows.map((row) => rowHeight(this.node, this.table, row, WHOLE));
    return heights.reduce((sum, height) => sum + height, this.group?.height ?? 0);
  }

  /** Height of what closes the document, when it follows this row. */
  private closingAfter(row: number): number {
    const closing = this.node['_closing'];
    return typeof closing === 'number' && row === this.table.body.length - 1 ? closing : 0;
  }

  private noteSpanStarts(row: number): void {
    if (!this.processor.dontBreakRows) return;
    const { y, page } = this.layout.writer.context();
    for (const cell of this.table.body[row] ?? []) {
      if (isMany(cell['rowSpan'])) Object.assign(cell, { _startingRowSpanY: y, _startingRowSpanPage: page });
    }
  }

  private addBreakOfSpan(row: number, page: number, pageBreaks: unknown[]): void {
    if (pageBreaks.length > 0) return;
    const found = this.layout._findSameRowPageBreakByRowSpanData(this.node['_breaksBySpan'] ?? null, page, row);
    if (found) pageBreaks.push(this.layout._getPageBreakListBySpan(this.node, found.prevPage, row));
  }

  private fixedHeight(row: number): number | undefined {
    const { heights } = this.table;
    const height: unknown = typeof heights === 'function' ? (heights as (row: number) => unknown)(row) : heights; // pdfmake's contract
    const own: unknown = Array.isArray(height) ? height[row] : height;
    return typeof own === 'number' ? own : undefined;
  }

  private moveRowIfItPartsBadly(row: number): void {
    const isFree = row >= Math.max(1, this.processor.rowsWithoutPageBreak) && !this.processor.dontBreakRows;
    if (!isFree || this.spanReachesBelow(row)) return;
    if (!this.layout.isTooShort(this.heightToStart(row))) return;
    const hasRules = this.processor.layout.hLineWhenBroken !== false;
    if (hasRules) this.ruleSpanningCells(row);
    this.layout.writer.moveToNextPage();
    if (!hasRules || this.processor.headerRows > 0) return;
    this.processor.drawHorizontalLine(row, this.layout.writer);
    this.ruleSpanningCells(row);
  }

  /** Whether a cell from above that goes on beside this row has text further down this page: the row then goes on beside it. */
  private spanReachesBelow(row: number): boolean {
    const { page, y } = this.layout.writer.context();
    return this.processor.rowSpanData.some(({ rowSpan }, column) => {
      if (rowSpan === 0) return false;
      let start = row - 1;
      while (start > 0 && this.table.body[start]?.[column]?.['_span'] === true) start--;
      const positions = this.table.body[start]?.[column]?.['positions'];
      return Array.isArray(positions) && positions.some((place) => isBelow(place, page + 1, y));
    });
  }

  /** pdfmake draws no rule through a cell that goes on below; at the end of a page it needs one. @param y where the rule ends */
  private ruleSpanningCells(row: number, y = 0, page?: number): void {
    const { layout, rowSpanData } = this.processor;
    const lineWidth = layout.hLineWidth(row, this.node);
    if (lineWidth === 0) return;
    const lineColor = typeof layout.hLineColor === 'string' ? layout.hLineColor : 'black';
    const at = y - lineWidth / 2;
    for (const { left, width, rowSpan } of rowSpanData) {
      if (rowSpan === 0) continue;
      const rule = { type: 'line', x1: left, x2: left + width, y1: at, y2: at, lineWidth, lineColor };
      this.layout.writer.addVector(rule, false, page !== undefined, undefined, page);
    }
  }

  /** The same where a row itself is parted. */
  private ruleSpanningCellsAtBreaks(row: number, pageBreaks: readonly unknown[]): void {
    const { layout } = this.processor;
    if (layout.hLineWhenBroken === false || this.layout.writer.transactionLevel > 0) return;
    for (const pageBreak of pageBreaks) {
      const { prevPage, prevY } = pageBreak as { prevPage: number; prevY: number }; // pdfmake's record of a page change
      const foot = prevY + layout.paddingBottom(row, this.node) + layout.hLineWidth(row + 1, this.node);
      this.ruleSpanningCells(row + 1, foot, prevPage);
    }
  }

  /** What must fit on this page for the row to begin here: all of a short row, two lines of every cell of a tall one. */
  private heightToStart(row: number): number {
    const head = rowHeight(this.node, this.table, row, LINES_TOGETHER);
    const room = this.layout.writer.context().availableHeight;
    const next = row + 1 < this.table.body.length && this.continued.has(row) ? this.heightToStart(row + 1) : 0;
    const whole = rowHeight(this.node, this.table, row, WHOLE);
    const isShort = whole <= this.layout.bodyHeight() * SHORT_ROW;
    if (isShort) return whole + this.closingAfter(row) + next;
    return (whole <= room ? whole : head) + next;
  }

  /** From here on the group's row is repeated, with "(ต่อ)", on every new page. */
  private beginGroup(row: number): void {
    const cells = this.continued.get(row);
    const { writer } = this.layout;
    if (!cells || writer.transactionLevel > 0) return;
    const kept = { _bottomByPage: this.node['_bottomByPage'], _breaksBySpan: this.node['_breaksBySpan'] };
    writer.beginUnbreakableBlock();
    this.layRow(row, cells);
    this.group = writer.currentBlockToRepeatable();
    writer.transactionLevel = 0;
    writer.popContext();
    Object.assign(this.node, kept);
    writer.pushToRepeatables(this.group);
  }

  private endGroup(): void {
    const { repeatables } = this.layout.writer;
    const at = this.group ? repeatables.indexOf(this.group) : -1;
    if (at >= 0) repeatables.splice(at, 1);
    this.group = undefined;
  }
}

function isMany(value: unknown): boolean {
  return typeof value === 'number' && value > 1;
}
