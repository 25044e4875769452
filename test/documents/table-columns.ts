import type { TypesetDocument } from '../../templates/documents/document-template.js';
import { textsOf } from './definition-texts.js';
import { lettersOf, type PdfPage } from './read-pdf.js';

interface TableNode {
  readonly table: { readonly widths: readonly number[]; readonly body: readonly (readonly unknown[])[] };
  readonly groupRows?: readonly number[];
  readonly layout: { readonly paddingLeft: () => number; readonly vLineWidth: () => number };
}

/**
 * Letters that the pages hold in each column of a document's measure table, from top to bottom and page to page.
 * @param headers of the columns, when the document has several tables
 */
export function columnLetters(
  { definition }: TypesetDocument,
  pages: readonly PdfPage[],
  headers: readonly string[] = [],
): string[] {
  const content = definition.content as readonly object[];
  const tables = content.filter((each): each is TableNode => 'table' in each);
  const isWanted = ({ table }: TableNode): boolean =>
    headers.every((header, column) => lettersOf(textsOf(table.body[0]?.[column]).join('')) === lettersOf(header));
  const node = tables.find(isWanted);
  if (!node) throw new Error(`the document has no table of ${headers.join(' | ')}`);
  const [left] = definition.pageMargins as [number, number, number, number];
  const gap = 2 * node.layout.paddingLeft() + node.layout.vLineWidth();
  const groups = (node.groupRows ?? []).map((row) => lettersOf(textsOf(node.table.body[row]).join('')));
  let x = left;
  return node.table.widths.map((width, column) => {
    const [from, to] = [x - 1, x + width + gap - 1];
    x += width + gap;
    const header = lettersOf(textsOf(node.table.body[0]?.[column]).join(''));
    const texts = pages.map(({ items }) =>
      lettersOf(
        items
          .filter((item) => item.x >= from && item.x < to)
          .map(({ text }) => text)
          .join(''),
      ),
    );
    const first = texts.findIndex((letters) => letters.includes(header));
    return texts.map((letters, page) => (page <= first ? letters : withoutPageHead(letters, header, groups))).join('');
  });
}

/** What is repeated at the top of a page, number, table header and group, stands in the middle of a text that goes on there. */
function withoutPageHead(letters: string, header: string, groups: readonly string[]): string {
  const text = letters.replace(/^-[๐-๙]+-/, '');
  const body = text.startsWith(header) ? text.slice(header.length) : text;
  const group = groups.find((each) => body.startsWith(`${each}(ต่อ)`));
  return group === undefined ? body : body.slice(`${group}(ต่อ)`.length);
}
