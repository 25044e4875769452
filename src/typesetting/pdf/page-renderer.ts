import type { Line, LooseNode, Page, PageItem } from '../layout/pdfmake-parts.js';
import type { TextInline, TextLine } from '../lines/line-contents.js';
import type { DocumentParts } from './document-parts.js';
import type { MarkTarget } from './page-content.js';
import { PageContent } from './page-content.js';
import { num } from './pdf-syntax.js';
import type { StructureElement } from './structure-element.js';
import { decorationRects, drawInline } from './text-drawing.js';
import { drawVector } from './vector-drawing.js';

const LAYOUT = '/Type/Layout';
const HEADER = '/Type/Pagination/Subtype/Header';
const FOOTER = '/Type/Pagination/Subtype/Footer';
const WATERMARK = '/Type/Pagination/Subtype/Watermark';

/** Turns one page as pdfmake laid it out into a content stream in which everything is marked. */
export class PageRenderer {
  readonly content: PageContent;
  /** Shift down of cells that are aligned to the middle or bottom, in points. */
  private dy = 0;
  private readonly shifts: number[] = [];

  constructor(
    private readonly page: Page,
    index: number,
    private readonly parts: DocumentParts,
  ) {
    this.content = new PageContent(index, page.pageSize.height);
  }

  render(): PageContent {
    this.drawWatermark();
    for (const item of this.page.items) this.drawItem(item);
    this.content.finish();
    return this.content;
  }

  private drawWatermark(): void {
    const path = this.parts.watermark(this.page.pageSize);
    if (path === undefined) return;
    this.content.belongsTo(WATERMARK);
    this.content.draw(path);
  }

  private drawItem({ type, item }: PageItem): void {
    if (type === 'line')
      this.drawLine(item as unknown as TextLine); // layout puts only our lines here
    else if (type === 'vector') this.drawVectorItem(item);
    else if (type === 'image') this.drawImage(item);
    else if (type === 'beginClip') this.clip(item);
    else if (type === 'endClip') this.content.restore();
    else if (type === 'beginVerticalAlignment') this.shift(item);
    else if (type === 'endVerticalAlignment') this.dy = this.shifts.pop() ?? 0;
  }

  private drawLine(line: TextLine): void {
    const top = line.y + this.dy;
    const baseline = top + line.getAscenderHeight();
    this.drawBackgrounds(line, top);
    if (line.id !== undefined) this.parts.noteDestination(line.id, this.content.page, top);
    for (const inline of line.inlines) {
      if (inline.strokes.length === 0) continue;
      const target = this.targetOf(line, inline, top);
      this.content.belongsTo(target, top);
      const x = line.x + inline.x;
      const foreign =
        inline.style.lang === undefined && typeof target !== 'string' ? this.parts.foreignWords : undefined;
      drawInline(this.content, inline, x, baseline, this.parts.font(inline.style.face), foreign);
      if (typeof target !== 'string') this.addLink(inline, target, x, top, line.getHeight());
    }
    this.drawDecorations(line, baseline);
  }

  private targetOf(line: TextLine, inline: TextInline, top: number): MarkTarget {
    const label = inline.labelOf ? this.parts.structure.labels.get(inline.labelOf) : undefined;
    const element = label ?? (line.owner ? this.parts.structure.elements.get(line.owner) : undefined);
    if (!element || line.isRepeated === true) return this.runningPart(top);
    return this.parts.inlineElement(inline, element);
  }

  private runningPart(top: number): string {
    const { height } = this.page.pageSize;
    if (top < this.page.pageMargins.top) return HEADER;
    return top >= height - this.page.pageMargins.bottom ? FOOTER : LAYOUT;
  }

  private addLink(inline: TextInline, element: StructureElement, x: number, top: number, height: number): void {
    const { link, destination } = inline.style;
    if (link === undefined && destination === undefined) return;
    const up = this.content.height;
    const rect = [x, up - top - height, x + inline.width, up - top] as const;
    this.parts.addLink({ page: this.content.page, rect, element, link, destination, text: textOf(inline) });
  }

  private drawBackgrounds(line: Line, top: number): void {
    for (const inline of line.inlines as TextInline[]) {
      if (inline.style.background === undefined) continue;
      this.fillRect(inline.style.background, line.x + inline.x, top, inline.width, line.getHeight());
    }
  }

