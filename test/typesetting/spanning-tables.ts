import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';

/** A table of four columns in which cells span rows. */
export interface SpanningTable {
  readonly rows: number;
  readonly hasHeader: boolean;
  /** Spanning columns: rows under each of their cells, and words in each. */
  readonly spans: readonly { readonly column: number; readonly rows: number; readonly words: number }[];
  /** Words in the other cells of a row. */
  readonly wordsOf: (row: number) => number;
  /** Lines that stand on the page before the table. */
  readonly linesBefore?: number;
}

export const COLUMNS = 4;
export const MARGIN = 40;
export const PAGE = { width: 420, height: 300 };
const WORD = 'คำที่';

/** Every word of the table is another one; the cells that span rows begin with the letter of their column. */
export function spanningTable(table: SpanningTable): DocumentDefinition {
  let count = 0;
  const words = (many: number, letter: string): string =>
    Array.from({ length: many }, () => `${WORD}${letter}${String(++count).padStart(4, '0')}`).join(' ');
  const body: (string | Node)[][] = Array.from({ length: table.rows }, (_row, row) =>
    Array.from({ length: COLUMNS }, (_column, column) => {
      const span = table.spans.find((each) => each.column === column);
      if (!span) return words(table.wordsOf(row), 'x');
      if (row % span.rows !== 0) return '';
      const rowSpan = Math.min(span.rows, table.rows - row);
      return { text: words(span.words, 'abcd'.charAt(column)), rowSpan } as Node;
    }),
  );
  if (table.hasHeader) body.unshift(['หัวหนึ่ง', 'หัวสอง', 'หัวสาม', 'หัวสี่']);
  const before = Array.from({ length: table.linesBefore ?? 0 }, (): Node => ({ text: 'ก่อน' }));
  return {
    pageSize: PAGE,
    pageMargins: MARGIN,
    defaultStyle: { fontSize: 10 },
    content: [
      ...before,
      { table: { headerRows: table.hasHeader ? 1 : 0, widths: ['*', '*', '*', '*'], body } } as Node,
    ],
  };
}

/** The numbers of the words in a text, in order. @param letter of the column, or of the cells that span none */
export const wordsIn = (text: string, letter = '[a-dx]'): number[] =>
  [...text.replace(/\s+/g, '').matchAll(new RegExp(`${letter}(\\d{4})`, 'g'))].map(([, number]) => Number(number));
