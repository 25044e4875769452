import { settleColumnWidths } from './column-widths.js';
import { forgetLaying } from './document-ending.js';
import { GroupRepeats } from './group-repeats.js';
import { roomForClosing } from './page-ends.js';
import { TableProcessor, type LooseNode, type MeasuredTable, type TableProcessorParts } from './pdfmake-parts.js';
import { SpanRules } from './span-rules.js';
import { TableHeights } from './table-heights.js';
import { TableSpans } from './table-spans.js';
import type { ThaiLayout } from './thai-layout.js';

/** A row shorter than this share of the page is moved whole rather than parted. */
export const SHORT_ROW = 0.22;
/** Header rows that take more of the page than this are not repeated. */
const MOST_HEAD = 0.7;

/** Lays one table: settled columns, rows that part well, texts beside the rows they span, and repeated group rows. */
export class TableFlow {
  private readonly table: MeasuredTable;
  private readonly processor: TableProcessorParts;
  private readonly heights: TableHeights;
  private readonly spans: TableSpans;
  private readonly rules: SpanRules;
  private readonly groups: GroupRepeats;

  constructor(
    private readonly layout: ThaiLayout,
    private readonly node: LooseNode,
  ) {
    const { writer } = layout;
    forgetLaying(node);
    this.table = node['table'] as MeasuredTable; // pdfmake has measured the table
    this.processor = new TableProcessor(node);
    this.heights = new TableHeights(node, this.table);
    this.spans = new TableSpans(writer, this.table, (text, width) => layout.linesOf(text, width));
    this.rules = new SpanRules(writer, this.processor, node);
    this.groups = new GroupRepeats(writer, node, (row, cells) => this.layTwin(row, cells));
  }

  run(): void {
    const { writer } = this.layout;
    this.layout.nestedLevel++;
    const offsets = this.node['_offsets'] as { total: number }; // pdfmake has measured the table
    const fitted = Array.isArray(this.node['_fitted']) ? (this.node['_fitted'] as boolean[]) : []; // set by our measure
    settleColumnWidths(this.table, writer.context().availableWidth - offsets.total, fitted);
    this.begin();
    for (let row = 0; row < this.table.body.length; row++) this.placeRow(row);
    this.groups.end();
    this.processor.endTable(writer);
    // Before the space below the table, which may itself go over to a new page.
    if (this.node['_closing'] !== undefined) this.layout.ending.noteEnd(writer.context());
    this.layout.nestedLevel--;
    if (this.layout.nestedLevel === 0) Object.assign(writer.context(), { marginXTopParent: null });
  }

  /** Header rows stand with the start of the row below them; what fills a page alone is neither repeated nor kept whole. */
  private begin(): void {
    const { headerRows = 0, dontBreakRows } = this.table;
    const head = this.heights.head(headerRows);
    if (headerRows > 0 && headerRows < this.table.body.length)
      this.layout.moveIfShort(head + this.heightToStart(headerRows, head));
    const room = this.layout.emptyPage();
    const isRepeated = head < room * MOST_HEAD;
    const isWhole = dontBreakRows === true && this.heights.tallest() + (isRepeated ? head : 0) <= room;
    Object.assign(this.table, { headerRows: isRepeated ? headerRows : 0, dontBreakRows: isWhole });
    this.processor.beginTable(this.layout.writer);
    Object.assign(this.table, { headerRows });
  }

  private placeRow(row: number): void {
    const startsGroup = this.groups.isStart(row);
    if (startsGroup) this.groups.end();
    const { writer } = this.layout;
    const held = this.heldBack(row);
    const here = held?.page === writer.context().page ? held.height : 0;
    writer.context().availableHeight -= here;
    this.moveRowIfItPartsBadly(row);
    const isMoved = here > 0 && held?.page !== writer.context().page;
    const withheld = here > 0 ? 0 : this.roomToWithhold(row);
    const page = writer.context().page;
    writer.context().availableHeight -= withheld;
    writer.heldBack = isMoved ? undefined : held;
    this.layRow(row);
    writer.heldBack = undefined;
    const end = writer.context().page;
    if (end === page) writer.context().availableHeight += withheld + (isMoved ? 0 : here);
    else if (end === held?.page) writer.context().availableHeight += held.height;
    if (startsGroup) this.groups.begin(row);
  }

  /** What the last row leaves empty on a page that it filled when the document was laid before. */
  private heldBack(row: number): { page: number; height: number } | undefined {
    const { tooFull } = this.layout.ending;
    if (!tooFull || this.closingAfter(row) === 0 || this.layout.writer.transactionLevel > 0) return undefined;
    return { page: tooFull.page, height: tooFull.room + this.heights.start(row) };
  }

