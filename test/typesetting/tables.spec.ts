import { describe, expect, it } from '@jest/globals';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { conformanceFaults } from './conformance-checks.js';
import { groupedTable } from './golden-documents.js';
import { drawnPoints, pageStrings, placedTexts } from './page-layout.js';

const OPTIONS = { title: 'ตาราง', language: 'th', createdAt: '2026-01-01T00:00:00Z' } as const;
const LONG = 'ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสของหน่วยงานครบถ้วนทุกขั้นตอน ';

function table(body: (string | Node)[][], widths: unknown, more: object = {}): Node {
  return { table: { headerRows: 1, widths, body, ...more } } as unknown as Node; // widths also takes 'fit'
}

function landscape(content: Node | Node[]): DocumentDefinition {
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [56, 56, 56, 42],
    defaultStyle: { fontSize: 14 },
    content: content,
  };
}

describe('a grouped table over pages', () => {
  const made = typeset(groupedTable(), OPTIONS);

  it('repeats its header on every page', async () => {
    const pages = await pageStrings(await made);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain('ที่มาตรการวิธีดำเนินการ');
  });

  it('repeats a group row with (ต่อ) where the group goes on, and only there', async () => {
    const pages = await pageStrings(await made);
    pages.forEach((page, index) => {
      const first = /(\d)\.(\d+)มาตรการส่งเสริม/.exec(page);
      const group = first?.[1] ?? '';
      const goesOn = first?.[2] !== '1';
      expect(page.includes(`${group}.กลุ่มมาตรการที่${group}(ต่อ)`)).toBe(index > 0 && goesOn);
      expect(page.split(/กลุ่มมาตรการที่\d\(ต่อ\)/).length - 1).toBe(index > 0 && goesOn ? 1 : 0);
    });
  });

  it('leaves no group row alone at the foot of a page', async () => {
    for (const page of await pageStrings(await made)) expect(page).not.toMatch(/กลุ่มมาตรการที่\d$/);
  });

  it('is read out once, with equal columns, header cells and spans', async () => {
    expect(conformanceFaults(await made)).toEqual([]);
  });
});

describe('tables on the page', () => {
  const wide = 'https://www.example.go.th/' + 'a'.repeat(80);
  it.each([
    ['six columns of even width', '*'],
    ['six columns fitted to their contents', 'fit'],
    ['six columns as wide as they want', 'auto'],
    ['columns that were asked to be too wide', [300, 300, 300, 300, 300, 300]],
    ['percentages beyond the whole', ['40%', '40%', '40%', '40%', 'auto', '*']],
  ])('keep %s inside the margins', async (_, widths) => {
    const row = ['๑', LONG, LONG.repeat(2), wide, LONG.replaceAll(' ', '').repeat(3), 'กองคลัง'];
    const body = [
      ['ที่', 'มาตรการ', 'วิธีดำเนินการ', 'หลักฐาน', 'ผล', 'หน่วยงาน'],
      ...Array.from({ length: 6 }, () => [...row]),
    ];
    const pdf = await typeset(landscape(table(body, widths)), OPTIONS);
    for (const items of await placedTexts(pdf)) {
      for (const { x, width } of items) {
        expect(x).toBeGreaterThanOrEqual(56);
        expect(x + width).toBeLessThanOrEqual(842 - 56 + 0.5);
      }
    }
    for (const [x, y] of drawnPoints(pdf).flat()) {
      expect(x).toBeGreaterThanOrEqual(55);
      expect(x).toBeLessThanOrEqual(842 - 55);
      expect(y).toBeGreaterThanOrEqual(41);
      expect(y).toBeLessThanOrEqual(595 - 55);
    }
    expect((await pageStrings(pdf)).join('').split('a').length - 1).toBeGreaterThanOrEqual(6 * 80);
  });

  it('give results more room than unit names when they are fitted', async () => {
    const body = [
      ['ที่', 'หน่วยงาน', 'ผลการดำเนินการ'],
      ...['๑', '๒', '๓'].map((number) => [number, 'สำนักปลัด', LONG.repeat(4)]),
    ];
    const [page = []] = await placedTexts(await typeset(landscape(table(body, 'fit')), OPTIONS));
    const column = (text: string): number => page.find((item) => item.text.startsWith(text))?.x ?? 0;
    const units = column('ผลการดำเนินการ') - column('หน่วยงาน');
    const results = 842 - 56 - column('ดำเนินการตาม');
    expect(units).toBeLessThan(110);
    expect(results).toBeGreaterThan(500);
  });

  it('part a tall row leaving two lines or more on either page', async () => {
    for (let before = 14; before <= 22; before++) {
      const filler = Array.from({ length: before }, (): Node => ({ text: 'ก' }));
      const cell = Array.from({ length: 12 }, (_, line) => `บรรทัด${line + 1}`).join('\n');
      const pdf = await typeset(landscape([...filler, table([['หัว'], [cell]], ['*'])]), OPTIONS);
      const counts = (await pageStrings(pdf))
        .map((page) => page.split('บรรทัด').length - 1)
        .filter((count) => count > 0);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
      for (const count of counts) expect(count).toBeGreaterThanOrEqual(2);
    }
  });

  it('move a short row to the next page whole', async () => {
    for (let before = 12; before <= 20; before++) {
      const filler = Array.from({ length: before }, (): Node => ({ text: 'ก' }));
      const body = [['หัว'], ['ข\nข'], ['เอ\nบี\nซี']];
      const pages = await pageStrings(await typeset(landscape([...filler, table(body, ['*'])]), OPTIONS));
      expect(pages.filter((page) => /เอ|บี|ซี/.test(page))).toHaveLength(1);
    }
  });
});

