import { describe, expect, it } from '@jest/globals';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { conformanceFaults } from './conformance-checks.js';
import { groupedTable, JUSTIFIED, STACKED_MARKS } from './golden-documents.js';
import { type Dict, PdfObjects, type PdfValue, Ref } from './pdf-objects.js';
import { testFonts } from './test-fonts.js';

const OPTIONS = { title: 'โครงสร้าง <1> & "2"', language: 'th', createdAt: '2026-01-01T00:00:00Z' } as const;

/** Everything the structure can hold. */
const RICH: Node[] = [
  { text: 'ประกาศ', role: 'h2' },
  { text: 'เรื่อง มาตรการ', role: 'h3' },
  { stack: [{ text: 'หัวเรื่อง' }, { text: 'สองบรรทัด' }], role: 'h2' },
  {
    text: [
      'ข้อความ ',
      { text: 'English words', lang: 'en' } as Node,
      ' และ ',
      { text: 'ที่อยู่เว็บ', link: 'https://www.example.go.th/ก' },
      ' จบ',
    ],
  },
  { text: 'นโยบาย No Gift Policy ของ ITA' },
  { ul: ['หนึ่ง', { text: 'สอง' }, { ul: ['ย่อย'] }] },
  { ol: ['หนึ่ง', { stack: ['สอง ก', 'สอง ข'] }], type: 'thai' as 'decimal' },
  { text: 'ตารางที่ ๑', role: 'caption' },
  {
    table: {
      headerRows: 1,
      widths: ['auto', '*', 'fit'],
      body: [
        ['ที่', { text: 'ผล', colSpan: 2 }, ''],
        [{ text: '๑', rowSpan: 2 }, 'ก', { stack: ['ข', 'ค'] }],
        ['', { ul: ['ง'] }, ''],
      ],
    },
  },
  {
    table: {
      widths: ['*', '*'],
      body: [
        ['ชื่อ', 'นายสมมติ ใจดี'],
        ['ตำแหน่ง', 'นายก'],
      ],
    },
  },
  {
    layout: 'noBorders',
    table: {
      widths: ['*', '*'],
      body: [
        ['', 'ลงชื่อ'],
        ['', '(นายสมมติ ใจดี)'],
      ],
    },
    role: 'layout',
  },
  { columns: [{ text: 'ซ้าย' }, { text: 'ขวา', alignment: 'right' }] },
  { qr: 'https://www.example.go.th/', alt: 'คิวอาร์โค้ด', fit: 60 },
  { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 100, y2: 0 }] },
  { canvas: [{ type: 'rect', x: 0, y: 0, w: 12, h: 12, lineColor: 'black' }], alt: 'ช่องว่าง' },
  { text: 'ลายน้ำข้อความ', role: 'artifact' },
  { text: 'ไปที่ท้ายเอกสาร', linkToDestination: 'end' },
  { text: 'ท้ายเอกสาร', id: 'end', decoration: 'underline', background: '#ffff00' },
  { text: '' },
];

function rich(): DocumentDefinition {
  return {
    content: [
      ...RICH,
      ...Array.from({ length: 30 }, (_, index): Node => ({ text: `ย่อหน้า ${index}` })),
    ] as DocumentDefinition['content'],
    header: (page: number) => (page > 1 ? { text: `- ${page} -`, alignment: 'center', margin: [0, 20, 0, 0] } : ''),
    footer: { text: 'ท้ายกระดาษ', alignment: 'right' },
  };
}

interface Outline {
  readonly type: string;
  readonly dict: Dict;
  readonly kids: Outline[];
}

/** The structure tree without its content. */
function outline(pdf: PdfObjects, value: PdfValue): Outline {
  const dict = pdf.dict(value);
  const raw = dict.get('/K') ?? [];
  const kids = (Array.isArray(raw) ? raw : [raw]).filter(
    (kid) => kid instanceof Ref && pdf.dict(kid).get('/Type') === '/StructElem',
  );
  const type = dict.get('/S');
  return { type: typeof type === 'string' ? type.slice(1) : '', dict, kids: kids.map((kid) => outline(pdf, kid)) };
}

function shape(element: Outline): string {
  return element.kids.length === 0 ? element.type : `${element.type}(${element.kids.map(shape).join(' ')})`;
}

async function structureOf(definition: DocumentDefinition): Promise<{ pdf: PdfObjects; root: Outline }> {
  const pdf = new PdfObjects(await typeset(definition, OPTIONS));
  const root = pdf.dict(pdf.catalog.get('/StructTreeRoot')).get('/K') ?? null;
  return { pdf, root: outline(pdf, root) };
}