  private drawDecorations(line: TextLine, baseline: number): void {
    for (const inline of line.inlines) {
      const { style } = inline;
      for (const [x, y, width, height] of decorationRects(style, line.x + inline.x, baseline, inline.width)) {
        this.fillRect(style.decorationColor ?? style.color, x, y, width, height);
      }
    }
  }

  private fillRect(colour: string, x: number, top: number, width: number, height: number): void {
    this.content.belongsTo(LAYOUT);
    this.content.useFill(colour);
    this.content.draw(`${num(x)} ${num(this.content.height - top - height)} ${num(width)} ${num(height)} re f`);
  }

  private drawVectorItem(vector: LooseNode): void {
    const owner = objectAt(vector, '_owner');
    const item = objectAt(vector, '_labelOf');
    const label = item ? this.parts.structure.labels.get(item) : undefined;
    const figure = owner ? this.parts.structure.elements.get(owner) : undefined;
    const target = vector['isRepeated'] === true ? undefined : (label ?? figure);
    this.content.belongsTo(target ?? LAYOUT, typeof vector['y'] === 'number' ? vector['y'] : 0);
    drawVector(this.content, vector, this.dy);
    if (figure && target === figure)
      this.parts.growFigure(figure, this.content.page, vectorBox(vector, this.content.height));
  }

  private drawImage(image: LooseNode): void {
    const resource = this.parts.image(String(image['image']));
    if (resource === undefined) return;
    const [x, y, width, height] = ['x', 'y', '_width', '_height'].map((key) => numberAt(image, key));
    const bottom = this.content.height - (y ?? 0) - (height ?? 0) - this.dy;
    const figure = this.parts.imageElement(image);
    this.content.belongsTo(image['isRepeated'] === true ? LAYOUT : (figure ?? LAYOUT), y);
    this.content.draw(
      `q ${num(width ?? 0)} 0 0 ${num(height ?? 0)} ${num(x ?? 0)} ${num(bottom)} cm /${resource} Do Q`,
    );
    if (figure) {
      const box = [x ?? 0, bottom, (x ?? 0) + (width ?? 0), bottom + (height ?? 0)] as const;
      this.parts.growFigure(figure, this.content.page, box);
    }
  }

  private clip(rect: LooseNode): void {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => numberAt(rect, key));
    this.content.save();
    const bottom = this.content.height - (y ?? 0) - (height ?? 0);
    this.content.draw(`${num(x ?? 0)} ${num(bottom)} ${num(width ?? 0)} ${num(height ?? 0)} re W n`);
  }

  private shift(item: LooseNode): void {
    this.shifts.push(this.dy);
    if (item['isCellContentMultiPage'] === true) return;
    const room = call(item, 'getViewHeight') - call(item, 'getNodeHeight');
    if (item['verticalAlignment'] === 'middle') this.dy += room / 2;
    else if (item['verticalAlignment'] === 'bottom') this.dy += room;
  }
}

function textOf(inline: TextInline): string {
  return inline.strokes
    .map(({ run, from, to }) => run.text.slice(run.starts[from], run.starts[to]))
    .join('')
    .trim();
}

function vectorBox(vector: LooseNode, height: number): readonly [number, number, number, number] {
  const [x, y, w, h] = ['x', 'y', 'w', 'h'].map((key) => numberAt(vector, key));
  if (vector['type'] === 'rect') return [x ?? 0, height - (y ?? 0) - (h ?? 0), (x ?? 0) + (w ?? 0), height - (y ?? 0)];
  const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((key) => numberAt(vector, key));
  if (vector['type'] === 'line') return [x1 ?? 0, height - (y2 ?? 0), x2 ?? 0, height - (y1 ?? 0)];
  const [r1, r2] = [numberAt(vector, 'r1'), numberAt(vector, 'r2')];
  return [(x ?? 0) - r1, height - (y ?? 0) - r2, (x ?? 0) + r1, height - (y ?? 0) + r2];
}

function numberAt(source: LooseNode, key: string): number {
  const value = source[key];
  return typeof value === 'number' ? value : 0;
}

function objectAt(source: LooseNode, key: string): object | undefined {
  const value = source[key];
  return typeof value === 'object' && value !== null ? value : undefined;
}

function call(source: LooseNode, method: string): number {
  const value = source[method];
  return typeof value === 'function' ? Number(value.call(source)) : 0;
}
