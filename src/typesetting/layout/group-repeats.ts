import type { LooseNode, Repeatable, Writer } from './pdfmake-parts.js';

/** The row of the group in hand, repeated with "(ต่อ)" on every new page until the group ends. */
export class GroupRepeats {
  private readonly continued: ReadonlyMap<number, LooseNode[]>;
  private group: Repeatable | undefined;

  /** @param layRow lays other cells in the place of a row's own */
  constructor(
    private readonly writer: Writer,
    private readonly node: LooseNode,
    private readonly layRow: (row: number, cells: LooseNode[]) => void,
  ) {
    const continued = node['_continuedRows'];
    this.continued = continued instanceof Map ? (continued as Map<number, LooseNode[]>) : new Map(); // made by our measure
  }

  /** Height of what stands again at the top of a page, in points. */
  get height(): number {
    return this.group?.height ?? 0;
  }

  isStart(row: number): boolean {
    return this.continued.has(row);
  }

  /** From here on the row is repeated. */
  begin(row: number): void {
    const cells = this.continued.get(row);
    if (!cells || this.writer.transactionLevel > 0) return;
    const bottoms = this.node['_bottomByPage'];
    this.writer.beginUnbreakableBlock();
    this.layRow(row, cells);
    this.group = this.writer.currentBlockToRepeatable();
    this.writer.transactionLevel = 0;
    this.writer.popContext();
    Object.assign(this.node, { _bottomByPage: bottoms });
    this.writer.pushToRepeatables(this.group);
  }

  end(): void {
    const { repeatables } = this.writer;
    const at = this.group ? repeatables.indexOf(this.group) : -1;
    if (at >= 0) repeatables.splice(at, 1);
    this.group = undefined;
  }
}
