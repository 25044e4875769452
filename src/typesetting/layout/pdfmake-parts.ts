import { createRequire } from 'node:module';

/** The parts of pdfmake that are built upon, typed as far as they are used. pdfmake 0.3.11 is pinned. */
export type LooseNode = Record<string, unknown>;

export interface StyleStack {
  readonly styleDictionary: Readonly<Record<string, Readonly<Record<string, unknown>>>> | null;
  readonly defaultStyle: Readonly<Record<string, unknown>> | undefined;
  readonly styleOverrides: (string | Readonly<Record<string, unknown>>)[];
  auto<T>(item: object, callback: () => T): T;
  getProperty(name: string): unknown;
  clone(): StyleStack;
  push(entry: object): void;
}

export interface Inline {
  x: number;
  width: number;
  height: number;
  readonly font: { readonly ascender: number; readonly descender: number };
  readonly fontSize: number;
  readonly alignment: string;
}

export interface Line {
  x: number;
  y: number;
  maxWidth: number;
  inlineWidths: number;
  inlines: Inline[];
  leadingCut: number;
  trailingCut: number;
  newLineForced?: boolean;
  lastLineInParagraph?: boolean;
  getHeight(): number;
  getWidth(): number;
  getAscenderHeight(): number;
  clone(): Line;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly orientation?: string;
}

export interface PageItem {
  readonly type: string;
  item: LooseNode;
}

export interface Page {
  readonly items: PageItem[];
  readonly pageSize: PageSize;
  readonly pageMargins: { left: number; top: number; right: number; bottom: number };
  readonly customProperties: Record<string, unknown>;
}

export interface Context {
  x: number;
  y: number;
  page: number;
  availableWidth: number;
  availableHeight: number;
  readonly pages: Page[];
  readonly pageMargins: { left: number; top: number; right: number; bottom: number };
  readonly backgroundLength: number[];
  getCurrentPage(): Page;
  moveDown(height: number): void;
  addListener(event: string, listener: (page: Page) => void): void;
}

export interface Repeatable {
  readonly items: PageItem[];
  readonly height: number;
  xOffset: number;
  insertedOnPages: boolean[];
}

export interface Writer {
  context(): Context;
  transactionLevel: number;
  readonly contextStack: Context[];
  readonly repeatables: Repeatable[];
  addFragment(block: object, useX?: boolean, useY?: boolean, keepPosition?: boolean): unknown;
  addPage(size: unknown, orientation: unknown, margins: unknown): void;
  moveToNextPage(orientation?: string): void;
  addLine(line: Line, keepPosition?: boolean, index?: number): unknown;
  setMaxListeners(most: number): void;
  addVector(vector: object, ignoreX?: boolean, ignoreY?: boolean, index?: number, page?: number): unknown;
  beginUnbreakableBlock(width?: number, height?: number): void;
  commitUnbreakableBlock(x?: number, y?: number): void;
  currentBlockToRepeatable(): Repeatable;
  pushToRepeatables(repeatable: Repeatable): void;
  popFromRepeatables(): void;
  popContext(): void;
}

const require = createRequire(import.meta.url);
function part(name: string): unknown {
  const loaded = require(`pdfmake/js/${name}.js`) as { default: unknown }; // CommonJS without types
  return loaded.default;
}

export interface WriterClass {
  new (context: Context): Writer;
}
export const PageElementWriter = part('PageElementWriter') as WriterClass; // shape above, pinned version
export const DocumentContext = part('DocumentContext') as new () => Context; // shape above, pinned version

export const LineClass = part('Line') as new (maxWidth: number) => Line; // shape above, pinned version

export interface MeasuredTable {
  body: LooseNode[][];
  widths: { width: unknown; _minWidth: number; _maxWidth: number; _calcWidth?: number }[];
  headerRows?: number;
  dontBreakRows?: boolean;
  heights?: unknown;
}

