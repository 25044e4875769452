import { colourOperator } from './colour.js';
import { num, textString } from './pdf-syntax.js';
import type { StructureElement } from './structure-element.js';

/** What content belongs to: an element of the structure, or decoration of a kind (`''` when it has none). */
export type MarkTarget = StructureElement | string;

interface GraphicsState {
  font: string;
  size: number;
  fill: string;
  stroke: string;
  lineWidth: number;
  dash: string;
  spacing: number;
}

const INITIAL: GraphicsState = { font: '', size: 0, fill: '0 g', stroke: '0 G', lineWidth: 1, dash: '', spacing: 0 };

/** The content stream of one page. Nothing is drawn outside a mark, and no state is written twice. */
export class PageContent {
  readonly owners: StructureElement[] = [];
  private readonly parts: string[] = [];
  private mark: MarkTarget | undefined;
  private lang: string | undefined;
  private state: GraphicsState = { ...INITIAL };
  private readonly saved: GraphicsState[] = [];

  /** @param page its index @param height in points, to turn pdfmake's downward y up */
  constructor(
    readonly page: number,
    readonly height: number,
  ) {}

  /** What follows belongs to the target. @param top distance from the page's top in points, for bookmarks */
  belongsTo(target: MarkTarget, top = 0): void {
    if (target === this.mark) return;
    this.close();
    this.mark = target;
    if (typeof target === 'string') {
      this.parts.push(target === '' ? '/Artifact BMC' : `/Artifact<<${target}>>BDC`);
      return;
    }
    const mcid = this.owners.length;
    this.owners.push(target);
    target.kids.push({ page: this.page, mcid });
    target.place ??= { page: this.page, top };
    this.parts.push(`/${target.type}<</MCID ${mcid}>>BDC`);
  }

  /** Language of the text that follows inside the mark, where it is not the document's. */
  speaks(lang: string | undefined): void {
    if (lang === this.lang) return;
    if (this.lang !== undefined) this.parts.push('EMC');
    this.lang = lang;
    if (lang !== undefined) this.parts.push(`/Span<</Lang${textString(lang)}>>BDC`);
  }

  close(): void {
    this.speaks(undefined);
    if (this.mark !== undefined) this.parts.push('EMC');
    this.mark = undefined;
  }

  beginText(x: number, baseline: number): void {
    this.parts.push(`BT ${num(x)} ${num(this.height - baseline)} Td`);
  }

  endText(): void {
    this.speaks(undefined);
    this.parts.push('ET');
  }

  useFont(resource: string, size: number): void {
    if (this.state.font === resource && this.state.size === size) return;
    this.state.font = resource;
    this.state.size = size;
    this.parts.push(`/${resource} ${num(size)} Tf`);
  }

  useSpacing(points: number): void {
    if (this.state.spacing === points) return;
    this.state.spacing = points;
    this.parts.push(`${num(points)} Tc`);
  }

  useFill(colour: string, opacity = 1): void {
    const operator = colourOperator(colour, 'fill', opacity);
    if (this.state.fill === operator) return;
    this.state.fill = operator;
    this.parts.push(operator);
  }

  useStroke(colour: string, opacity = 1): void {
    const operator = colourOperator(colour, 'stroke', opacity);
    if (this.state.stroke === operator) return;
    this.state.stroke = operator;
    this.parts.push(operator);
  }

  useLine(width: number, dash: string): void {
    if (this.state.lineWidth !== width) this.parts.push(`${num(width)} w`);
    if (this.state.dash !== dash) this.parts.push(`[${dash}] 0 d`);
    this.state.lineWidth = width;
    this.state.dash = dash;
  }

  /** Operators as they are; points already turned up. */
  draw(operators: string): void {
    this.parts.push(operators);
  }

  /** A mark may not lie across a saved state, so it is closed. */
  save(): void {
    this.close();
    this.saved.push({ ...this.state });
    this.parts.push('q');
  }

  restore(): void {
    this.close();
    this.state = this.saved.pop() ?? { ...INITIAL };
    this.parts.push('Q');
  }

  finish(): string {
    this.close();
    return this.parts.join('\n');
  }
}
