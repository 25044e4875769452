import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PageItem {
  readonly text: string;
  /** Points from the left and the bottom edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
  /** All text in the order of the file, without white space. */
  readonly letters: string;
}

/** What a reader finds in a PDF: its pages with every piece of text and where it stands. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await loading.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const found = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width, size: item.height }]
        : [],
    );
    pages.push({ width, height, items: found, letters: lettersOf(found.map(({ text }) => text).join('')) });
  }
  await loading.destroy();
  return pages;
}

/** Text without white space, for comparison across line ends. */
export const lettersOf = (text: string): string => text.replace(/\s+/g, '');

/** True when a text stands on one page, or ends one page and goes on at the top of the next. */
export function isPrinted(text: string, pages: readonly PdfPage[]): boolean {
  const letters = lettersOf(text);
  if (pages.some((page) => page.letters.includes(letters))) return true;
  return pages.some((page, index) => {
    const next = pages[index + 1];
    if (!next) return false;
    for (let cut = letters.length - 1; cut > 0; cut -= 1) {
      if (page.letters.includes(letters.slice(0, cut)) && next.letters.includes(letters.slice(cut))) return true;
    }
    return false;
  });
}
