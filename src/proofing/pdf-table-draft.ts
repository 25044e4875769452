import type { TextBlock } from './pdf-blocks.js';

/** One row of a table as it is found: the blocks of each cell, from the page or pages it stands on. */
export interface PlacedRow {
  readonly kind: 'header' | 'group' | 'body';
  readonly cells: readonly (readonly TextBlock[])[];
}

interface OpenRow {
  readonly kind: PlacedRow['kind'];
  readonly cells: TextBlock[][];
  bottom: number;
}

/** The rows of a table while its blocks come in, cell by cell. */
export class TableDraft {
  private readonly found: OpenRow[] = [];
  private open: OpenRow | null = null;
  private column = 0;
  private page = -1;

  constructor(private readonly columns: number) {}

  get rows(): readonly PlacedRow[] {
    return this.found;
  }

  header(cells: readonly TextBlock[]): void {
    this.add('header', (index) => cells[index]);
  }

  group(block: TextBlock): void {
    this.add('group', (index) => (index === 0 ? block : undefined));
    this.open = null;
  }

  /** To the right in the same row, or the first cell of the next one. What begins a page without a first cell goes on with its row. */
  place(block: TextBlock, column: number): void {
    const isTurned = block.page !== this.page;
    const goesOn = isTurned
      ? column > 0 || this.isTornTitle(block)
      : column > this.column || this.isSameCell(block, column);
    if (this.open && goesOn) this.open.cells[column]?.push(block);
    else this.open = this.add('body', (index) => (index === column ? block : undefined));
    this.open.bottom = isTurned ? block.bottom : Math.min(this.open.bottom, block.bottom);
    this.column = column;
    this.page = block.page;
  }

  /** Takes away the last rows that have nothing but a first cell: headings of what follows the table. How many blocks they were. */
  dropHeadings(): number {
    let dropped = 0;
    for (let row = this.found.at(-1); row?.kind !== 'header' && row && isHeading(row); row = this.found.at(-1)) {
      dropped += row.cells[0]?.length ?? 0;
      this.found.pop();
    }
    return dropped;
  }

  /** Where rows are numbered, a first cell without number goes on with the one before the page break. */
  private isTornTitle(block: TextBlock): boolean {
    return LABEL.test(this.open?.cells[0]?.[0]?.text ?? '') && !LABEL.test(block.text);
  }

  /** A further paragraph of a cell; in the first column only words of the same line go on with it. */
  private isSameCell(block: TextBlock, column: number): boolean {
    const isSameLine = Math.abs((this.open?.bottom ?? Infinity) - block.top) < block.size * 0.4;
    return column === this.column && (column > 0 || isSameLine);
  }

  private add(kind: PlacedRow['kind'], blockOf: (index: number) => TextBlock | undefined): OpenRow {
    const cells = Array.from({ length: this.columns }, (_, index) =>
      [blockOf(index)].filter((block) => block !== undefined),
    );
    const row = { kind, cells, bottom: Infinity };
    this.found.push(row);
    return row;
  }
}

const LABEL = /^\s*[\d๐-๙]{1,2}(?:$|[.)\s]|\.[\d๐-๙])/;
const isHeading = ({ cells }: OpenRow): boolean => cells.slice(1).every((cell) => cell.length === 0);
