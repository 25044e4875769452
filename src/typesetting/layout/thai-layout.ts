import { DomainError } from '../../core/errors.js';
import { makeLine, type TextLine } from '../lines/line-contents.js';
import { allLines } from '../lines/line-end.js';
import { Paragraph } from '../lines/paragraph.js';
import { DocumentEnding } from './document-ending.js';
import { isPlaceToPart, leavesOneLine } from './line-parting.js';
import { headingHeight, keepsWithNext, nodeHeight } from './node-heights.js';
import type { NodeMeasure } from './node-measure.js';
import { DocumentContext, LayoutBuilder, type LooseNode, type Page } from './pdfmake-parts.js';
import type { PageFormat } from '../page-format.js';
import { CellPlace } from './cell-place.js';
import { RepeatMarkingWriter } from './repeat-marking-writer.js';
import { SHORT_ROW, TableFlow } from './table-flow.js';

/** A page that is emptier than this is not left to keep lines together. */
const MUCH_ROOM = 0.6;
/** A text before the closing that is shorter than this share of the page goes over with it. */
const SHORT_ENDING = 0.3;
const MOST_PAGES = 5_000;
/** Each table inside a table listens for its pages. */
const MOST_LISTENERS = 500;

/** pdfmake's layout with Thai lines, no orphans or widows, no heading alone, and table rows that part well. */
export class ThaiLayout extends LayoutBuilder {
  /** The measured content, from which the structure tree is made. */
  root: LooseNode = {};
  readonly ending = new DocumentEnding();
  declare writer: RepeatMarkingWriter;

  constructor(
    private readonly format: PageFormat,
    private readonly makeMeasure: (styles: object, defaultStyle: object, layouts: object) => NodeMeasure,
  ) {
    super(format.size, format.margins, undefined);
  }

  override tryLayoutDocument(
    content: unknown,
    _document: object,
    styles: object,
    defaultStyle: object,
    ...[background, header, footer]: unknown[]
  ): object {
    this.linearNodeList = [];
    this.ending.restart();
    const prepared = this.docPreprocessor.preprocessDocument(content);
    this.docMeasure = this.makeMeasure(styles, defaultStyle, this.tableLayouts);
    this.root = this.docMeasure.measureDocument(prepared);
    this.writer = new RepeatMarkingWriter(new DocumentContext());
    this.writer.setMaxListeners(MOST_LISTENERS);
    this.writer.context().addListener('pageAdded', (page) => {
      if (this.writer.context().pages.length > MOST_PAGES)
        throw new DomainError('document.too-large', { mostPages: MOST_PAGES });
      this.addBackground(page.customProperties['background'] ?? background);
    });
    this.writer.addPage(this.format.size, null, this.format.margins);
    this.processNode(this.root);
    this.addHeadersAndFooters(header, footer);
    return { pages: this.writer.context().pages, linearNodeList: this.linearNodeList };
  }

  /** Pages of a definition whose content has been taken in. */
  pagesOf(definition: LooseNode, styles: object, defaultStyle: object): Page[] {
    const { content, background, header, footer, pageBreakBefore } = definition;
    const running = [background, header, footer, undefined] as const;
    const lay = (): Page[] => this.layoutDocument(content, {}, styles, defaultStyle, ...running, pageBreakBefore);
    const pages = lay();
    if (!this.ending.learns()) return pages;
    for (const node of this.linearNodeList) moveBack(node);
    return lay();
  }

  /** What would not even fit on a page of its own is parted, though it was asked to be kept whole. */
  override processNode(node: LooseNode, verticalAlignment?: boolean): void {
    const isWhole = node['unbreakable'] === true && this.writer.transactionLevel === 0;
    if (isWhole && nodeHeight(node, this.writer.context().availableWidth) > this.emptyPage()) {
      Object.assign(node, { unbreakable: false });
    }
    super.processNode(node, verticalAlignment);
  }

  override processVerticalContainer(node: LooseNode): void {
    if (node instanceof CellPlace) return node.lay();
    const items = node['stack'] as LooseNode[]; // pdfmake turns every child into a node
    const positions = node['positions'] as unknown[]; // set by pdfmake for the node in hand
    items.forEach((item, index) => {
      const { availableWidth } = this.writer.context();
      if (keepsWithNext(item))
        this.moveIfShort(headingHeight(items, index, availableWidth, this.bodyHeight() * SHORT_ROW));
      if (items[index + 1]?.['closes'] === true)
        this.keepEndWith(item, nodeHeight(items[index + 1] ?? {}, availableWidth));
      this.processNode(item);
      if (item['closes'] === true) this.ending.noteClosing(this.writer.context());
      for (const position of item['positions'] as unknown[]) positions.push(position); // set by processNode
    });
  }

