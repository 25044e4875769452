import { Checks, LANGUAGE } from './checks.js';
import type { Dict, PdfValue } from './pdf-objects.js';

const STANDARD_TYPES = new Set(
  (
    'Document Part Sect Div Caption P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Link Figure Formula Form Note Reference Quote BlockQuote TOC TOCI'
  ).split(' '),
);
const ALLOWED_CHILDREN: Readonly<Record<string, RegExp>> = {
  Table: /^(TR|THead|TBody|TFoot|Caption)$/,
  TR: /^(TH|TD)$/,
  L: /^(LI|L|Caption)$/,
  LI: /^(Lbl|LBody)$/,
};
interface Element {
  readonly object: number;
  readonly dict: Dict;
  readonly type: string;
  readonly children: Element[];
  readonly marks: { readonly page: number; readonly mcid: number }[];
  readonly annotations: number[];
}

/** The structure tree: complete, of standard types, with regular tables, sound headings and alternative texts. */
export class StructureChecks extends Checks {
  run(marks: readonly number[]): void {
    const tree = this.pdf.dict(this.pdf.catalog.get('/StructTreeRoot'));
    const root = this.element(tree.get('/K'), this.number(this.pdf.catalog.get('/StructTreeRoot')));
    this.fault(root.type !== 'Document', 'root element is not Document');
    const owners = new Map<string, number>();
    this.walk(root, owners);
    marks.forEach((count, page) => {
      for (let mcid = 0; mcid < count; mcid++)
        this.fault(!owners.has(`${page}/${mcid}`), `content ${page}/${mcid} in no element`);
    });
    this.checkParentTree(tree, marks, owners);
    this.checkHeadings(root);
  }

  private element(value: PdfValue | undefined, parent: number): Element {
    const dict = this.pdf.dict(value);
    const object = this.number(value);
    this.fault(this.number(dict.get('/P')) !== parent, `element ${object}: parent`);
    const element: Element = {
      object,
      dict,
      type: this.nameOf(dict.get('/S')).slice(1),
      children: [],
      marks: [],
      annotations: [],
    };
    const kids = dict.get('/K') ?? [];
    for (const kid of Array.isArray(kids) ? kids : [kids]) {
      const entry = this.pdf.get(kid);
      if (typeof entry === 'number') element.marks.push({ page: this.page(dict.get('/Pg')), mcid: entry });
      else if (entry instanceof Map && entry.get('/Type') === '/MCR') {
        element.marks.push({ page: this.page(entry.get('/Pg')), mcid: Number(entry.get('/MCID')) });
      } else if (entry instanceof Map && entry.get('/Type') === '/OBJR')
        element.annotations.push(this.number(entry.get('/Obj')));
      else element.children.push(this.element(kid, object));
    }
    return element;
  }

  private walk(element: Element, owners: Map<string, number>): void {
    this.fault(!STANDARD_TYPES.has(element.type), `element type ${element.type}`);
    const allowed = ALLOWED_CHILDREN[element.type];
    for (const child of element.children) {
      this.fault(allowed !== undefined && !allowed.test(child.type), `${child.type} inside ${element.type}`);
      this.walk(child, owners);
    }
    for (const { page, mcid } of element.marks) {
      this.fault(page < 0 || owners.has(`${page}/${mcid}`), `content ${page}/${mcid} twice or on no page`);
      this.fault(allowed !== undefined, `content directly inside ${element.type}`);
      owners.set(`${page}/${mcid}`, element.object);
    }
    const lang = element.dict.get('/Lang');
    this.fault(lang !== undefined && !LANGUAGE.test(this.pdf.text(lang)), `language of ${element.type}`);
    if (element.type === 'Figure') this.checkFigure(element);
    if (element.type === 'Table') this.checkTable(element);
    if (element.type === 'Link') this.fault(element.annotations.length === 0, 'Link without annotation');
  }

  private checkFigure(figure: Element): void {
    const alt = figure.dict.get('/Alt');
    this.fault(alt === undefined || this.pdf.text(alt).trim() === '', 'Figure without alternative text');
    const box = this.attribute(figure, '/BBox');
    this.fault(!Array.isArray(box) || box.length !== 4, 'Figure without box');
  }

  private attribute(element: Element, key: string): PdfValue | undefined {
    for (const entry of this.pdf.list(element.dict.get('/A'))) {
      const found = this.pdf.dict(entry).get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private checkTable(table: Element): void {
    const rows = table.children.filter((child) => child.type === 'TR');
    const carried: number[] = [];
    const widths = rows.map((row) => {
      let column = 0;
      const taken = carried.map((left) => left > 0);
      carried.forEach((left, at) => (carried[at] = Math.max(0, left - 1)));
      for (const cell of row.children) {
        while (taken[column]) column++;
        const across = Number(this.attribute(cell, '/ColSpan') ?? 1);
        const down = Number(this.attribute(cell, '/RowSpan') ?? 1);
        for (let at = column; at < column + across; at++) {
          this.fault(taken[at] === true, 'table cells overlap');
          taken[at] = true;
          carried[at] = Math.max(carried[at] ?? 0, down - 1);
        }
        column += across;
        if (cell.type === 'TH') this.fault(this.attribute(cell, '/Scope') === undefined, 'TH without scope');
      }
      return taken.filter(Boolean).length;
    });
    this.fault(new Set(widths).size > 1, `table rows of ${[...new Set(widths)].join(', ')} columns`);
    this.fault(!rows.some((row) => row.children.some((cell) => cell.type === 'TH')), 'table without header cells');
    this.fault(
      carried.some((left) => left > 0),
      'a cell reaches below its table',
    );
  }

  private checkParentTree(tree: Dict, marks: readonly number[], owners: ReadonlyMap<string, number>): void {
    const entries = this.pdf.list(this.pdf.dict(tree.get('/ParentTree')).get('/Nums'));
    const byKey = new Map<number, PdfValue>();
    for (let at = 0; at < entries.length; at += 2) byKey.set(Number(entries[at]), entries[at + 1] ?? null);
    marks.forEach((count, page) => {
      const parents = this.pdf.list(byKey.get(page));
      this.fault(parents.length !== count, `parent tree of page ${page + 1}: ${parents.length} of ${count}`);
      parents.forEach((parent, mcid) =>
        this.fault(this.number(parent) !== owners.get(`${page}/${mcid}`), `parent tree ${page}/${mcid} differs`),
      );
    });
    this.pdf.pages.forEach((page) => {
      for (const annotation of this.pdf.list(page.get('/Annots'))) {
        const key = Number(this.pdf.dict(annotation).get('/StructParent'));
        this.fault(this.pdf.dict(byKey.get(key)).get('/S') !== '/Link', 'annotation does not belong to a Link');
      }
    });
  }

  private checkHeadings(root: Element): void {
    let level = 0;
    const visit = (element: Element): void => {
      const own = /^H([1-6])$/.exec(element.type);
      if (own) {
        this.fault(Number(own[1]) > level + 1, `heading level ${own[1]} after ${level}`);
        level = Number(own[1]);
      }
      element.children.forEach(visit);
    };
    visit(root);
  }
}
