import type { DocumentImage } from '../pdf/images.js';
import type { TextInline } from '../lines/line-contents.js';
import { isText } from './span-lines.js';
import { DocMeasure, type LooseNode, type MeasuredTable, type StyleStack } from './pdfmake-parts.js';
import type { TextMeasure } from './text-measure.js';

/** pdfmake's measuring with our text, and with every drawing remembering the node it belongs to. */
export class NodeMeasure extends DocMeasure {
  constructor(
    styles: object,
    defaultStyle: object,
    tableLayouts: object,
    private readonly text: TextMeasure,
    private readonly images: ReadonlyMap<string, DocumentImage>,
    private readonly continuedWord: string,
  ) {
    super({ images: {} }, styles, defaultStyle, undefined, tableLayouts);
    this.textInlines = text;
  }

  override measureLeaf(node: LooseNode): LooseNode {
    const paragraph = this.text.paragraph(node['text'], this.styleStack);
    node['_paragraph'] = paragraph;
    node['_cursor'] = 0;
    node['_inlines'] = [];
    node['_minWidth'] = paragraph.minWidth;
    node['_maxWidth'] = paragraph.maxWidth;
    return node;
  }

  override measureImage(node: LooseNode): LooseNode {
    const image = this.images.get(String(node['image']));
    this.measureImageWithDimensions(node, image ?? { width: 1, height: 1 });
    return node;
  }

  override measureQr(node: LooseNode): LooseNode {
    const measured = super.measureQr(node);
    own(measured['_canvas'], node);
    return measured;
  }

  /** Laying moves the points of a drawing, so a document laid again needs them as they were given. */
  override measureCanvas(node: LooseNode): LooseNode {
    node['_drawing'] ??= node['canvas'];
    node['canvas'] = structuredClone(node['_drawing']);
    const measured = super.measureCanvas(node);
    own(measured['canvas'], node);
    return measured;
  }

  /** Group rows get a twin that says the group goes on; it is measured here, where the table's style holds. */
  override measureTable(node: LooseNode): LooseNode {
    node['_fitted'] = takeFitted(node['table'] as MeasuredTable); // intake has checked the table
    const measured = super.measureTable(node);
    const table = measured['table'] as MeasuredTable; // pdfmake has just made it so
    const rows = Array.isArray(node['groupRows']) ? node['groupRows'] : [];
    const continued = new Map<number, LooseNode[]>();
    for (const row of rows) {
      const cells = typeof row === 'number' ? table.body[row] : undefined;
      if (cells && typeof row === 'number') continued.set(row, this.continuedRow(cells));
    }
    measured['_continuedRows'] = continued;
    for (const cell of table.body.flat()) if (spansRows(cell)) this.prepareRepeat(cell);
    return measured;
  }

  /** Where a cell that spans rows goes on over a page, its text is written again, or its first lines and the word alone. */
  private prepareRepeat(cell: LooseNode): void {
    if (!isText(cell)) return;
    const { stack: _stack, ...styled } = cell;
    cell['_again'] = this.measureNode(withLast(cell, this.continuedWord));
    cell['_mark'] = this.measureNode({ ...styled, text: this.continuedWord });
  }

  private continuedRow(cells: readonly LooseNode[]): LooseNode[] {
    let isFirst = true;
    return cells.map((cell) => {
      if (cell['_span'] === true) return cell;
      if (!isFirst || cell['text'] === undefined) return this.measureNode({ ...cell });
      isFirst = false;
      return this.measureNode({ ...cell, text: [cell['text'], ` ${this.continuedWord}`] });
    });
  }

  override buildOrderedMarker(
    item: LooseNode,
    counter: number,
    stack: StyleStack,
    type: string,
    separator: unknown,
  ): { _inlines?: TextInline[] } {
    const marker =
      type === 'thai'
        ? { _inlines: this.text.buildInlines(`${thaiDigits(counter)}${separatorAfter(separator)} `, stack).items }
        : (super.buildOrderedMarker(item, counter, stack, type, separator) as { _inlines?: TextInline[] }); // our text measure made them
    for (const inline of marker._inlines ?? []) inline.labelOf = item;
    return marker;
  }

  override buildUnorderedMarker(...parts: [LooseNode, ...unknown[]]): LooseNode {
    const marker = super.buildUnorderedMarker(...parts);
    const vectors = Array.isArray(marker['canvas']) ? marker['canvas'] : [];
    for (const vector of vectors) Object.assign(vector as object, { _labelOf: parts[0] }); // vectors are objects
    return marker;
  }
}

/** pdfmake does not know `fit`: to it the column is `auto`. @returns for each column whether it is fitted */
function takeFitted(table: MeasuredTable): boolean[] {
  const specs: unknown = table.widths;
  const list = Array.isArray(specs) ? (specs as unknown[]) : (table.body[0] ?? []).map(() => specs);
  const spec = (entry: unknown): unknown => (isFit(entry) ? 'auto' : entry);
  Object.assign(table, { widths: Array.isArray(specs) ? list.map(spec) : spec(specs) });
  return list.map(isFit);
}

function isFit(spec: unknown): boolean {
  return spec === 'fit';
}

function spansRows(cell: LooseNode): boolean {
  return cell['_span'] !== true && typeof cell['rowSpan'] === 'number' && cell['rowSpan'] > 1;
}

/** A copy of a cell of texts that ends with a word more. */
function withLast(node: LooseNode, word: string): LooseNode {
  const { stack } = node;
  if (!Array.isArray(stack)) return { ...node, text: [node['text'], ` ${word}`] };
  const children = stack as LooseNode[]; // pdfmake turns every child into a node
  return {
    ...node,
    stack: children.map((child, index) => (index === children.length - 1 ? withLast(child, word) : copyOf(child))),
  };
}

function copyOf(node: LooseNode): LooseNode {
  const { stack } = node;
  return Array.isArray(stack) ? { ...node, stack: (stack as LooseNode[]).map(copyOf) } : { ...node }; // as above
}

function separatorAfter(separator: unknown): string {
  return typeof separator === 'string' ? separator : '.';
}

function thaiDigits(counter: number): string {
  return String(counter).replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}

function own(vectors: unknown, owner: LooseNode): void {
  if (!Array.isArray(vectors)) return;
  for (const vector of vectors) {
    if (typeof vector === 'object' && vector !== null) Object.assign(vector, { _owner: owner });
  }
}
