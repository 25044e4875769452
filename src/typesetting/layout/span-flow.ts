import type { LooseNode, PageItem, Writer } from './pdfmake-parts.js';
import { heightOf, linesFitting, spanLines, type LineSetter, type SpanLine } from './span-lines.js';

/** A text longer than this many lines is not repeated whole where its cell goes on. */
const MOST_REPEATED = 8;
/** Lines of a longer text that are repeated. */
const BEGINNINGS = [3, 1, 0] as const;

/** Where a spanning cell stands beside the rows of one page, in points. */
interface Stretch {
  readonly page: number;
  readonly from: number;
  to: number;
  /** The page's last item that is read before the cell; none where the cell goes on from the page before. */
  readonly after: PageItem | undefined;
  isWritten: boolean;
}

/**
 * The text of a cell beside the rows it spans. It is written where these rows leave a page, when it is known how much
 * room they made, and with the last of them; where all of it stands on earlier pages, its beginning is repeated with
 * "(ต่อ)" as decoration.
 */
export class SpanFlow {
  private lines: SpanLine[] = [];
  private at = 0;
  private x = 0;
  private width = 0;
  private stretch: Stretch = { page: -1, from: 0, to: 0, after: undefined, isWritten: false };

  constructor(
    private readonly writer: Writer,
    private readonly cell: LooseNode,
    private readonly setLines: LineSetter,
  ) {}

  /** In the cell's own place in its first row. */
  begin(): void {
    const { x, y, page, availableWidth } = this.writer.context();
    Object.assign(this, { x, width: availableWidth });
    this.lines = spanLines(this.cell, availableWidth, this.setLines);
    const after = this.writer.context().getCurrentPage().items.at(-1);
    this.stretch = { page, from: y, to: y, after, isWritten: false };
  }

  /** A row of the span stands on this page from here; what the page before held is settled. @param y in points */
  reach(page: number, y: number): void {
    if (page <= this.stretch.page) return;
    this.settle();
    this.stretch = { page, from: y, to: y, after: undefined, isWritten: false };
  }

  /** The row in hand reaches down to here. @param y in points */
  extend(page: number, y: number): void {
    if (page === this.stretch.page) this.stretch.to = Math.max(this.stretch.to, y);
  }

  /** What is left to write below a height of the page in hand, in points. */
  restBelow(y: number): number {
    return Math.max(0, heightOf(this.lines.slice(this.at)) - (y - this.stretch.from));
  }

  /** Writes into the stretch of one page what it holds. */
  settle(): void {
    const { from, to, isWritten } = this.stretch;
    if (isWritten) return;
    const isContinued = this.at >= this.lines.length;
    if (isContinued) this.writeAt(this.repeatWithin(to - from));
    else this.writeAt(this.take(linesFitting(this.lines.slice(this.at), to - from)));
  }

  /** In the place of the cell in its last row, which grows with what is left. @param own height of the row without it, in points */
  end(own: number): void {
    const context = this.writer.context();
    const { from } = this.stretch;
    if (this.at < this.lines.length) {
      context.moveDown(from - context.y);
      return this.writeRest();
    }
    const lines = this.repeatWithin(context.y + own - from);
    this.writeAt(lines);
    this.stretch.isWritten = true;
    context.moveDown(Math.max(0, from + heightOf(lines) - context.y));
  }

  private writeRest(): void {
    const context = this.writer.context();
    for (let least = 0; ; least = 1) {
      const fitting = linesFitting(this.lines.slice(this.at), context.availableHeight);
      const lines = this.take(Math.max(fitting, least));
      this.writeAt(lines);
      context.moveDown(heightOf(lines));
      this.extend(context.page, context.y);
      this.stretch.isWritten = lines.length > 0;
      if (this.at >= this.lines.length) return;
      this.writer.moveToNextPage();
      this.stretch = { page: context.page, from: context.y, to: context.y, after: undefined, isWritten: false };
    }
  }

  private take(count: number): SpanLine[] {
    this.at += count;
    return this.lines.slice(this.at - count, this.at);
  }

  /** The longest form of the repeated text that a room holds. @param room in points */
  private repeatWithin(room: number): SpanLine[] {
    const { _again: again, _mark: mark } = this.cell; // made by our measure
    if (this.lines.length === 0 || !isNode(again) || !isNode(mark)) return [];
    const whole = spanLines(again, this.width, this.setLines);
    const beginning = (count: number): SpanLine[] => [
      ...spanLines(this.cell, this.width, this.setLines).slice(0, count),
      ...spanLines(mark, this.width, this.setLines),
    ];
    const forms = [...(whole.length <= MOST_REPEATED ? [whole] : []), ...BEGINNINGS.map(beginning)];
    const form = forms.find((lines) => heightOf(lines) <= room + 0.01) ?? [];
    for (const { line } of form) {
      line.isRepeated = true;
      delete line.id;
    }
    return form;
  }

  /** Writes lines from the top of the stretch, in the order of reading, wherever the writer stands. */
  private writeAt(lines: readonly SpanLine[]): void {
    const context = this.writer.context();
    const { page, x, y, availableWidth, availableHeight } = context;
    const items = context.pages[this.stretch.page]?.items ?? [];
    let index = this.place(items);
    let top = this.stretch.from;
    for (const { line, gap, left, width } of lines) {
      if (line !== lines[0]?.line) top += gap;
      const room = { page: this.stretch.page, x: this.x + left, y: top, availableWidth: width };
      Object.assign(context, room, { availableHeight: Infinity });
      this.writer.addLine(line, true, index++);
      top += line.getHeight();
    }
    Object.assign(context, { page, x, y, availableWidth, availableHeight });
  }

  private place(items: readonly PageItem[]): number {
    const { after, page } = this.stretch;
    if (after) return items.lastIndexOf(after) + 1;
    const heads = items.findLastIndex(({ item }) => item['isRepeated'] === true);
    return Math.max(heads + 1, this.writer.context().backgroundLength[page] ?? 0);
  }
}

const isNode = (value: unknown): value is LooseNode => typeof value === 'object' && value !== null;
