import type { LooseNode, PageBreak, TableProcessorParts, Writer } from './pdfmake-parts.js';

/** pdfmake draws no rule through a cell that goes on below; at the end and at the start of a page it needs one. */
export class SpanRules {
  constructor(
    private readonly writer: Writer,
    private readonly processor: TableProcessorParts,
    private readonly node: LooseNode,
  ) {}

  /** Where the writer stands, through the cells that go on beside this row. */
  here(row: number): void {
    this.draw(row, 0);
  }

  /** Where a row itself is parted. @param top of its texts on its first page, in points */
  atBreaks(row: number, top: number, breaks: readonly PageBreak[]): void {
    const { layout, headerRows, rowPaddingTop } = this.processor;
    if (layout.hLineWhenBroken === false || this.writer.transactionLevel > 0) return;
    for (const [index, { prevPage, prevY, y }] of breaks.entries()) {
      const isBegun = index > 0 || prevY > top + 0.01;
      const foot = prevY + layout.paddingBottom(row, this.node) + layout.hLineWidth(row + 1, this.node);
      this.draw(row + 1, isBegun ? foot : top - rowPaddingTop, prevPage);
      if (headerRows === 0) this.draw(row, y + layout.hLineWidth(row, this.node), prevPage + 1);
    }
  }

  /** @param y where the rule ends, in points */
  private draw(row: number, y: number, page?: number): void {
    const { layout, rowSpanData } = this.processor;
    const lineWidth = layout.hLineWidth(row, this.node);
    if (lineWidth === 0) return;
    const lineColor = typeof layout.hLineColor === 'string' ? layout.hLineColor : 'black';
    const at = y - lineWidth / 2;
    for (const { left, width, rowSpan } of rowSpanData) {
      if (rowSpan === 0) continue;
      const rule = { type: 'line', x1: left, x2: left + width, y1: at, y2: at, lineWidth, lineColor };
      this.writer.addVector(rule, false, page !== undefined, undefined, page);
    }
  }
}
