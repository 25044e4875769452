import { LINES_TOGETHER, rowHeight, rowPadding, tallestCell, topRule } from './node-heights.js';
import type { LooseNode, MeasuredTable } from './pdfmake-parts.js';

const WHOLE = 400;

/** Heights of a table's rows once its columns are settled, in points. */
export class TableHeights {
  constructor(
    private readonly node: LooseNode,
    private readonly table: MeasuredTable,
  ) {}

  /** A row with what it must hold of the cells that end with it. */
  whole(row: number, restOfSpans: number): number {
    return Math.max(rowHeight(this.node, this.table, row, WHOLE), restOfSpans + rowPadding(this.node, row));
  }

  /** The start of a row: two lines of every cell. */
  start(row: number): number {
    return rowHeight(this.node, this.table, row, LINES_TOGETHER);
  }

  /** The texts of a row, without its paddings. */
  texts(row: number): number {
    return this.whole(row, 0) - rowPadding(this.node, row);
  }

  /** The first rows with the rule above them and what spans them. */
  head(count: number): number {
    if (count === 0) return 0;
    const rows = Array.from({ length: count }, (_, row) => this.whole(row, 0));
    const sum = rows.reduce((total, height) => total + height, topRule(this.node));
    return Math.max(sum, this.tallest(count));
  }

  /** The tallest cell of the first rows, or of all. */
  tallest(count = this.table.body.length): number {
    return Math.max(0, ...Array.from({ length: count }, (_, row) => tallestCell(this.node, this.table, row)));
  }
}
