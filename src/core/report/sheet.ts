/** One cell of a table that is shown as a page or written as a file; covered cells of a span are left out. */
export interface SheetCell {
  /** Paragraphs, marks and digits as printed. */
  readonly lines: readonly SheetLine[];
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface SheetLine {
  readonly kind: 'text' | 'heading' | 'figure';
  /** Of a figure its alternative text. */
  readonly text: string;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** header: names of the columns · group: heads the rows below it. */
  readonly kind: 'header' | 'group' | 'body';
}

/** A table of a document, with what spreadsheets and pages need. */
export interface Sheet {
  readonly columns: number;
  readonly rows: readonly SheetRow[];
}

/** The lines of a cell, parted by line ends. */
export const cellText = ({ lines }: SheetCell): string => lines.map(({ text }) => text).join('\n');

/** The texts of a table as a full grid, row by row: covered cells are empty. */
export function gridOf({ columns, rows }: Sheet): string[][] {
  const grid = rows.map(() => Array.from({ length: columns }, (): string | null => null));
  rows.forEach(({ cells }, row) => {
    for (const cell of cells) {
      const column = grid[row]?.indexOf(null) ?? -1;
      fill(grid, cell, { row, column });
    }
  });
  return grid.map((texts) => texts.map((text) => text ?? ''));
}

/** Several tables as one, one below the other with an empty row between: for files that hold a single table. */
export const stacked = (sheets: readonly Sheet[]): Sheet => ({
  columns: Math.max(0, ...sheets.map(({ columns }) => columns)),
  rows: sheets.flatMap(({ rows }, index) => (index === 0 ? rows : [{ kind: 'body' as const, cells: [] }, ...rows])),
});

function fill(grid: (string | null)[][], cell: SheetCell, at: { readonly row: number; readonly column: number }): void {
  for (const texts of grid.slice(at.row, at.row + cell.rowSpan)) {
    texts.fill('', at.column, at.column + cell.columnSpan);
  }
  grid[at.row]?.splice(at.column, 1, cellText(cell));
}
