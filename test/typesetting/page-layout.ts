import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Parser, PdfObjects } from './pdf-objects.js';

/** A piece of text where it stands on its page: points from the left and from the top. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Decoration, which is not read out. */
  readonly isArtifact: boolean;
}

/** Texts of every page, as pdf.js finds them. */
export async function placedTexts(pdf: Uint8Array): Promise<PlacedText[][]> {
  const loading = pdfjs.getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const pages: PlacedText[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marks: boolean[] = [];
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item)) {
          if (item.type === 'endMarkedContent') marks.pop();
          else marks.push('tag' in item && item.tag === 'Artifact');
          return [];
        }
        if (item.str.trim() === '') return [];
        const [, , , , x = 0, y = 0] = item.transform as number[];
        return [{ text: item.str, x, y: height - y, width: item.width, isArtifact: marks.includes(true) }];
      }),
    );
  }
  await loading.destroy();
  return pages;
}

/** Text of every page without white space. */
export async function pageStrings(pdf: Uint8Array): Promise<string[]> {
  const pages = await placedTexts(pdf);
  return pages.map((items) =>
    items
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ''),
  );
}

/** Ends of every straight rule and corner of every rectangle of a page, in points from the lower left. */
export function drawnPoints(pdf: Uint8Array): [number, number][][] {
  const objects = new PdfObjects(pdf);
  return objects.pages.map((page) => {
    const parser = new Parser(objects.stream(page.get('/Contents')).data, 0);
    const points: [number, number][] = [];
    let operands: number[] = [];
    while (!parser.isAtEnd) {
      const token = parser.token();
      if (typeof token === 'number') operands.push(token);
      if (typeof token !== 'object' || token === null || !('operator' in token)) continue;
      const [a = 0, b = 0, c = 0, d = 0] = operands;
      if (token.operator === 'm' || token.operator === 'l') points.push([a, b]);
      if (token.operator === 're') points.push([a, b], [a + c, b + d]);
      operands = [];
    }
    return points;
  });
}
