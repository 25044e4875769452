import type { ImportedPlan, ImportFinding } from '../../src/imports/imported-plan.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { xlsxFile, type SheetSource } from '../support/xlsx-file.js';
import { zipFile } from '../support/zip-file.js';

const DIVISIONS = ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา'].map((name) => ({ id: name, name }));
const CONTEXT = { fiscalYear: 2568, divisions: DIVISIONS };
const HEADER = ['มาตรการ', 'วิธีดำเนินการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ'];
const YEAR = 'ปีงบประมาณ ๒๕๖๘';
const MEASURE = ['เปิดเผยข้อมูล', 'จัดทำประกาศ', YEAR, 'กองคลัง', ''];

const read = (name: string, bytes: Uint8Array): Promise<ImportedPlan> => readPlan({ name, bytes }, CONTEXT);
const readSheets = (...sheets: readonly SheetSource[]): Promise<ImportedPlan> => read('plan.xlsx', xlsxFile(sheets));
const findingsOf = ({ findings }: ImportedPlan, code: string): readonly ImportFinding[] =>
  findings.filter((finding) => finding.code === code);

describe('a spreadsheet', () => {
  it('keeps the errors that its cells show, and names the cell', async () => {
    const error = '<c t="e"><v>#REF!</v></c>';
    const last = '<c t="e"><v>#N/A</v></c>';
    const plan = await readSheets({
      name: 'แผน',
      rows: [HEADER, MEASURE.with(1, error), MEASURE.with(0, 'จัดซื้อ').with(4, last)],
    });
    expect(plan.measures.map(({ content }) => [content.methods[0]?.text, content.results[0]?.text])).toEqual([
      ['#REF!', undefined],
      ['จัดทำประกาศ', '#N/A'],
    ]);
    expect(
      findingsOf(plan, 'import.error-cell').map(({ severity, place, quote, message }) => [
        severity,
        place.column,
        quote,
        message.en.slice(0, 7),
      ]),
    ).toEqual([
      ['W', 'วิธีดำเนินการ', '#REF!', 'Cell B2'],
      ['W', 'ผลการดำเนินการ', '#N/A', 'Cell E3'],
    ]);
  });

  it('reads what is shown as per cent as it is shown', async () => {
    const cells = [
      '<c s="2"><v>0.29</v></c>',
      '<c s="3"><v>0.855</v></c>',
      '<c s="4"><v>85</v></c>',
      '<c><v>0.85</v></c>',
    ];
    const rows = cells.map((cell, index) => MEASURE.with(0, `มาตรการ ${index}`).with(4, cell));
    const plan = await readSheets({ name: 'แผน', rows: [HEADER, ...rows] });
    expect(plan.measures.map(({ content }) => content.results[0]?.text)).toEqual(['29%', '85.5%', '85', '0.85']);
  });

  it.each(['hidden', 'veryHidden'] as const)('leaves out a sheet that is %s, and names it', async (state) => {
    const plan = await readSheets(
      { name: 'แผน', rows: [HEADER, MEASURE] },
      { name: 'ร่างเก่า', rows: [HEADER, MEASURE.with(0, 'ร่างที่เลิกใช้')], state },
    );
    expect(plan.measures.map(({ content }) => content.title)).toEqual(['เปิดเผยข้อมูล']);
    expect(findingsOf(plan, 'import.sheet-hidden')).toMatchObject([
      { severity: 'W', place: { sheet: 'ร่างเก่า' }, message: { th: expect.stringContaining('ร่างเก่า') } },
    ]);
  });

  it('imports hidden rows and columns, and says which', async () => {
    const titles = ['ก', 'ข', 'ค', 'ง', 'จ'];
    const rows = [[...HEADER, 'งบประมาณ'], ...titles.map((title) => [...MEASURE.with(0, title), '๑๐ บาท'])];
    const plan = await readSheets({ name: 'แผน', rows, hiddenRows: [3, 4, 6], hiddenColumns: [6] });
    expect(plan.measures.map(({ content }) => content.title)).toEqual(titles);
    expect(
      findingsOf(plan, 'import.rows-hidden').map(({ severity, place, quote }) => [severity, place.row, quote]),
    ).toEqual([
      ['W', 3, '3–4'],
      ['W', 6, '6'],
    ]);
    expect(findingsOf(plan, 'import.column-hidden')).toMatchObject([{ severity: 'W', place: { column: 'งบประมาณ' } }]);
  });

  it('with nothing hidden and no error has none of these findings', async () => {
    const plan = await readSheets({ name: 'แผน', rows: [HEADER, MEASURE] });
    expect(plan.findings.filter(({ code }) => /hidden|error-cell|inner-table|every/.test(code))).toEqual([]);
  });

  it('of 100,000 rows is refused for its rows, however large it unpacks', async () => {
    const cell = `<c t="inlineStr"><is><t>${'มาตรการ'.repeat(40)}</t></is></c>`;
    const xml = `<worksheet><sheetData>${`<row>${cell}</row>`.repeat(100_000)}</sheetData></worksheet>`;
    const bytes = zipFile([
      { name: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>' },
      { name: 'xl/worksheets/sheet1.xml', content: xml },
    ]);
    expect(Buffer.byteLength(xml)).toBeGreaterThan(64 * 1024 * 1024);
    await expect(read('plan.xlsx', bytes)).rejects.toMatchObject({
      code: 'import.too-many-rows',
      details: { limit: 20_000 },
    });
  });

  it('of few rows that unpacks to too much is still refused for its size', async () => {
    const bytes = zipFile([
      { name: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>' },
      { name: 'xl/worksheets/sheet1.xml', content: `<row>${'ก'.repeat(25_000_000)}</row>` },
    ]);
    await expect(read('plan.xlsx', bytes)).rejects.toMatchObject({ code: 'import.file-too-large' });
  });
});

describe('a header of two rows', () => {
  const top = ['ลำดับ', 'มาตรการ', 'การดำเนินงาน', '', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ'];
  const below = ['', '', 'วิธีดำเนินการ', 'ระยะเวลา', '', ''];
  const measure = ['๑', ...MEASURE];

  it.each([
    ['whose other cells span both', ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:F2']],
    ['whose other cells stand above empty ones', ['C1:D1']],
  ])('%s is read by its lower cells', async (_case, merges) => {
    const plan = await readSheets({ name: 'แผน', rows: [top, below, measure], merges });
    expect(plan.layout.columns.map(({ field }) => field)).toEqual([
      'number',
      'title',
      'methods',
      'period',
      'responsible',
      'results',
    ]);
    expect(plan.measures).toHaveLength(1);
    expect(plan.measures[0]?.content).toMatchObject({
      methods: [{ text: 'จัดทำประกาศ' }],
      period: { startsOn: '2024-10-01' },
    });
  });
});

describe('units', () => {
  it.each([
    ['ทุกส่วนราชการ (สำนักปลัด, กองคลัง)', 1],
    ['ทุกส่วนราชการ (สำนักปลัด, กองคลัง, กองช่าง, กองการศึกษา)', 0],
    ['ทุกส่วนราชการ', 0],
    ['สำนักปลัด, กองคลัง', 0],
    ['สำนักปลัด / ทุกกอง', 0],
  ])('“%s” are doubted %i times', async (text, doubts) => {
    const plan = await readSheets({ name: 'แผน', rows: [HEADER, MEASURE.with(3, text)] });
    const found = findingsOf(plan, 'import.unit-every-differs');
    expect(found).toHaveLength(doubts);
    expect(found.every(({ severity, quote }) => severity === 'W' && quote === text)).toBe(true);
  });
});

describe('a number before a title', () => {
  const doubts = (plan: ImportedPlan): unknown[] =>
    plan.findings
      .filter(({ code }) => code.startsWith('import.number'))
      .map(({ code, severity, place, quote }) => [code, severity, place.row, quote]);
  const rows = (...numbers: readonly string[]): string[][] => numbers.map((number) => [number, ...MEASURE]);

  it('that a report of this form does not print is told', async () => {
    const numbered = ['๑. เปิดเผยข้อมูล', 'จัดซื้อ'].map((title) => MEASURE.with(0, title));
    const plan = await readSheets({ name: 'แผน', rows: [HEADER, ...numbered] });
    expect(doubts(plan)).toEqual([['import.number-dropped', 'I', 2, 'เปิดเผยข้อมูล']]);
  });

  it('that is printed as it stands is not told, one that is replaced is', async () => {
    const header = ['ลำดับ', ...HEADER];
    expect(doubts(await readSheets({ name: 'แผน', rows: [header, ...rows('๑', '2.', '(๓)')] }))).toEqual([]);
    const plan = await readSheets({ name: 'แผน', rows: [header, ...rows('๑', '๗')] });
    expect(doubts(plan)).toEqual([['import.number-replaced', 'I', 3, 'เปิดเผยข้อมูล']]);
  });

  it('under a theme is compared with theme and place', async () => {
    const theme = ['๑. ด้านความโปร่งใส', '', '', '', ''];
    const measures = ['๑.๑ ก', '๑.๓ ข'].map((title) => MEASURE.with(0, title));
    const plan = await readSheets({ name: 'แผน', rows: [HEADER, theme, ...measures] });
    expect(doubts(plan)).toEqual([['import.number-replaced', 'I', 4, 'ข']]);
  });
});
