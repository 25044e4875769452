import type { LooseNode, MeasuredTable } from '../layout/pdfmake-parts.js';
import { StructureElement } from './structure-element.js';

/** The structure tree of a measured document, and the element each node's content belongs to. */
export interface DocumentStructure {
  readonly document: StructureElement;
  /** Nodes without an element are decoration. */
  readonly elements: ReadonlyMap<object, StructureElement>;
  /** List items to the element of their number or bullet. */
  readonly labels: ReadonlyMap<object, StructureElement>;
  readonly headings: readonly StructureElement[];
}

/** A text inside one of these is part of it. */
const TEXT_TYPES = new Set(['P', 'H1', 'H2', 'H3', 'Caption']);
const HEADING_TYPES: Readonly<Record<string, string>> = { h1: 'H1', h2: 'H2', h3: 'H3' };

export function buildStructure(root: LooseNode): DocumentStructure {
  const walk = new StructureWalk();
  walk.node(root, walk.document);
  walk.settleHeadings();
  return walk;
}

class StructureWalk implements DocumentStructure {
  readonly document = new StructureElement('Document', undefined);
  readonly elements = new Map<object, StructureElement>();
  readonly labels = new Map<object, StructureElement>();
  readonly headings: StructureElement[] = [];

  node(node: LooseNode, parent: StructureElement): void {
    if (node['role'] === 'artifact' || node['_span'] === true) return;
    const own = this.ownElement(node, parent);
    if (isFigure(node)) this.figure(node, own);
    else if (node['text'] !== undefined) this.text(node, own, own !== parent);
    else if (Array.isArray(node['ul']) || Array.isArray(node['ol'])) this.list(node, own);
    else if (node['table'] !== undefined) this.table(node, own);
    else for (const child of childrenOf(node)) this.node(child, own);
  }

  /** A container with the role of a heading or paragraph is one such element; its texts are parts of it. */
  private ownElement(node: LooseNode, parent: StructureElement): StructureElement {
    const role = node['role'];
    if (typeof role !== 'string') return parent;
    const heading = HEADING_TYPES[role];
    if (heading) {
      const element = this.make(heading, node, parent);
      element.title = plainText(node).trim();
      this.headings.push(element);
      return element;
    }
    if (role === 'caption') return this.make(isCaptionPlace(parent) ? 'Caption' : 'P', node, parent);
    return role === 'p' ? this.make('P', node, parent) : parent;
  }

  /** A text alone in its cell or list item is that element's own content; otherwise texts are paragraphs. */
  private text(node: LooseNode, element: StructureElement, isOwn: boolean): void {
    const isPart = isOwn || TEXT_TYPES.has(element.type) || node['_alone'] === true;
    this.elements.set(node, isPart ? element : this.make('P', node, element));
  }

  private figure(node: LooseNode, parent: StructureElement): void {
    if (typeof node['alt'] !== 'string' || node['alt'] === '') return;
    const figure = this.make('Figure', node, parent);
    figure.alt = node['alt'];
    this.elements.set(node, figure);
  }

  private list(node: LooseNode, parent: StructureElement): void {
    const list = this.make('L', node, parent);
    const isOrdered = Array.isArray(node['ol']);
    const isMarked = node['type'] !== 'none';
    list.attributes.push(`<</O/List/ListNumbering/${isMarked ? (isOrdered ? 'Decimal' : 'Disc') : 'None'}>>`);
    let body: StructureElement | undefined;
    for (const item of (node['ol'] ?? node['ul']) as LooseNode[]) {
      // pdfmake gives a list inside a list no number of its own: it goes on with the item before.
      const isNested = item['ul'] !== undefined || item['ol'] !== undefined;
      if (!isNested || !body) {
        const entry = new StructureElement('LI', list);
        if (isMarked && !isNested) this.label(item, entry, isOrdered);
        body = new StructureElement('LBody', entry);
      }
      if (item['text'] !== undefined) item['_alone'] = true;
      this.node(item, body);
    }
  }

  private label(item: LooseNode, entry: StructureElement, isOrdered: boolean): void {
    const label = new StructureElement('Lbl', entry);
    if (!isOrdered) label.actualText = '\u2022';
    this.labels.set(item, label);
  }

  private table(node: LooseNode, parent: StructureElement): void {
    const table = node['table'] as MeasuredTable; // pdfmake has measured the table
    if (isForPlacement(node, table)) {
      for (const cell of table.body.flat()) this.node(cell, parent);
      return;
    }
    const element = this.make('Table', node, parent);
    const groups = new Set(Array.isArray(node['groupRows']) ? (node['groupRows'] as unknown[]) : []);
    table.body.forEach((cells, row) => {
      const line = new StructureElement('TR', element);
      cells.forEach((cell, column) => {
        if (cell['_span'] === true) return;
        this.cell(cell, line, scopeOf(table, row, column, groups.has(row)));
      });
    });
  }

  private cell(cell: LooseNode, row: StructureElement, scope: string | undefined): void {
    const element = new StructureElement(scope ? 'TH' : 'TD', row);
    const spans = `${spanEntry('RowSpan', cell['rowSpan'])}${spanEntry('ColSpan', cell['colSpan'])}`;
    if (scope || spans) element.attributes.push(`<</O/Table${scope ? `/Scope/${scope}` : ''}${spans}>>`);
    if (cell['text'] !== undefined) cell['_alone'] = true;
    this.node(cell, element);
  }

  private make(type: string, node: LooseNode, parent: StructureElement): StructureElement {
    const element = new StructureElement(type, parent);
    if (typeof node['lang'] === 'string') element.lang = node['lang'];
    return element;
  }

  /** PDF/UA allows no skipped level, and a first heading of level 1. */
  settleHeadings(): void {
    const open: number[] = [];
    for (const heading of this.headings) {
      const level = Number(heading.type.slice(1));
      while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
      open.push(level);
      heading.type = `H${open.length}`;
    }
  }
}

function isFigure(node: LooseNode): boolean {
  return node['image'] !== undefined || node['qr'] !== undefined || node['canvas'] !== undefined;
}

function isCaptionPlace(parent: StructureElement): boolean {
  return parent.type === 'Table' || parent.type === 'Figure' || parent.type === 'L';
}

/** Columns, or a frame around something, made with a table: not a table to a reader. */
function isForPlacement(node: LooseNode, table: MeasuredTable): boolean {
  if (node['role'] === 'layout') return true;
  const isSingle = table.body.length === 1 || (table.body[0]?.length ?? 0) === 1;
  return (table.headerRows ?? 0) === 0 && (isSingle || node['layout'] === 'noBorders');
}

/** Without header rows the first column names its rows. */
function scopeOf(table: MeasuredTable, row: number, column: number, isGroup: boolean): string | undefined {
  const headers = table.headerRows ?? 0;
  if (row < headers) return 'Column';
  if (isGroup) return 'Row';
  return headers === 0 && column === 0 ? 'Row' : undefined;
}

function spanEntry(key: string, value: unknown): string {
  return typeof value === 'number' && value > 1 ? `/${key} ${value}` : '';
}

function childrenOf(node: LooseNode): LooseNode[] {
  const children = node['stack'] ?? node['columns'];
  return Array.isArray(children) ? (children as LooseNode[]) : []; // pdfmake turns every child into a node
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainText).join('');
  if (typeof value !== 'object' || value === null) return '';
  const node = value as LooseNode; // an object
  return plainText(node['text'] ?? node['stack'] ?? node['columns'] ?? '');
}
