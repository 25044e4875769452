import type { KeepTogether } from '../lines/kept-together.js';
import { makeLine, type TextInline } from '../lines/line-contents.js';
import { nextLine } from '../lines/line-end.js';
import { Paragraph, type TextSpan } from '../lines/paragraph.js';
import { readStyle, type FaceSource, type TextStyle } from '../lines/text-style.js';
import type { LooseNode, StyleStack } from './pdfmake-parts.js';

/** Stands where pdfmake has its own text measuring; the method names are pdfmake's. */
export class TextMeasure {
  constructor(
    private readonly faces: FaceSource,
    private readonly kept: KeepTogether,
  ) {}

  /** A text node's paragraph; nested text takes the style of what it stands in. */
  paragraph(content: unknown, stack: StyleStack): Paragraph {
    const own = readStyle(stack, this.faces);
    const spans: TextSpan[] = [];
    this.collect(content, stack, own, undefined, spans);
    return new Paragraph(spans, own, this.kept);
  }

  /** For list markers, which pdfmake measures as inlines. */
  buildInlines(content: unknown, stack: StyleStack): { items: TextInline[]; minWidth: number; maxWidth: number } {
    const paragraph = this.paragraph(content, stack);
    const line = makeLine(paragraph, nextLine(paragraph, 0, Infinity), Infinity, true);
    const items = line.inlines.slice(0, 1);
    return { items, minWidth: paragraph.minWidth, maxWidth: paragraph.maxWidth };
  }

  /** In points; pdfmake measures list gaps with it. */
  sizeOfText(text: string, stack: StyleStack): object {
    const style = readStyle(stack, this.faces);
    const { face, size, lineHeight } = style;
    return {
      width: new Paragraph([{ text, style, source: undefined }], style, this.kept).pen[text.length],
      height: face.lineHeight(size) * lineHeight,
      fontSize: size,
      lineHeight,
      ascender: (face.ascender / 1000) * size,
      descender: (face.descender / 1000) * size,
    };
  }

  private collect(
    content: unknown,
    stack: StyleStack,
    style: TextStyle,
    source: object | undefined,
    spans: TextSpan[],
  ): void {
    if (typeof content === 'string') {
      if (content !== '') spans.push({ text: content, style, source });
    } else if (Array.isArray(content)) {
      for (const part of content) this.collect(part, stack, style, source, spans);
    } else if (isNode(content)) {
      stack.auto(content, () => {
        const isPlain = Object.keys(content).every((key) => key === 'text');
        this.collect(content['text'], stack, isPlain ? style : readStyle(stack, this.faces), content, spans);
      });
    }
  }
}

function isNode(value: unknown): value is LooseNode {
  return typeof value === 'object' && value !== null;
}
