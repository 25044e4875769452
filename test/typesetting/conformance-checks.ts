import { type Dict, Parser, PdfObjects, PdfString, type PdfValue, Ref } from './pdf-objects.js';

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
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

interface Element {
  readonly object: number;
  readonly dict: Dict;
  readonly type: string;
  readonly children: Element[];
  readonly marks: { readonly page: number; readonly mcid: number }[];
  readonly annotations: number[];
}

/** Rules of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that can be checked on the objects. @returns what is broken */
export function conformanceFaults(bytes: Uint8Array, pdf = new PdfObjects(bytes)): string[] {
  return new ConformanceCheck(bytes, pdf).run();
}

class ConformanceCheck {
  private readonly faults: string[] = [];
  private readonly pageNumbers = new Map<number, number>();
  private readonly usedCodes = new Map<number, Set<number>>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly pdf: PdfObjects,
  ) {
    const kids = this.pdf.list(this.pdf.dict(this.pdf.catalog.get('/Pages')).get('/Kids'));
    kids.forEach((kid, index) => this.pageNumbers.set(this.number(kid), index));
  }

  run(): string[] {
    this.checkFile();
    this.checkCatalog();
    this.checkMetadata();
    const marks = this.pdf.pages.map((page, index) => this.checkPage(page, index));
    this.checkStructure(marks);
    this.checkFonts();
    this.checkColoursAndImages();
    this.checkBookmarks();
    return this.faults;
  }

  private fault(condition: boolean, text: string): void {
    if (condition) this.faults.push(text);
  }

  private number(value: PdfValue | undefined): number {
    return value instanceof Ref ? value.object : 0;
  }

  private checkFile(): void {
    const head = Buffer.from(this.bytes.subarray(0, 20)).toString('latin1');
    this.fault(!/^%PDF-1\.7\n%[\x80-\xFF]{4}\n/.test(head), 'header and binary comment');
    const id = this.pdf.list(this.pdf.trailer.get('/ID'));
    this.fault(
      id.length !== 2 || id.some((part) => !(part instanceof PdfString) || part.bytes.length < 16),
      'trailer ID',
    );
    this.fault(this.pdf.trailer.has('/Encrypt'), 'encrypted');
    for (let object = 1; object <= this.pdf.count; object++) {
      const value = this.pdf.get(new Ref(object));
      this.fault(value instanceof Map && value.get('/S') === '/JavaScript', `object ${object} is a script`);
    }
  }

  private checkCatalog(): void {
    const { catalog } = this.pdf;
    this.fault(!LANGUAGE.test(this.pdf.text(catalog.get('/Lang'))), 'document language');
    this.fault(this.pdf.dict(catalog.get('/MarkInfo')).get('/Marked') !== true, 'Marked');
    this.fault(this.pdf.dict(catalog.get('/ViewerPreferences')).get('/DisplayDocTitle') !== true, 'DisplayDocTitle');
    const intents = this.pdf.list(catalog.get('/OutputIntents'));
    this.fault(intents.length !== 1, 'one output intent');
    const intent = this.pdf.dict(intents[0]);
    this.fault(intent.get('/S') !== '/GTS_PDFA1', 'output intent subtype');
    const profile = this.pdf.stream(intent.get('/DestOutputProfile'));
    this.fault(profile.dict.get('/N') !== 3, 'profile components');
    const icc = profile.data;
    this.fault(icc.readUInt32BE(0) !== icc.length || icc.toString('latin1', 36, 40) !== 'acsp', 'profile header');
    this.fault(icc.toString('latin1', 12, 20) !== 'mntrRGB ', 'profile class');
    for (const key of ['/AA', '/OpenAction', '/AcroForm', '/OCProperties', '/Names']) {
      this.fault(catalog.has(key), `catalog has ${key}`);
    }
  }

  private checkMetadata(): void {
    const stream = this.pdf.stream(this.pdf.catalog.get('/Metadata'));
    this.fault(stream.dict.has('/Filter'), 'metadata is packed');
    const xmp = stream.data.toString('utf8');
    const has = (pattern: RegExp, what: string): void => this.fault(!pattern.test(xmp), `XMP: ${what}`);
    has(/<pdfaid:part>2<\/pdfaid:part>/, 'PDF/A part');
    has(/<pdfaid:conformance>A<\/pdfaid:conformance>/, 'PDF/A conformance');
    has(/<pdfuaid:part>1<\/pdfuaid:part>/, 'PDF/UA part');
    has(
      /<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/<\/pdfaSchema:namespaceURI>/,
      'schema of pdfuaid',
    );
    has(/<pdfaProperty:name>part<\/pdfaProperty:name><pdfaProperty:valueType>Integer</, 'property of pdfuaid');
    const info = this.pdf.dict(this.pdf.trailer.get('/Info'));
    const title = this.pdf.text(info.get('/Title'));
    const escaped = title.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    this.fault(
      !xmp.includes(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li>`),
      'XMP: title differs',
    );
    const date = /D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/.exec(this.pdf.text(info.get('/CreationDate')));
    const [, y, m, d, h, i, s] = date ?? [];
    this.fault(!xmp.includes(`<xmp:CreateDate>${y}-${m}-${d}T${h}:${i}:${s}Z<`), 'XMP: creation date differs');
  }

  /** @returns number of marked contents on the page */
  private checkPage(page: Dict, index: number): number {
    this.fault(page.get('/Tabs') !== '/S', `page ${index + 1}: tab order`);
    this.fault(page.get('/StructParents') !== index, `page ${index + 1}: StructParents`);
    this.fault(page.has('/AA') || page.has('/Group'), `page ${index + 1}: actions or transparency`);
    for (const annotation of this.pdf.list(page.get('/Annots'))) this.checkAnnotation(this.pdf.dict(annotation), index);
    return this.checkContent(page, index);
  }

  private checkAnnotation(annotation: Dict, index: number): void {
    const where = `page ${index + 1}: annotation`;
    this.fault(annotation.get('/Subtype') !== '/Link', `${where} subtype`);
    this.fault(annotation.get('/F') !== 4, `${where} is not printed`);
    this.fault(this.pdf.text(annotation.get('/Contents')) === '', `${where} has no contents`);
    this.fault(typeof annotation.get('/StructParent') !== 'number', `${where} is not in the structure`);
  }

  private checkContent(page: Dict, index: number): number {
    const fonts = this.pdf.dict(this.pdf.dict(page.get('/Resources')).get('/Font'));
    const parser = new Parser(this.pdf.stream(page.get('/Contents')).data, 0);
    const open: string[] = [];
    const seen = new Set<number>();
    let font = 0;
    let operands: PdfValue[] = [];
    const isMarked = (): boolean => open.some((mark) => mark === 'artifact' || mark === 'tagged');
    while (!parser.isAtEnd) {
      const token = parser.token();
      if (!isOperator(token)) {
        operands.push(token);
        continue;
      }
      const { operator } = token;
      if (operator === 'BDC' || operator === 'BMC') open.push(this.openMark(operands, open, seen, index));
      else if (operator === 'EMC') this.fault(open.pop() === undefined, `page ${index + 1}: EMC without a mark`);
      else if (operator === 'Tf') font = this.number(fonts.get(nameOf(operands[0])));
      else if (/^(Tj|TJ|f|S|B|Do|s|b|f\*|B\*)$/.test(operator)) {
        this.fault(!isMarked(), `page ${index + 1}: ${operator} outside any mark`);
        if (operator === 'Tj' || operator === 'TJ') this.noteCodes(font, operands[0] ?? null);
      } else this.fault(!KNOWN_OPERATORS.test(operator), `page ${index + 1}: operator ${operator}`);
      operands = [];
    }
    this.fault(open.length > 0, `page ${index + 1}: a mark is not closed`);
    for (let mcid = 0; mcid < seen.size; mcid++)
      this.fault(!seen.has(mcid), `page ${index + 1}: MCID ${mcid} is left out`);
    return seen.size;
  }

  private openMark(operands: readonly PdfValue[], open: readonly string[], seen: Set<number>, index: number): string {
    const [tag, properties] = operands;
    if (tag === '/Artifact') {
      this.fault(open.includes('tagged'), `page ${index + 1}: artifact inside tagged content`);
      return 'artifact';
    }
    const mcid = properties instanceof Map ? properties.get('/MCID') : undefined;
    if (typeof mcid === 'number') {
      this.fault(open.length > 0, `page ${index + 1}: marks are nested`);
      this.fault(seen.has(mcid), `page ${index + 1}: MCID ${mcid} twice`);
      seen.add(mcid);
      return 'tagged';
    }
    const lang = properties instanceof Map ? properties.get('/Lang') : undefined;
    this.fault(!(lang instanceof PdfString) || !LANGUAGE.test(lang.text), `page ${index + 1}: mark without meaning`);
    return 'span';
  }

  private noteCodes(font: number, shown: PdfValue): void {
    const codes = this.usedCodes.get(font) ?? new Set();
    this.usedCodes.set(font, codes);
    for (const part of Array.isArray(shown) ? shown : [shown]) {
      if (!(part instanceof PdfString)) continue;
      for (let at = 0; at < part.bytes.length; at += 2) codes.add(part.bytes.readUInt16BE(at));
    }
  }

  private checkStructure(marks: readonly number[]): void {
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
      type: nameOf(dict.get('/S')).slice(1),
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

  private page(value: PdfValue | undefined): number {
    return this.pageNumbers.get(this.number(value)) ?? -1;
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

  private checkFonts(): void {
    for (const [object, codes] of this.usedCodes) {
      const font = this.pdf.dict(new Ref(object));
      const descendant = this.pdf.dict(this.pdf.list(font.get('/DescendantFonts'))[0]);
      const descriptor = this.pdf.dict(descendant.get('/FontDescriptor'));
      this.fault(!descriptor.has('/FontFile2') && !descriptor.has('/FontFile3'), 'font is not embedded');
      this.fault(font.get('/BaseFont') !== descriptor.get('/FontName'), 'font names differ');
      const isTrueType = descendant.get('/Subtype') === '/CIDFontType2';
      this.fault(isTrueType && descendant.get('/CIDToGIDMap') !== '/Identity', 'CIDToGIDMap');
      const map = toUnicode(this.pdf.stream(font.get('/ToUnicode')).data.toString('latin1'));
      for (const code of codes) {
        this.fault(code === 0, '.notdef is shown');
        const text = map.get(code);
        this.fault(text === undefined || text === '', `code ${code} has no text`);
        this.fault(
          text !== undefined && /[\u0000\uFEFF\uFFFE\uE000-\uF8FF]/.test(text),
          `code ${code} stands for a forbidden character`,
        );
      }
      if (isTrueType) this.checkWidths(descendant, this.pdf.stream(descriptor.get('/FontFile2')).data);
    }
  }

  private checkWidths(descendant: Dict, program: Buffer): void {
    const [first, widths] = this.pdf.list(descendant.get('/W'));
    const tables = sfntTables(program);
    const unitsPerEm = tables.get('head')?.readUInt16BE(18) ?? 1000;
    const hmtx = tables.get('hmtx');
    const glyphs = tables.get('maxp')?.readUInt16BE(4) ?? 0;
    (widths as number[]).forEach((width, index) => {
      const code = Number(first) + index;
      this.fault(code >= glyphs, `code ${code} beyond the font's glyphs`);
      const own = ((hmtx?.readUInt16BE(code * 4) ?? 0) * 1000) / unitsPerEm;
      this.fault(Math.abs(own - width) > 1, `width of code ${code}: ${width} and ${own}`);
    });
  }

  private checkColoursAndImages(): void {
    for (let object = 1; object <= this.pdf.count; object++) {
      const value = this.pdf.get(new Ref(object));
      const dict = value instanceof Map ? value : 'dict' in Object(value) ? this.pdf.dict(new Ref(object)) : undefined;
      if (!dict) continue;
      const subtype = dict.get('/Subtype');
      if (subtype === '/Image') {
        this.fault(!/^\/Device(RGB|Gray)$/.test(nameOf(dict.get('/ColorSpace'))), 'image colour space');
        this.fault(dict.get('/Interpolate') === true || dict.has('/Alternates') || dict.has('/OPI'), 'image options');
      }
      this.fault(
        dict.has('/TR') || dict.has('/HTP') || dict.get('/Type') === '/Filespec',
        `object ${object} is forbidden`,
      );
    }
  }

  private checkBookmarks(): void {
    const outline = this.pdf.catalog.get('/Outlines');
    if (outline === undefined) return;
    const visit = (first: PdfValue | undefined): void => {
      for (let next = first; next !== undefined; next = this.pdf.dict(next).get('/Next')) {
        const item = this.pdf.dict(next);
        this.fault(this.pdf.text(item.get('/Title')) === '', 'bookmark without title');
        this.fault(this.page(this.pdf.list(item.get('/Dest'))[0]) < 0, 'bookmark leads to no page');
        visit(item.get('/First'));
      }
    };
    visit(this.pdf.dict(outline).get('/First'));
  }
}

const KNOWN_OPERATORS = /^(BT|ET|Td|Tc|Tf|g|G|rg|RG|w|d|m|l|c|h|re|q|Q|cm|W|n)$/;

function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isOperator(token: unknown): token is { readonly operator: string } {
  return typeof token === 'object' && token !== null && 'operator' in token;
}

/** Code to text, from the bfchar blocks of a character map. */
export function toUnicode(map: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, code = '', hex = ''] of map.matchAll(/^<([0-9A-F]{4})><([0-9A-F]*)>$/gm)) {
    texts.set(Number.parseInt(code, 16), Buffer.from(hex, 'hex').swap16().toString('utf16le'));
  }
  return texts;
}

function sfntTables(program: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < program.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    const start = program.readUInt32BE(at + 8);
    tables.set(program.toString('latin1', at, at + 4), program.subarray(start, start + program.readUInt32BE(at + 12)));
  }
  return tables;
}