  /** What closes a document is not left alone: a table sees to it with its last row, a short text goes over as a whole. */
  private keepEndWith(item: LooseNode, closing: number): void {
    if (item['table'] !== undefined) {
      const margin = item['_margin'];
      const below = Array.isArray(margin) && typeof margin[3] === 'number' ? margin[3] : 0;
      Object.assign(item, { _closing: closing + below });
      return;
    }
    const height = nodeHeight(item, this.writer.context().availableWidth);
    if (height < this.bodyHeight() * SHORT_ENDING) this.moveIfShort(height + closing);
  }

  override processLeaf(node: LooseNode): void {
    const lines = this.linesOf(node, this.writer.context().availableWidth);
    const positions = node['positions'] as unknown[]; // set by pdfmake for the node in hand
    const { availableHeight } = this.writer.context();
    if (this.isWellFilled() && leavesOneLine(lines, availableHeight)) this.writer.moveToNextPage(pageOrientation(node));
    let placed = 0;
    lines.forEach((line, index) => {
      const isTooTall = line.getHeight() > this.writer.context().availableHeight && this.isBelowTop();
      if (isTooTall || this.partsHere(lines, index, placed)) {
        this.writer.moveToNextPage(pageOrientation(node));
        placed = 0;
      }
      const position = this.writer.addLine(line);
      if (!position && this.writer.transactionLevel === 0) {
        throw new DomainError('document.content-refused', { what: 'line-height' });
      }
      positions.push(position);
      placed++;
    });
  }

  override processTable(node: LooseNode): void {
    new TableFlow(this, node).run();
  }

  override processImage(node: LooseNode): void {
    const { availableWidth } = this.writer.context();
    const width = typeof node['_width'] === 'number' ? node['_width'] : 0;
    const height = typeof node['_height'] === 'number' ? node['_height'] : 0;
    const scale = Math.min(1, availableWidth / width, this.bodyHeight() / height);
    if (scale < 1) Object.assign(node, { _width: width * scale, _minWidth: width * scale, _height: height * scale });
    super.processImage(node);
  }

  /** Room between the margins of the page in hand, in points. */
  bodyHeight(): number {
    const { height } = this.writer.context().getCurrentPage().pageSize;
    const { top, bottom } = this.writer.context().pageMargins;
    return height - top - bottom;
  }

  /** Room on a page that holds nothing but what is repeated on each, in points. */
  emptyPage(): number {
    return this.writer.repeatables.reduce((room, { height }) => room - height, this.bodyHeight());
  }

  /** Goes to the next page when what must stay together does not fit here. @param height in points */
  moveIfShort(height: number): void {
    if (this.isTooShort(height)) this.writer.moveToNextPage();
  }

  /** Whether the room left is shorter than asked, on a page that is well filled. @param height in points */
  isTooShort(height: number): boolean {
    return height > this.writer.context().availableHeight + 0.01 && this.isWellFilled();
  }

  /** Lines of a measured text. @param width in points */
  linesOf(node: LooseNode, width: number): TextLine[] {
    const paragraph = node['_paragraph'];
    if (!(paragraph instanceof Paragraph)) return [];
    return allLines(paragraph, width).map((span) => {
      const line = makeLine(paragraph, span, width, span.next >= paragraph.text.length);
      line.owner = node;
      line.endsPhrase = span.forced || span.next > span.end;
      if (span.start === 0 && typeof node['id'] === 'string') line.id = node['id'];
      return line;
    });
  }

  private partsHere(lines: readonly TextLine[], index: number, placed: number): boolean {
    return this.isWellFilled() && isPlaceToPart(lines, index, placed, this.writer.context().availableHeight);
  }

  private isWellFilled(): boolean {
    return this.writer.transactionLevel === 0 && this.writer.context().availableHeight < this.bodyHeight() * MUCH_ROOM;
  }

  private isBelowTop(): boolean {
    return this.writer.context().y > this.writer.context().pageMargins.top;
  }
}

function pageOrientation(node: LooseNode): string | undefined {
  return typeof node['pageOrientation'] === 'string' ? node['pageOrientation'] : undefined;
}

/** Drawings are moved to their place on the page; to be laid again they have to be where they were. */
function moveBack(node: LooseNode): void {
  const reset = node['resetXY'] as () => void; // pdfmake gives it to every node that it lays
  reset();
}
