/** One table as it stands in a file, before anything is understood. */
export interface SourceTable {
  /** Sheet name, or the number of a Word table, or the name of a text file. */
  readonly name: string;
  readonly rows: readonly SourceRow[];
  readonly merges: readonly Merge[];
  /** Paragraphs before the table. */
  readonly before: readonly string[];
}

export interface SourceRow {
  /** Counts from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Rows count from 1, columns from 0, ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What could not be taken over as it stands, or is not seen by whoever opens the file. */
export interface SourceNote {
  readonly kind:
    'date' | 'picture' | 'sara-am' | 'inner-table' | 'error' | 'hidden-sheet' | 'hidden-rows' | 'hidden-column';
  readonly table: string;
  readonly row: number;
  /** Null for a whole row or sheet. */
  readonly column: number | null;
  readonly text: string;
}

export interface SourceFile {
  readonly tables: readonly SourceTable[];
  readonly notes: readonly SourceNote[];
  /** Paragraphs after the last table. */
  readonly after: readonly string[];
}

/** 0 -> A, 27 -> AB */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