describe('one file for archive and accessibility', () => {
  it.each([
    ['everything the structure can hold', rich(), OPTIONS],
    ['the same in an English document', rich(), { ...OPTIONS, language: 'en' as const }],
    [
      'a draft with a watermark',
      rich(),
      { ...OPTIONS, watermark: 'ร่าง', author: 'อบต.ตัวอย่าง', subject: 'เรื่อง', keywords: ['ก', 'ข'] },
    ],
    ['a grouped table', groupedTable(), OPTIONS],
    ['stacked marks', STACKED_MARKS, OPTIONS],
    ['justified columns', JUSTIFIED, OPTIONS],
    ['an empty document', { content: '' }, OPTIONS],
  ])('holds the rules for %s', async (_, definition, options) => {
    expect(conformanceFaults(await typeset(definition, options))).toEqual([]);
  });

  it.each(testFonts())('holds the rules in $family', async ({ family, files }) => {
    const definition = { ...rich(), defaultStyle: { font: family, fontSize: 16 } };
    expect(conformanceFaults(await typeset(definition, { ...OPTIONS, fonts: files }))).toEqual([]);
  });
});

describe('structure', () => {
  it('says what each part is', async () => {
    const { root } = await structureOf({ content: RICH });
    const list = 'L(LI(Lbl LBody) LI(Lbl LBody(L(LI(Lbl LBody)))))';
    const numbered = 'L(LI(Lbl LBody) LI(Lbl LBody(P P)))';
    const table = 'Table(TR(TH TH) TR(TD TD TD(P P)) TR(TD(L(LI(Lbl LBody))) TD))';
    const text = shape(root);
    expect(text).toContain(`Document(H1 H2 H1 P(Span Link) P ${list} ${numbered} P ${table}`);
    expect(text).toContain('Table(TR(TH TD) TR(TH TD)) P P P P Figure Figure P(Link) P)');
  });

  it('leaves running heads, rules and decoration out', async () => {
    const { pdf, root } = await structureOf(rich());
    const count = (element: Outline): number => 1 + element.kids.reduce((sum, kid) => sum + count(kid), 0);
    expect(count(root)).toBeLessThan(120);
    const streams = pdf.pages.map((page) => pdf.stream(page.get('/Contents')).data.toString('latin1'));
    expect(streams.length).toBeGreaterThan(1);
    for (const stream of streams) expect(stream).toContain('/Artifact<</Type/Pagination/Subtype/Footer>>BDC');
    expect(streams[1]).toContain('/Artifact<</Type/Pagination/Subtype/Header>>BDC');
  });

  it('tells the language of a span, of Latin words in Thai text and of the document', async () => {
    const { pdf, root } = await structureOf({ content: RICH });
    expect(pdf.text(pdf.catalog.get('/Lang'))).toBe('th-TH');
    const span = root.kids[3]?.kids[0];
    expect(span && pdf.text(span.dict.get('/Lang'))).toBe('en');
    expect(pdf.stream(pdf.pages[0]?.get('/Contents')).data.toString('latin1')).toContain('/Span<</Lang(en)>>BDC');
  });

  it('makes bookmarks of the headings', async () => {
    const { pdf } = await structureOf({ content: RICH });
    const first = pdf.dict(pdf.dict(pdf.catalog.get('/Outlines')).get('/First'));
    expect(pdf.text(first.get('/Title'))).toBe('ประกาศ');
    expect(pdf.text(pdf.dict(first.get('/First')).get('/Title'))).toBe('เรื่อง มาตรการ');
    expect(pdf.text(pdf.dict(first.get('/Next')).get('/Title'))).toBe('หัวเรื่องสองบรรทัด');
  });

  it('leads links where they say', async () => {
    const { pdf } = await structureOf({ content: RICH });
    const links = pdf.pages.flatMap((page) => pdf.list(page.get('/Annots')).map((link) => pdf.dict(link)));
    const address = links.map((link) => link.get('/A')).find((action) => action !== undefined);
    expect(pdf.text(pdf.dict(address).get('/URI'))).toBe('https://www.example.go.th/%E0%B8%81');
    expect(links.some((link) => link.has('/Dest'))).toBe(true);
  });
});

describe('the checks themselves', () => {
  it.each([
    ['an unmarked drawing', '0 0 10 10 re f'],
    ['an unknown operator', '/GS1 gs'],
    ['a mark without end', '/Artifact BMC'],
  ])('see %s', async (_, operators) => {
    const good = await typeset({ content: 'ก' }, OPTIONS);
    const pdf = new PdfObjects(good);
    const stream = pdf.stream(pdf.pages[0]?.get('/Contents'));
    Object.defineProperty(stream, 'data', { value: Buffer.concat([stream.data, Buffer.from(`\n${operators}`)]) });
    expect(conformanceFaults(good, pdf)).not.toEqual([]);
  });

  it.each([
    ['/Lang(th-TH)', '/Lang(?h-TH)', 'document language'],
    ['/Marked true', '/Marked null', 'Marked'],
    ['<pdfuaid:part>1', '<pdfuaid:part>2', 'XMP: PDF/UA part'],
    ['/Tabs/S', '/Tabs/R', 'page 1: tab order'],
    ['/S/Document', '/S/Dokument', 'element type Dokument'],
  ])('see %s changed to %s', async (from, to, fault) => {
    const good = Buffer.from(await typeset({ content: 'ก' }, OPTIONS)).toString('latin1');
    expect(conformanceFaults(Buffer.from(good.replace(from, to), 'latin1'))).toContain(fault);
  });
});
