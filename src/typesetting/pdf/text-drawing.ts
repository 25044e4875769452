import type { ShapedRun } from '../fonts/shaped-run.js';
import type { TextInline } from '../lines/line-contents.js';
import type { TextStyle } from '../lines/text-style.js';
import type { FontSubset } from './font-subset.js';
import type { PageContent } from './page-content.js';
import { num } from './pdf-syntax.js';

/** Draws one inline at its place. @param foreign language of Latin words in a Thai document, of Thai words in an English one */
export function drawInline(
  content: PageContent,
  inline: TextInline,
  x: number,
  baseline: number,
  font: FontSubset,
  foreign: ForeignWords | undefined,
): void {
  const { style } = inline;
  content.useFill(style.color);
  content.beginText(x, baseline - style.rise);
  content.useFont(font.resource, style.size);
  content.useSpacing(style.characterSpacing);
  let codes = '';
  let lang: string | undefined;
  for (const stroke of inline.strokes) {
    const own = foreign ? foreign.languageOf(stroke.run, lang) : undefined;
    if (own !== lang) {
      show(content, codes);
      codes = '';
      lang = own;
      content.speaks(lang);
    }
    codes += font.encode(stroke.run, stroke.from, stroke.to);
    if (stroke.extraAfter !== 0) codes += `>${num((-stroke.extraAfter * 1000) / style.size)}<`;
  }
  show(content, codes);
  content.endText();
}

function show(content: PageContent, codes: string): void {
  if (codes === '') return;
  content.draw(codes.includes('>') ? `[<${codes}>]TJ` : `<${codes}>Tj`);
}

/** Which words are not in the document's language. */
export class ForeignWords {
  private readonly kinds = new Map<ShapedRun, 'thai' | 'latin' | 'neutral'>();

  constructor(private readonly documentLanguage: 'th' | 'en') {}

  /** Digits, spaces and punctuation go with the words before them. */
  languageOf(run: ShapedRun, before: string | undefined): string | undefined {
    let kind = this.kinds.get(run);
    if (!kind) this.kinds.set(run, (kind = kindOf(run.text)));
    if (kind === 'neutral') return before;
    if (this.documentLanguage === 'th') return kind === 'latin' ? 'en' : undefined;
    return kind === 'thai' ? 'th' : undefined;
  }
}

function kindOf(text: string): 'thai' | 'latin' | 'neutral' {
  if (/[\u0E01-\u0E3A\u0E40-\u0E4E]/.test(text)) return 'thai';
  return /[A-Za-z]{2}/.test(text) ? 'latin' : 'neutral';
}

/** Underline and the like as rectangles: x, y (downwards, from the page's top), width, height in points. */
export function decorationRects(
  style: TextStyle,
  x: number,
  baseline: number,
  width: number,
): (readonly [number, number, number, number])[] {
  const thick = Math.max(0.5, style.size / 18);
  if (style.decoration === 'underline') return [[x, baseline + style.size * 0.14, width, thick]];
  if (style.decoration === 'lineThrough') return [[x, baseline - style.size * 0.28, width, thick]];
  if (style.decoration === 'overline') return [[x, baseline - style.size * 0.9, width, thick]];
  return [];
}
