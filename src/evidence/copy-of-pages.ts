import { PAGE_WITHOUT_TEXT, pageOf } from '../core/thai/evidence-words.js';
import type { Node } from '../typesetting/document-definition.js';
import { typeset } from '../typesetting/typeset.js';

const MARGIN = 14;
const A4 = { width: 595.28, height: 841.89 };
/** Read out for a page; the rest of a long page is on the picture only. */
export const LONGEST_ALTERNATIVE = 4_000;

interface Page {
  readonly picture: Uint8Array;
  readonly text: string;
}

/** A new PDF of drawn pages, each a figure with the page's words as its alternative. The same input gives the same bytes. */
export function copyOfPages(
  pages: readonly Page[],
  { name, addedAt }: { readonly name: string; readonly addedAt: string },
): Promise<Uint8Array> {
  const content = pages.map((page, index): Node => {
    const figure = {
      image: `data:image/jpeg;base64,${Buffer.from(page.picture).toString('base64')}`,
      fit: [A4.width - 2 * MARGIN, A4.height - 2 * MARGIN - 1] as [number, number],
      alignment: 'center' as const,
      alt: alternativeOf(name, index + 1, pages.length, page.text),
    };
    return index === 0 ? figure : { ...figure, pageBreak: 'before' };
  });
  return typeset({ pageSize: 'A4', pageMargins: MARGIN, content }, { title: name, language: 'th', createdAt: addedAt });
}

/** "หน้า 1/3 ของ <name>: …" with the words of the page. */
export const alternativeOf = (name: string, page: number, pages: number, text: string): string =>
  `${pageOf(name, page, pages)}: ${text.slice(0, LONGEST_ALTERNATIVE).trim() || PAGE_WITHOUT_TEXT}`;
