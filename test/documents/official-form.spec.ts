import { printDocument } from '../../src/editions/pdf-printer.js';
import { districtPhrase, provincePhrase } from '../../templates/documents/agency.js';
import type { AnnouncementData } from '../../templates/documents/announcement-template.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { lettersOf, readPdf, type PdfPage } from './read-pdf.js';

const CM = 72 / 2.54;
const example = findTemplate('no-gift-announcement').example as AnnouncementData;
const pagesOf = async (change: object = {}, language = 'th'): Promise<PdfPage[]> =>
  readPdf(
    await printDocument({
      template: 'no-gift-announcement',
      language,
      data: { ...example, ...change },
      createdAt: '2025-10-06T00:00:00+07:00',
    }),
  );
const furtherRules = Array.from({ length: 6 }, (_, index) => `ข้อปฏิบัติเพิ่มเติมลำดับที่ ${index + 1} ของหน่วยงาน`);

describe('the official form of an announcement', () => {
  it('is A4 with margins of 3 cm left and 2 cm right, in 16 pt', async () => {
    for (const { width, height, items } of await pagesOf({ furtherRules })) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      for (const { x, width: w } of items) {
        expect(x).toBeGreaterThanOrEqual(3 * CM - 0.5);
        expect(x + w).toBeLessThanOrEqual(width - 2 * CM + 0.5);
      }
      expect(new Set(items.map(({ size }) => Math.round(size)))).toEqual(new Set([16]));
    }
  });

  it('leaves the place of the emblem free: 3 cm from 1.5 cm below the edge', async () => {
    const [first] = await pagesOf();
    const highest = Math.max(...(first?.items.map(({ y, size }) => y + size) ?? []));
    expect((first?.height ?? 0) - highest).toBeGreaterThan(4.5 * CM - 1);
  });

  it('names agency, subject, reason, clauses, date and signer in this order', async () => {
    const letters = (await pagesOf()).map((page) => page.letters).join('');
    const order = [
      'ประกาศองค์การบริหารส่วนตำบลตัวอย่าง',
      'เรื่อง นโยบายไม่รับของขวัญ',
      'ด้วยองค์การบริหารส่วนตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง',
      'ข้อ ๑ ',
      'ข้อ ๕ ',
      'ประกาศ ณ วันที่ ๖ ตุลาคม พ.ศ. ๒๕๖๘',
      '(นายสมมติ ใจดี)',
      'นายกองค์การบริหารส่วนตำบลตัวอย่าง',
    ].map((text, index, all) =>
      letters.indexOf(lettersOf(text), index === all.length - 1 ? letters.lastIndexOf('(') : 0),
    );
    expect(order.every((place) => place >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('prints the acting chain and the further office of the signer', async () => {
    const signer = {
      name: 'พันจ่าเอก สมมติ ใจดี',
      post: 'ผู้อำนวยการกองคลัง',
      acting: [
        { capacity: 'acting_for', post: 'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง' },
        { capacity: 'performing_duties', post: 'นายกองค์การบริหารส่วนตำบลตัวอย่าง' },
      ],
      inCapacityOf: 'ผู้อำนวยการทางหลวงท้องถิ่น',
    };
    const letters = (await pagesOf({ signer })).map((page) => page.letters).join('');
    expect(letters).toContain(
      lettersOf(
        `(พันจ่าเอก สมมติ ใจดี) ผู้อำนวยการกองคลัง รักษาราชการแทน ปลัดองค์การบริหารส่วนตำบลตัวอย่าง
         ปฏิบัติหน้าที่ นายกองค์การบริหารส่วนตำบลตัวอย่าง ในฐานะผู้อำนวยการทางหลวงท้องถิ่น`,
      ),
    );
  });

  it('never leaves a signature alone on a page', async () => {
    for (let count = 0; count <= 6; count += 1) {
      const last = (await pagesOf({ furtherRules: furtherRules.slice(0, count) })).at(-1);
      expect(last?.letters).toContain('จึงประกาศให้ทราบ');
    }
  });

  it('prints the number of the register under the heading, once it is drawn', async () => {
    const [page] = await pagesOf({ number: '5/2569' });
    expect(page?.letters).toContain(lettersOf('ประกาศองค์การบริหารส่วนตำบลตัวอย่าง ที่ ๕/๒๕๖๙ เรื่อง'));
    expect((await pagesOf({ number: null }))[0]?.letters).toContain(lettersOf('ตำบลตัวอย่าง เรื่อง'));
  });

  it('keeps date and name open in a draft', async () => {
    const draft = { announcedOn: null, signer: { name: '', post: 'นายกองค์การบริหารส่วนตำบลตัวอย่าง', acting: [] } };
    const letters = (await pagesOf(draft)).map((page) => page.letters).join('');
    expect(letters).toMatch(/ประกาศณวันที่\.+เดือน\.+พ\.ศ\.\.+/);
    expect(letters).toMatch(/\(\.{20,}\)/);
  });

  it('prints the status page as a QR code with its address, on the last page only', async () => {
    const statusUrl = 'https://www.example.go.th/p/tua-yang/documents/0192f3a4/th';
    const pages = await pagesOf({ furtherRules, statusUrl });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ letters }) => letters.includes(statusUrl))).toEqual(
      pages.map((_, index) => index === pages.length - 1),
    );
  });

  it('prints the words of an agency that has its own wording', async () => {
    const wording = '# เรื่องของเรา\n\n{หน่วยงาน} {อำเภอ}\n\n1. ทดสอบ ปี {ปีงบประมาณ}';
    const letters = (await pagesOf({ wording })).map((page) => page.letters).join('');
    expect(letters).toContain(lettersOf('เรื่อง เรื่องของเรา'));
    expect(letters).toContain(lettersOf('๑. ทดสอบ ปี ๒๕๖๙'));
    expect(letters).not.toContain('NoGiftPolicy');
  });
});

describe('a clause that announces others', () => {
  it('never ends a page', async () => {
    for (let before = 14; before <= 24; before += 1) {
      const filler = Array.from({ length: before }, (_, index) => `ข้อ ${index + 1} ถือปฏิบัติ`);
      const wording = ['# ทดสอบ', ...filler, 'ข้อ 1 ให้ดำเนินการดังนี้', '(1) ประชุม', '(2) อบรม', 'จึงประกาศ', 'ให้ทราบ'];
      const pages = await pagesOf({ wording: wording.join('\n\n') });
      const page = pages.find(({ letters }) => letters.includes('ให้ดำเนินการดังนี้'));
      expect(page?.letters).toContain('ให้ดำเนินการดังนี้(๑)ประชุม');
    }
  });
});

describe('where an agency is', () => {
  it.each([
    ['ตัวอย่าง', 'ตัวอย่าง', 'อำเภอตัวอย่าง จังหวัดตัวอย่าง'],
    ['อ. เมืองตัวอย่าง', 'จ.ตัวอย่าง', 'อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง'],
    ['อำเภอตัวอย่าง', ' จังหวัดตัวอย่าง ', 'อำเภอตัวอย่าง จังหวัดตัวอย่าง'],
    ['ตัวอย่าง', 'กรุงเทพมหานคร', 'เขตตัวอย่าง กรุงเทพมหานคร'],
  ])('is written out in full: %s, %s', (district, province, words) => {
    const agency = { ...example.agency, district, province };
    expect(`${districtPhrase(agency)} ${provincePhrase(agency)}`).toBe(words);
  });
});
