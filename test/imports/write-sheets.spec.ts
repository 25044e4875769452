import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { gridOf, stacked, type Sheet, type SheetCell, type SheetRow } from '../../src/core/report/sheet.js';
import { readSource } from '../../src/imports/files/read-source.js';
import { writeSheetCsv, writeSheetsXlsx } from '../../src/imports/write-sheets.js';

const cell = (text: string, columnSpan = 1, rowSpan = 1): SheetCell => ({
  lines: text.split('\n').map((line) => ({ kind: 'text', text: line })),
  columnSpan,
  rowSpan,
});
const row = (kind: SheetRow['kind'], ...cells: SheetCell[]): SheetRow => ({ kind, cells });

const MERGED: Sheet = {
  columns: 3,
  rows: [
    row('header', cell('มาตรการ'), cell('ผลการดำเนินการ'), cell('การกำกับติดตาม')),
    row('group', cell('๑. ด้านงบประมาณ', 3)),
    row('body', cell('เผยแพร่แผน'), cell('๑. ทำแล้ว\n๒. เผยแพร่แล้ว'), cell('ทุกไตรมาส', 1, 2)),
    row('body', cell('ตรวจนับพัสดุ'), cell('ครบทุกรายการ')),
  ],
};

const text = fc
  .array(
    fc.constantFrom('ก', 'ข', ' ', '\n', '"', ',', ';', '๑', 'x', '=1+1', '+', '-', '@a', '_x0041_', "'", '<b>', '&'),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').replace(/\n+/g, '\n').trim().replace(/^'+/, ''));

describe('a table of a document', () => {
  it('is a full grid in which covered cells are empty', () => {
    expect(gridOf(MERGED)).toEqual([
      ['มาตรการ', 'ผลการดำเนินการ', 'การกำกับติดตาม'],
      ['๑. ด้านงบประมาณ', '', ''],
      ['เผยแพร่แผน', '๑. ทำแล้ว\n๒. เผยแพร่แล้ว', 'ทุกไตรมาส'],
      ['ตรวจนับพัสดุ', 'ครบทุกรายการ', ''],
    ]);
  });

  it('stands above the next one in a file that holds a single table, with a row between', () => {
    const narrow: Sheet = { columns: 1, rows: [row('body', cell('หนึ่ง'))] };
    expect(gridOf(stacked([narrow, MERGED])).slice(0, 3)).toEqual([
      ['หนึ่ง', '', ''],
      ['', '', ''],
      ['มาตรการ', 'ผลการดำเนินการ', 'การกำกับติดตาม'],
    ]);
  });

  it('comes back from a workbook with its merged cells, a sheet for each table', async () => {
    const bytes = await writeSheetsXlsx([MERGED, MERGED], 'รายงาน: [ผล] ประจำปี 2568/2569 ที่มีชื่อยาวมาก');
    const { tables } = await readSource({ name: 'report.xlsx', bytes });
    expect(tables.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([gridOf(MERGED), gridOf(MERGED)]);
    expect(tables[0]?.merges).toEqual([
      { firstRow: 2, lastRow: 2, firstColumn: 0, lastColumn: 2 },
      { firstRow: 3, lastRow: 4, firstColumn: 2, lastColumn: 2 },
    ]);
  });

  it('keeps every text in a workbook and as comma separated values', async () => {
    const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (texts) => {
        const body = texts.map((cells) => row('body', ...cells.map((each) => cell(each))));
        const sheet: Sheet = { columns: 3, rows: [row('header', cell('ก'), cell('ข'), cell('ค')), ...body] };
        const { tables } = await readSource({ name: 'x.xlsx', bytes: await writeSheetsXlsx([sheet], 'ตาราง') });
        const back = tables[0]?.rows.map(({ cells }) => [0, 1, 2].map((column) => cells[column] ?? ''));
        const grid = gridOf(sheet);
        expect(back).toEqual(grid.slice(0, back?.length));
        expect(grid.slice(back?.length).flat().join('')).toBe('');
        const csv: string[][] = parse(writeSheetCsv(sheet), { bom: true });
        expect(csv.map((cells) => cells.map((each) => each.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(grid);
      }),
      { numRuns: 60 },
    );
  });

  it('cannot make a spreadsheet program calculate', () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'];
    const rows = dangerous.map((each) => row('body', cell(each)));
    const written = parse(writeSheetCsv({ columns: 1, rows }), { bom: true }).flat();
    expect(written).toEqual(dangerous.map((each) => `'${each}`));
  });
});