/** Measures nodes; subclassed to measure text our way. */
export interface DocMeasureParts {
  pdfDocument: object;
  textInlines: object;
  styleStack: StyleStack;
  measureDocument(node: unknown): LooseNode;
  measureBlock(node: unknown): LooseNode;
  measureNode(node: LooseNode): LooseNode;
  measureLeaf(node: LooseNode): LooseNode;
  measureImage(node: LooseNode): LooseNode;
  measureQr(node: LooseNode): LooseNode;
  measureCanvas(node: LooseNode): LooseNode;
  measureTable(node: LooseNode): LooseNode;
  measureImageWithDimensions(node: LooseNode, size: { width: number; height: number }): void;
  buildOrderedMarker(
    item: LooseNode,
    counter: number,
    stack: StyleStack,
    type: string,
    separator: unknown,
  ): { _inlines?: Inline[] };
  buildUnorderedMarker(...parts: [LooseNode, ...unknown[]]): LooseNode;
}
export const DocMeasure = part('DocMeasure') as new (
  document: object,
  styles: object,
  defaultStyle: object,
  svg: object | undefined,
  tableLayouts: object,
) => DocMeasureParts; // shape above, pinned version

/** pdfmake's record of a page change inside a row: where the page left ended, and where the next begins. Points. */
export interface PageBreak {
  readonly prevPage: number;
  readonly prevY: number;
  readonly y: number;
}

/** Places measured nodes on pages; subclassed for Thai lines and table rules. */
export interface LayoutBuilderParts {
  writer: Writer;
  docPreprocessor: { preprocessDocument(node: unknown): unknown; preprocessBlock(node: unknown): unknown };
  docMeasure: DocMeasureParts;
  readonly tableLayouts: object;
  linearNodeList: LooseNode[];
  nestedLevel: number;
  registerTableLayouts(layouts: object): void;
  layoutDocument(
    content: unknown,
    document: object,
    styles: object,
    defaultStyle: object,
    background: unknown,
    header: unknown,
    footer: unknown,
    watermark: unknown,
    pageBreakBefore: unknown,
  ): Page[];
  tryLayoutDocument(
    content: unknown,
    document: object,
    styles: object,
    defaultStyle: object,
    ...rest: unknown[]
  ): object;
  processNode(node: LooseNode, verticalAlignment?: boolean): void;
  processVerticalContainer(node: LooseNode): void;
  processTable(node: LooseNode): void;
  processImage(node: LooseNode): void;
  processLeaf(node: LooseNode): void;
  processRow(row: object): { positions: unknown[]; pageBreaks: PageBreak[] };
  buildNextLine(node: LooseNode): Line | null;
  addBackground(background: unknown): void;
  addHeadersAndFooters(header: unknown, footer: unknown): void;
  _findSameRowPageBreakByRowSpanData(
    breaks: unknown,
    page: number,
    row: number,
  ): { prevPage: number } | null | undefined;
  _getPageBreakListBySpan(node: LooseNode, page: number, row: number): unknown;
}
export const LayoutBuilder = part('LayoutBuilder') as new (
  pageSize: PageSize,
  margins: object,
  svg: object | undefined,
) => LayoutBuilderParts; // shape above, pinned version

export const normalizePage = require('pdfmake/js/PageSize.js') as {
  normalizePageSize(size: unknown, orientation: unknown): PageSize;
  normalizePageMargin(margin: unknown): { left: number; top: number; right: number; bottom: number };
}; // CommonJS without types

export const namedTableLayouts = (require('pdfmake/js/tableLayouts.js') as { tableLayouts: object }).tableLayouts; // as above

export interface TableProcessorParts {
  beginTable(writer: Writer): void;
  beginRow(row: number, writer: Writer): void;
  endRow(row: number, writer: Writer, pageBreaks: unknown[]): void;
  endTable(writer: Writer): void;
  drawHorizontalLine(line: number, writer: Writer): void;
  readonly dontBreakRows: boolean;
  readonly headerRows: number;
  readonly rowsWithoutPageBreak: number;
  readonly rowSpanData: { readonly left: number; readonly width: number; rowSpan: number }[];
  readonly rowPaddingTop: number;
  readonly topLineWidth: number;
  readonly layout: TableLayoutParts;
}

export interface TableLayoutParts {
  readonly hLineWhenBroken?: boolean;
  readonly hLineColor: unknown;
  hLineWidth(line: number, node: object): number;
  vLineWidth(line: number, node: object): number;
  paddingTop(row: number, node: object): number;
  paddingBottom(row: number, node: object): number;
  paddingLeft(column: number, node: object): number;
  paddingRight(column: number, node: object): number;
}
export const TableProcessor = part('TableProcessor') as new (node: object) => TableProcessorParts; // shape above, pinned version

/** Draws a QR code as squares of five units on a white ground, level L unless another is asked for. */
export const qrEncoder = part('qrEnc') as { measure(node: LooseNode): LooseNode }; // shape of the pinned version
