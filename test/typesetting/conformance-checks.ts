import { Checks, LANGUAGE } from './checks.js';
import { FontChecks } from './font-checks.js';
import { PageChecks } from './page-checks.js';
import { PdfObjects, PdfString, type PdfValue, Ref } from './pdf-objects.js';
import { StructureChecks } from './structure-checks.js';

/** Rules of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that can be checked on the objects. @returns what is broken */
export function conformanceFaults(bytes: Uint8Array, pdf = new PdfObjects(bytes)): string[] {
  const pages = new PageChecks(pdf);
  const structure = new StructureChecks(pdf);
  const fonts = new FontChecks(pdf);
  const document = new DocumentChecks(pdf);
  document.run(bytes);
  structure.run(pages.run());
  fonts.run(pages.usedCodes);
  return [document, pages, structure, fonts].flatMap(({ faults }) => faults);
}

/** The file as a whole: header, catalog, metadata, colours, bookmarks. */
class DocumentChecks extends Checks {
  run(bytes: Uint8Array): void {
    this.checkFile(bytes);
    this.checkCatalog();
    this.checkMetadata();
    this.checkColoursAndImages();
    this.checkBookmarks();
  }

  private checkFile(bytes: Uint8Array): void {
    const head = Buffer.from(bytes.subarray(0, 20)).toString('latin1');
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

  private checkColoursAndImages(): void {
    for (let object = 1; object <= this.pdf.count; object++) {
      const value = this.pdf.get(new Ref(object));
      const dict = value instanceof Map ? value : 'dict' in Object(value) ? this.pdf.dict(new Ref(object)) : undefined;
      if (!dict) continue;
      const subtype = dict.get('/Subtype');
      if (subtype === '/Image') {
        this.fault(!/^\/Device(RGB|Gray)$/.test(this.nameOf(dict.get('/ColorSpace'))), 'image colour space');
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
