import { existsSync, readFileSync } from 'node:fs';
import { readAssessment, type ReadAssessment } from '../../src/imports/read-assessment.js';
import { xlsxFile } from '../support/xlsx-file.js';

const read = (rows: readonly (readonly string[])[]): Promise<ReadAssessment> =>
  readAssessment({ name: 'ผลการประเมิน.xlsx', bytes: xlsxFile([{ name: 'ITA', rows }]) });

const INDICATOR_ROWS = [
  ['1', 'การใช้อำนาจ', '๙๒.๗๕'],
  ['2', 'การปฏิบัติหน้าที่', '93.10'],
  ['3', 'การใช้งบประมาณ', '91.4'],
  ['4', 'การใช้ทรัพย์สินของราชการ', '90.25'],
  ['5', 'การแก้ไขปัญหาการทุจริต', '94'],
  ['6', 'คุณภาพการดำเนินงาน', '88.20'],
  ['7', 'ประสิทธิภาพการสื่อสาร', '84.50 คะแนน'],
  ['8', 'การปรับปรุงระบบการทำงาน', '90.25'],
  ['ตัวชี้วัดที่ ๙', '', '95.00'],
  ['10', 'การป้องกันการทุจริต', '94.00'],
];

describe('a table of results', () => {
  it('is read whatever its order, digits and former names', async () => {
    const found = await read([
      ['อันดับ', 'ตัวชี้วัด', 'คะแนน'],
      ...INDICATOR_ROWS,
      ['คะแนนภาพรวม', '', '91.79'],
      ['ระดับผลการประเมิน', 'ผ่าน'],
      ['แบบวัด IIT', '', '92.30'],
      ['EIT ส่วนที่ ๑', '', '84.10'],
      ['EIT Survey', '', '91.20'],
      ['OIT', '', '94.50'],
      ['e๖ ประเด็น การสื่อสาร', 'ควรจัดทำคำตอบที่พบบ่อย'],
      ['O17', 'ควรเพิ่มช่องทาง'],
    ]);
    expect(found).toMatchObject({
      overall: 91.79,
      level: 'ผ่าน',
      instruments: { iit: 92.3, eit1: 84.1, eit2: 91.2, oit: 94.5 },
      indicators: [93.1, 91.4, 92.75, 90.25, 94, 88.2, 84.5, 90.25, 95, 94],
      recommendations: [
        { code: 'e6', text: 'การสื่อสาร ควรจัดทำคำตอบที่พบบ่อย' },
        { code: 'O17', text: 'ควรเพิ่มช่องทาง' },
      ],
      missing: [],
      unread: [{ sheet: 'ITA', row: 1, text: 'อันดับ | ตัวชี้วัด | คะแนน', contradicts: false }],
    });
  });

  it('shows what it does not say, what was not understood and what says two things', async () => {
    const found = await read([
      ['คะแนนภาพรวม', '99.17'],
      ['คะแนนภาพรวม', '99.17'],
      ['คะแนนรวมทุกด้าน', '98.00'],
      ['หมายเหตุ', 'ข้อมูล ณ สิงหาคม'],
      ['020', 'ไม่ใช่รหัส'],
    ]);
    expect(found.overall).toBe(99.17);
    expect(found.missing).toHaveLength(14);
    expect(found.unread.map(({ row, contradicts }) => [row, contradicts])).toEqual([
      [3, true],
      [4, false],
      [5, false],
    ]);
  });

  it('is refused when it is no table', async () => {
    const picture = { name: 'x.csv', bytes: Buffer.from('\x89PNG', 'latin1') };
    await expect(readAssessment(picture)).rejects.toMatchObject({ code: 'import.not-a-spreadsheet' });
  });
});

const SEED = new URL('../../../shared/seeds/004_c630ed92bd2a020e.txt', import.meta.url);
const whenPresent = existsSync(SEED) ? it : it.skip;

whenPresent('the text of a real analysis gives its ten scores and its recommendations', async () => {
  const found = await readAssessment({ name: 'analysis.tsv', bytes: readFileSync(SEED) });
  expect(found.indicators).toEqual([99.89, 100, 100, 100, 100, 96.67, 99, 96.67, 100, 100]);
  expect(found.recommendations.map(({ code }) => code)).toEqual(['e1', 'e2', 'e6', 'e7', 'e8', 'e9']);
});
