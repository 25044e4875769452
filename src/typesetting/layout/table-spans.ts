import { CellPlace } from './cell-place.js';
import type { LooseNode, MeasuredTable, PageBreak, Writer } from './pdfmake-parts.js';
import { SpanFlow } from './span-flow.js';
import { isText, type LineSetter } from './span-lines.js';

interface OpenSpan {
  readonly flow: SpanFlow;
  readonly column: number;
  readonly colSpan: number;
  readonly lastRow: number;
}

/** The cells of a table that span rows: their texts are written beside these rows, page by page. */
export class TableSpans {
  private open: OpenSpan[] = [];

  constructor(
    private readonly writer: Writer,
    private readonly table: MeasuredTable,
    private readonly setLines: LineSetter,
  ) {}

  /**
   * The cells of a row as pdfmake lays them, none of which spans rows to it.
   * @param y where the row's texts begin, in points
   * @param own height of the row without its spanning cells, in points
   */
  cellsFrom(row: number, y: number, own: number): LooseNode[] {
    const { page } = this.writer.context();
    // From the right: what goes on is put after the page's head, so that the first column is read first.
    for (const { flow } of this.open.toReversed()) flow.reach(page, y);
    const cells = (this.table.body[row] ?? []).map((cell, column) => this.startOf(cell, row, column));
    for (const { flow, column, colSpan, lastRow } of this.open) {
      if (lastRow === row) cells[column] = new CellPlace(colSpan, () => flow.end(own));
    }
    return cells;
  }

  /**
   * The row stands: its pages' rooms are told to the cells beside it, and those that end with it are settled.
   * @param offset from the top of a further page to the row's texts, in points
   */
  follow(row: number, breaks: readonly PageBreak[], offset: number): void {
    for (const { flow, lastRow } of this.open.toReversed()) {
      for (const { prevPage, prevY, y } of breaks) {
        flow.extend(prevPage, prevY);
        flow.reach(prevPage + 1, y + offset);
      }
      flow.extend(this.writer.context().page, this.writer.context().y);
      if (lastRow === row) flow.settle();
    }
    this.open = this.open.filter(({ lastRow }) => lastRow > row);
  }

  /** What the cells that end with a row have to write below its top, in points. */
  restOf(row: number): number {
    const { y } = this.writer.context();
    const rests = this.open.filter(({ lastRow }) => lastRow === row).map(({ flow }) => flow.restBelow(y));
    return Math.max(0, ...rests);
  }

  private startOf(cell: LooseNode, row: number, column: number): LooseNode {
    const { rowSpan, colSpan } = cell;
    if (typeof rowSpan !== 'number' || rowSpan <= 1 || cell['_span'] === true) return cell;
    if (!isText(cell)) return { ...cell, rowSpan: 1 };
    const flow = new SpanFlow(this.writer, cell, this.setLines);
    const columns = typeof colSpan === 'number' ? colSpan : 1;
    this.open.push({ flow, column, colSpan: columns, lastRow: row + rowSpan - 1 });
    this.open.sort((one, other) => one.column - other.column);
    return new CellPlace(columns, () => flow.begin());
  }
}
