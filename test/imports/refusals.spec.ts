import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../src/core/errors.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { xlsxFile } from '../support/xlsx-file.js';
import { zipFile } from '../support/zip-file.js';

const CONTEXT = { fiscalYear: 2568, divisions: [{ id: 'clerk', name: 'สำนักปลัด' }] };
const HEADER = ['มาตรการ', 'วิธีดำเนินการ', 'ระยะเวลา', 'ผู้รับผิดชอบ'];
const MEASURE = ['เปิดเผยข้อมูล', '๑. ก ๒. ข', 'ปีงบประมาณ ๒๕๖๘', 'สำนักปลัด'];

const sheet = (...rows: readonly (readonly string[])[]): Buffer => xlsxFile([{ name: 'แผน', rows }]);

async function refusal(name: string, bytes: Uint8Array): Promise<DomainError> {
  const outcome = await readPlan({ name, bytes }, CONTEXT).catch((error: unknown) => error);
  if (!(outcome instanceof DomainError)) throw new Error(`${name} was not refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

describe('a file that is no plan', () => {
  const whole = sheet(HEADER, MEASURE);
  it.each([
    ['a PDF called .xlsx', 'plan.xlsx', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a program called .csv', 'plan.csv', Buffer.concat([Buffer.from('MZ\x90\x00'), randomBytes(200)])],
    ['an old or encrypted workbook', 'plan.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['an empty file', 'plan.xlsx', Buffer.alloc(0)],
    ['an empty text file', 'plan.csv', Buffer.alloc(0)],
    ['a ZIP file of something else', 'plan.xlsx', zipFile([{ name: 'readme.txt', content: 'hello' }])],
    ['half a workbook', 'plan.xlsx', whole.subarray(0, whole.length / 2)],
    ['a workbook of broken XML', 'plan.xlsx', zipFile([{ name: 'xl/workbook.xml', content: '<workbook><sheets>' }])],
    ['text without a table name', 'plan.doc', Buffer.from('มาตรการ,วิธีดำเนินการ')],
  ])('%s is refused', async (_case, name, bytes) => {
    const { code, details } = await refusal(name, bytes);
    expect(code).toBe('import.not-a-spreadsheet');
    expect(details).toMatchObject({ file: name, remedy: { th: expect.any(String), en: expect.any(String) } });
  });
});

describe('a dangerous file', () => {
  it('with macros is refused', async () => {
    const bytes = xlsxFile(
      [{ name: 'แผน', rows: [HEADER, MEASURE] }],
      [{ name: 'xl/vbaProject.bin', content: 'macro' }],
    );
    expect(await refusal('plan.xlsx', bytes)).toMatchObject({
      code: 'import.macros-refused',
      details: { part: 'xl/vbaProject.bin' },
    });
  });

  it('with a formula is refused, and the cell is named', async () => {
    const formula = '<c><f>1+1</f><v>2</v></c>';
    expect(await refusal('plan.xlsx', sheet(HEADER, MEASURE, ['ก', 'ข', formula]))).toMatchObject({
      code: 'import.formula-refused',
      details: { sheet: 'แผน', row: 3, column: 'C' },
    });
  });

  it('with a formula as comma separated text is refused', async () => {
    const text = `${HEADER.join(',')}\nก,"=HYPERLINK(""http://example.test"")",ข,ค\n`;
    expect(await refusal('plan.csv', Buffer.from(text))).toMatchObject({
      code: 'import.formula-refused',
      details: { row: 2, column: 2 },
    });
  });

  it.each([
    ['declares more than we unpack', 200 * 1024 * 1024, 'ก'],
    ['unpacks to more than it declares', 10, 'ก'.repeat(1_000_000)],
  ])('that %s is refused before it is read', async (_case, claimedBytes, content) => {
    const bytes = xlsxFile([{ name: 'แผน', rows: [HEADER] }], [{ name: 'xl/media/bomb.xml', content, claimedBytes }]);
    expect((await refusal('plan.xlsx', bytes)).code).toBe('import.file-too-large');
  });

  it('of 100,000 rows is refused', async () => {
    const rows = Array.from({ length: 100_000 }, () => ['ก']);
    expect(await refusal('plan.xlsx', sheet(HEADER, ...rows))).toMatchObject({
      code: 'import.too-many-rows',
      details: { sheet: 'แผน' },
    });
    expect((await refusal('plan.csv', Buffer.from(`${HEADER.join(',')}\n${'ก,ข,ค,ง\n'.repeat(100_000)}`))).code).toBe(
      'import.too-many-rows',
    );
  });

  it('with one cell far below everything is refused', async () => {
    const far = xlsxFile([{ name: 'แผน', rows: [] }]);
    const xml =
      '<worksheet><sheetData><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>ก</t></is></c></row></sheetData></worksheet>';
    expect(far.length).toBeGreaterThan(0);
    const bytes = zipFile([
      {
        name: 'xl/workbook.xml',
        content: '<workbook><sheets><sheet name="แผน" sheetId="1" r:id="rId1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      },
      { name: 'xl/worksheets/sheet1.xml', content: xml },
    ]);
    expect((await refusal('plan.xlsx', bytes)).code).toBe('import.too-many-rows');
  });

  it('that repeats one long text in every cell is refused before its words are read', async () => {
    const strings = `<sst><si><t>${'ก'.repeat(15_000)}</t></si></sst>`;
    const cell = '<c t="s"><v>0</v></c>';
    const rows = [HEADER, ...Array.from({ length: 1_000 }, () => [cell, cell, cell, cell])];
    const bytes = xlsxFile([{ name: 'แผน', rows }], [{ name: 'xl/sharedStrings.xml', content: strings }]);
    expect(await refusal('plan.xlsx', bytes)).toMatchObject({
      code: 'import.file-too-large',
      details: { letters: expect.any(Number) },
    });
  });

  it('of a million cells that never end is looked over in one pass', async () => {
    const xml = `<worksheet><sheetData><row r="1">${'<c r="A1"'.repeat(1_000_000)}`;
    const bytes = zipFile([
      {
        name: 'xl/workbook.xml',
        content: '<workbook><sheets><sheet name="แผน" sheetId="1" r:id="rId1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      },
      { name: 'xl/worksheets/sheet1.xml', content: xml },
    ]);
    expect((await refusal('plan.xlsx', bytes)).code).toMatch(/^import\./);
  });

  it('larger than 10 MB is refused', async () => {
    expect((await refusal('plan.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 0x20))).code).toBe('import.file-too-large');
  });
});

describe('a table that cannot be a plan', () => {
  it('without a header row is refused', async () => {
    expect(await refusal('plan.xlsx', sheet(['ก', 'ข'], ['ค', 'ง']))).toMatchObject({
      code: 'import.no-header-row',
      details: { sheet: 'แผน', seen: 'ก | ข' },
    });
  });

  it.each([
    [['มาตรการ', 'คอลัมน์แปลก', 'อีกคอลัมน์'], 1],
    [['มาตรการ', 'คอลัมน์แปลก', 'ผู้รับผิดชอบ'], 1],
  ])('whose methods may stand in an unknown column is refused: %s', async (header, row) => {
    expect(await refusal('plan.xlsx', sheet(header, ['ก', 'ข', 'ค']))).toMatchObject({
      code: 'import.unknown-column',
      details: { sheet: 'แผน', row, column: expect.stringContaining('คอลัมน์แปลก'), missing: 'วิธีดำเนินการ' },
    });
  });

  it('with nothing below its header is refused', async () => {
    expect((await refusal('plan.xlsx', sheet(HEADER))).code).toBe('import.no-measures');
    expect((await refusal('plan.xlsx', sheet(HEADER, ['', '', '']))).code).toBe('import.no-measures');
  });

  it('with a measure without a title is refused, and the cell is named', async () => {
    expect(await refusal('plan.xlsx', sheet(HEADER, MEASURE, ['', ...MEASURE.slice(1)]))).toMatchObject({
      code: 'import.title-empty',
      details: { sheet: 'แผน', row: 3, column: 'มาตรการ' },
    });
    expect((await refusal('plan.xlsx', sheet(HEADER, ['', ...MEASURE.slice(1)]))).code).toBe('import.title-empty');
    expect(
      (await refusal('plan.xlsx', sheet(['ลำดับ', ...HEADER], ['๑', ...MEASURE], ['๒', '', 'ก', '', '']))).code,
    ).toBe('import.title-empty');
  });

  it('of another year is refused with the years found', async () => {
    const rows = [MEASURE, MEASURE].map((row) => row.with(2, 'ต.ค. ๖๖ – ก.ย. ๖๗'));
    expect(await refusal('plan.xlsx', sheet(HEADER, ...rows))).toMatchObject({
      code: 'import.wrong-year',
      details: { expected: 2568, found: [2567] },
    });
    const undated = sheet(['มาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖'], HEADER, MEASURE.with(2, 'ทุกเดือน'));
    expect(await refusal('plan.xlsx', undated)).toMatchObject({
      code: 'import.wrong-year',
      details: { found: [2566] },
    });
  });

  it('with a cell of 60,000 letters is refused, and the cell is named', async () => {
    expect(await refusal('plan.xlsx', sheet(HEADER, MEASURE.with(1, 'ก'.repeat(60_000))))).toMatchObject({
      code: 'import.cell-too-long',
      details: { sheet: 'แผน', row: 2, column: 'B', letters: 60_000, limit: 20_000 },
    });
  });

  it('with a title of 1,001 letters, or rows that join to more than a cell holds, is refused', async () => {
    expect(await refusal('plan.xlsx', sheet(HEADER, MEASURE.with(0, 'ก'.repeat(1_001))))).toMatchObject({
      code: 'import.cell-too-long',
      details: { sheet: 'แผน', row: 2, column: 'มาตรการ', letters: 1_001, limit: 1_000 },
    });
    const half = 'ก'.repeat(12_000);
    expect(await refusal('plan.xlsx', sheet(HEADER, MEASURE.with(1, half), ['', half, '', '']))).toMatchObject({
      code: 'import.cell-too-long',
      details: { row: 2, column: 'วิธีดำเนินการ', limit: 20_000 },
    });
  });

  it.each([
    ['a NUL in text', 'plan.csv', Buffer.from(`${HEADER.join(',')}\nก\0ข,ค,ง,จ\n`), 'U+0000'],
    ['an escaped NUL in a workbook', 'plan.xlsx', sheet(HEADER, MEASURE.with(0, 'ก_x0000_ข')), 'U+0000'],
    ['an escaped lone surrogate', 'plan.xlsx', sheet(HEADER, MEASURE.with(0, 'ก_xD800_ข')), 'U+D800'],
    ['an escape character', 'plan.csv', Buffer.from(`${HEADER.join(',')}\nก\x1b[31mข,ค,ง,จ\n`), 'U+001B'],
    ['a direction override', 'plan.csv', Buffer.from(`${HEADER.join(',')}\nก\u202Eข,ค,ง,จ\n`), 'U+202E'],
  ])('with %s is refused, and the character is named', async (_case, name, bytes, character) => {
    expect(await refusal(name, bytes)).toMatchObject({
      code: 'input.control-character',
      details: { row: 2, column: 'A', character },
    });
  });

  it('of random bytes never fails in any other way', async () => {
    for (let round = 0; round < 50; round++) {
      const bytes = randomBytes(1 + ((round * 37) % 900));
      const outcome = await readPlan({ name: round % 2 ? 'plan.csv' : 'plan.xlsx', bytes }, CONTEXT).catch(
        (error: unknown) => error,
      );
      if (!(outcome instanceof DomainError)) throw new Error(`bytes ${bytes.toString('hex')} gave ${String(outcome)}`);
    }
  });
});
