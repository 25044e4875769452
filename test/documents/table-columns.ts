import type { TypesetDocument } from '../../templates/documents/document-template.js';
import { textsOf } from './definition-texts.js';
import { lettersOf, type PdfPage } from './read-pdf.js';

interface TableNode {
  readonly table: { readonly widths: readonly number[]; readonly body: readonly (readonly unknown[])[] };
  readonly layout: { readonly paddingLeft: () => number; readonly vLineWidth: () => number };
}

/** Letters that the pages hold in each column of a document's measure table, from top to bottom and page to page. */
export function columnLetters({ definition }: TypesetDocument, pages: readonly PdfPage[]): string[] {
  const content = definition.content as readonly object[];
  const node = content.find((each): each is TableNode => 'table' in each);
  if (!node) throw new Error('the document has no table');
  const [left] = definition.pageMargins as [number, number, number, number];
  const gap = 2 * node.layout.paddingLeft() + node.layout.vLineWidth();
  let x = left;
  return node.table.widths.map((width, column) => {
    const [from, to] = [x - 1, x + width + gap - 1];
    x += width + gap;
    const header = lettersOf(textsOf(node.table.body[0]?.[column]).join(''));
    return pages
      .map(({ items }) => items.filter((item) => item.x >= from && item.x < to).map(({ text }) => text))
      .map((texts, page) =>
        page === 0 ? lettersOf(texts.join('')) : withoutPageHead(lettersOf(texts.join('')), header),
      )
      .join('');
  });
}

/** What is repeated at the top of a page, number and table header, stands in the middle of a text that goes on there. */
function withoutPageHead(letters: string, header: string): string {
  const text = letters.replace(/^-[๐-๙]+-/, '');
  return text.startsWith(header) ? text.slice(header.length) : text;
}