describe('headings and paragraphs on the page', () => {
  const portrait = (content: Node[]): DocumentDefinition => ({ content: content });

  it('leave no heading alone at the foot of a page', async () => {
    for (let before = 26; before <= 40; before++) {
      const filler = Array.from({ length: before }, (): Node => ({ text: 'ก' }));
      const heading: Node[] = [
        { text: 'หัวเรื่องใหญ่', role: 'h1' },
        { text: 'หัวเรื่องรอง', role: 'h2' },
      ];
      const pages = await pageStrings(
        await typeset(portrait([...filler, ...heading, { text: LONG.repeat(3) }]), OPTIONS),
      );
      const page = pages.find((text) => text.includes('หัวเรื่องใหญ่'));
      expect(page).toMatch(/หัวเรื่องใหญ่หัวเรื่องรองดำเนินการ/);
    }
  });

  it('leave no line of a paragraph alone on either page', async () => {
    for (let before = 26; before <= 40; before++) {
      const filler = Array.from({ length: before }, (): Node => ({ text: 'ก' }));
      const text = 'บรรทัด\n'.repeat(6).trim();
      const pages = await pageStrings(await typeset(portrait([...filler, { text }]), OPTIONS));
      const counts = pages.map((page) => page.split('บรรทัด').length - 1).filter((count) => count > 0);
      for (const count of counts) expect(count).toBeGreaterThanOrEqual(2);
    }
  });

  it('part a text of several lines where one of them ends', async () => {
    const phrase = 'ประโยคว่าด้วยการดำเนินงานของหน่วยงานภาครัฐอย่างโปร่งใสและเป็นธรรมต่อประชาชนทุกคน';
    for (let before = 24; before <= 32; before++) {
      const filler = Array.from({ length: before }, (): Node => ({ text: 'ก' }));
      const text = Array.from({ length: 8 }, () => phrase).join('\n');
      const pages = await pageStrings(await typeset(portrait([...filler, { text }]), OPTIONS));
      expect(pages).toHaveLength(2);
      expect(pages[1]).toMatch(/^ประโยคว่าด้วย/);
    }
  });

  it.each([
    ['one line', ['หัวตาราง'], 'แถวแรก', {}],
    ['six lines, which move as a whole', ['หัวตาราง'], 'แถวแรก\nสอง\nสาม\nสี่\nห้า\nหก', {}],
    ['a group above it', ['หัวตาราง'], 'แถวแรก\nสอง\nสาม', { groupRows: [1] }],
  ])('keep a table with the heading above it when its first row has %s', async (_sentence, head, first, more) => {
    const rows = 'groupRows' in more ? [['กลุ่ม'], [first]] : [[first]];
    const drawn = { ...(table([head, ...rows], ['*']) as object), ...more } as Node;
    for (let before = 20; before <= 36; before++) {
      const filler = Array.from({ length: before }, (): Node => ({ text: 'ก' }));
      const content: Node[] = [...filler, { text: 'ตารางผล', role: 'h2' }, drawn];
      const pages = await pageStrings(await typeset(portrait(content), OPTIONS));
      expect(pages.find((page) => page.includes('ตารางผล'))).toMatch(/ตารางผลหัวตาราง(?:กลุ่ม)?แถวแรก/);
    }
  });

  it('leave no heading inside a cell alone at the foot of a page', async () => {
    const heading: Node = { text: 'หลักฐาน', headlineLevel: 1 };
    for (let before = 26; before <= 40; before++) {
      const lines = Array.from({ length: before }, (_, index): Node => ({ text: `ผล${index}` }));
      const cell: Node = { stack: [...lines, heading, { text: 'รายงาน' }, { text: 'ภาพถ่าย' }] };
      const pages = await pageStrings(await typeset(portrait([table([['ก'], [cell]], ['*'])]), OPTIONS));
      expect(pages.find((page) => page.includes('หลักฐาน'))).toContain('หลักฐานรายงาน');
    }
  });
});
