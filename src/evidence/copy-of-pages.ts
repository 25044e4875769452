import { alternativeOf } from '../core/thai/evidence-words.js';
import type { Node } from '../typesetting/document-definition.js';
import { typeset } from '../typesetting/typeset.js';

const MARGIN = 14;
const A4 = { width: 595.28, height: 841.89 };

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
