import type { Figure, ResultLine } from '../../src/core/measure/measure.js';
import { indicatorLayout, measuresPlanLayout, numberedListLayout } from '../../src/core/report/layout-presets.js';
import { gridOf } from '../../src/core/report/sheet.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import { documentOutline } from '../../templates/documents/document-outline.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { isPrinted, lettersOf, readPdf } from './read-pdf.js';

const RESULTS: readonly ResultLine[] = [
  { kind: 'numbered', text: 'จัดอบรมเรื่องผลประโยชน์ทับซ้อน', on: '2025-02-10', until: '2025-02-12' },
  { kind: 'numbered', text: 'เผยแพร่สรุปผล', on: '2025-03-01' },
];
const FIGURES: readonly Figure[] = [
  { name: 'ผู้เข้าร่วม', value: 1245, unit: 'คน', target: 1200 },
  { name: 'ความพึงพอใจ', value: 85.5, unit: 'ร้อยละ' },
];
const DAYS = ['(วันที่ ๑๐ – ๑๒ กุมภาพันธ์ ๒๕๖๘)', '(วันที่ ๑ มีนาคม ๒๕๖๘)'];
const WORDS = [...DAYS, '- ผู้เข้าร่วม ๑,๒๔๕ คน (เป้าหมาย ๑,๒๐๐ คน)', '- ความพึงพอใจ ร้อยละ ๘๕.๕'];

const row = {
  title: 'จัดอบรม',
  methods: [{ kind: 'plain', text: 'จัดอบรม' }],
  period: { text: 'ปีงบประมาณ พ.ศ. 2568' },
  responsible: { text: 'สำนักปลัด' },
  results: RESULTS,
  outcomes: [{ kind: 'dash', text: 'บุคลากรเข้าใจ' }],
  figures: FIGURES,
};
const report = (template: string, change: object): object => {
  const { example } = findTemplate(template) as { example: object }; // templates of every kind
  return { ...example, ...change };
};
const printed = async (template: string, data: object): ReturnType<typeof readPdf> =>
  readPdf(await printDocument({ template, language: 'th', data, createdAt: '2025-10-10T00:00:00+07:00' }));

describe('days and figures of results', () => {
  it.each([
    ['implementation-report', { layout: numberedListLayout, rows: [row] }],
    ['implementation-report', { layout: indicatorLayout, rows: [row] }],
    ['progress-report', { rows: [{ measure: row, state: 'done', asOf: '2025-03-31' }] }],
    ['measure-sheet', { measure: row }],
  ])('are printed in a %s', async (template, change) => {
    const pages = await printed(template, report(template, change));
    for (const words of WORDS) expect([words, isPrinted(words, pages)]).toEqual([words, true]);
  });

  it('are told with the results where a layout has no column of outcomes', () => {
    const columns = [...measuresPlanLayout.columns, { key: 'results' as const, header: 'ผล', weight: 20 }];
    const data = report('implementation-report', { layout: { ...measuresPlanLayout, columns }, rows: [row] });
    const grid = tableOf('implementation-report', data);
    expect(grid[1]?.at(-1)).toContain('ผู้เข้าร่วม ๑,๒๔๕ คน');
  });

  it('stand in the same cells of a spreadsheet', () => {
    const grid = tableOf(
      'implementation-report',
      report('implementation-report', { layout: numberedListLayout, rows: [row] }),
    );
    expect(grid[1]?.[5]).toBe(`๑. ${RESULTS[0]?.text} ${DAYS[0]}\n๒. ${RESULTS[1]?.text} ${DAYS[1]}`);
    expect(grid[1]?.[6]).toBe(`- บุคลากรเข้าใจ\n${WORDS[2]}\n${WORDS[3]}`);
  });
});

describe('the state of a measure after six months', () => {
  it.each([
    [{ asOf: '2025-03-31' }, 'ดำเนินการแล้วเสร็จ'],
    [{ asOf: '2025-02-28' }, 'ดำเนินการแล้วเสร็จ\n(ข้อมูล ณ วันที่ ๒๘ กุมภาพันธ์ ๒๕๖๘)'],
    [{ asOf: '2025-03-31', percent: 100, isEndorsed: true }, 'ดำเนินการแล้วเสร็จ\nร้อยละ ๑๐๐\n(รับรองผลแล้ว)'],
  ])('says another day than the usual one, and who endorsed it: %j', (change, words) => {
    const data = report('progress-report', { rows: [{ measure: row, state: 'done', ...change }] });
    expect(tableOf('progress-report', data)[1]?.[5]).toBe(words);
  });

  it('tells outcomes of interim results only', () => {
    const cell = (change: object): string =>
      tableOf(
        'progress-report',
        report('progress-report', { rows: [{ measure: row, state: 'done', ...change }] }),
      )[1]?.[4] ?? '';
    expect(cell({})).not.toContain('บุคลากรเข้าใจ');
    expect(cell({ asOf: '2025-03-31' })).toContain('ผลลัพธ์\n- บุคลากรเข้าใจ');
  });
});

function tableOf(template: string, data: object): string[][] {
  const { blocks } = documentOutline(template, data, 'th');
  const table = blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error(`${template} has no table`);
  return gridOf(table.table);
}

describe('gifts in a report', () => {
  const gift = { item: 'กระเช้า', giver: 'บริษัท ตัวอย่างก่อสร้าง จำกัด', recipient: 'นายสมมติ ใจดี', handling: 'ส่งคืน' };
  const dear = { ...gift, receivedOn: '2025-04-15', value: 1_250_000.5 };
  const unknown = { ...gift, receivedOn: '2025-01-05', value: null };

  it('keep the date and the amount on one line each', async () => {
    const pages = await printed('no-gift-report', report('no-gift-report', { gifts: [dear] }));
    const items = pages.flatMap((page) => page.items);
    const month = items.find(({ text }) => text.includes('เม.ย.'));
    const beside = items.filter(({ y }) => Math.abs(y - (month?.y ?? 0)) < 1);
    const line = lettersOf(beside.map(({ text }) => text).join(''));
    expect(line).toContain('๑๕เม.ย.๒๕๖๘');
    expect(line).toContain('๑,๒๕๐,๐๐๐.๕๐');
  });

  it.each([
    ['no-gift-report.v2', [unknown], 'การรับของขวัญ ๑ รายการ ซึ่งไม่ทราบมูลค่า'],
    ['no-gift-report.v2', [dear, unknown], '๒ รายการ ทราบมูลค่า ๑ รายการ มูลค่าโดยประมาณรวม ๑,๒๕๐,๐๐๐.๕๐ บาท'],
    ['no-gift-report.v2', [dear], '๑ รายการ มูลค่าโดยประมาณรวม ๑,๒๕๐,๐๐๐.๕๐ บาท'],
    ['no-gift-report.v1', [unknown], '๑ รายการ มูลค่าโดยประมาณรวม ๐ บาท'],
  ])('are added up in %s: %j', async (template, gifts, words) => {
    const pages = await printed(template, report(template, { gifts }));
    expect(pages.map(({ letters }) => letters).join('')).toContain(lettersOf(words));
  });
});