  private layRow(row: number, cells = this.table.body[row] ?? []): void {
    const { writer } = this.layout;
    // Where rows are never parted, spanning cells are pdfmake's: there its reckoning holds.
    const isWhole = writer.transactionLevel > 0 || this.processor.dontBreakRows;
    if (this.processor.dontBreakRows) this.noteSpanStarts(row);
    this.processor.beginRow(row, writer);
    const top = writer.context().y;
    const laid = isWhole ? cells : this.spans.cellsFrom(row, top, this.heights.texts(row));
    const { positions, pageBreaks } = this.layout.processRow(this.rowOf(row, laid));
    const own = this.node['positions'] as unknown[]; // set by pdfmake for the node in hand
    for (const position of positions) own.push(position);
    const { headerRows, rowPaddingTop, topLineWidth } = this.processor;
    if (!isWhole) this.spans.follow(row, pageBreaks, rowPaddingTop + (headerRows === 0 ? topLineWidth : 0));
    this.rules.atBreaks(row, top, pageBreaks);
    this.processor.endRow(row, writer, pageBreaks);
  }

  private rowOf(row: number, cells: LooseNode[]): object {
    const margin = this.node['_margin'];
    return {
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
    };
  }

  /** Lays the twin of a group's row; the rows that cells have yet to span stay what they were. */
  private layTwin(row: number, cells: LooseNode[]): void {
    const { rowSpanData } = this.processor;
    const kept = rowSpanData.map(({ rowSpan }) => rowSpan);
    this.layRow(row, cells);
    rowSpanData.forEach((span, column) => (span.rowSpan = kept[column] ?? 0));
  }

  private noteSpanStarts(row: number): void {
    const { y, page } = this.layout.writer.context();
    for (const cell of this.table.body[row] ?? []) {
      if (isMany(cell['rowSpan'])) Object.assign(cell, { _startingRowSpanY: y, _startingRowSpanPage: page });
    }
  }

  private fixedHeight(row: number): number | undefined {
    const { heights } = this.table;
    const height: unknown = typeof heights === 'function' ? (heights as (row: number) => unknown)(row) : heights; // pdfmake's contract
    const own: unknown = Array.isArray(height) ? height[row] : height;
    return typeof own === 'number' ? own : undefined;
  }

  private moveRowIfItPartsBadly(row: number): void {
    const isFree = row >= Math.max(1, this.processor.rowsWithoutPageBreak) && !this.processor.dontBreakRows;
    if (!isFree || !this.layout.isTooShort(this.heightToStart(row))) return;
    const hasRules = this.processor.layout.hLineWhenBroken !== false;
    if (hasRules) this.rules.here(row);
    this.layout.writer.moveToNextPage();
    if (!hasRules || this.processor.headerRows > 0) return;
    this.processor.drawHorizontalLine(row, this.layout.writer);
    this.rules.here(row);
  }

  /**
   * What must fit on this page for the row to begin here: all of a short row, two lines of every cell of a tall one.
   * @param above height of what comes before it, in points
   */
  private heightToStart(row: number, above = 0): number {
    const head = this.heights.start(row);
    const room = this.layout.writer.context().availableHeight - above;
    const next = row + 1 < this.table.body.length && this.groups.isStart(row) ? this.heightToStart(row + 1, above) : 0;
    const whole = this.heights.whole(row, this.spans.restOf(row));
    const isShort = whole <= this.layout.bodyHeight() * SHORT_ROW;
    if (isShort) return whole + this.closingAfter(row) + next;
    return (whole <= room ? whole : head) + next;
  }

  /** Room left empty at the foot of the page so that the last row's end stands with what closes the document. Points. */
  private roomToWithhold(row: number): number {
    const closing = this.closingAfter(row);
    if (closing === 0 || this.layout.writer.transactionLevel > 0) return 0;
    return roomForClosing({
      room: this.layout.writer.context().availableHeight,
      page: this.layout.bodyHeight() - this.heights.head(this.processor.headerRows) - this.groups.height,
      closing,
      whole: this.heights.whole(row, this.spans.restOf(row)),
      carried: this.heights.start(row),
    });
  }

  /** Height of what closes the document, when it follows this row. */
  private closingAfter(row: number): number {
    const closing = this.node['_closing'];
    return typeof closing === 'number' && row === this.table.body.length - 1 ? closing : 0;
  }
}

const isMany = (value: unknown): boolean => typeof value === 'number' && value > 1;
