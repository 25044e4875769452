import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import writeXlsx from 'write-excel-file/node';
import { DomainError } from '../../src/core/errors.js';
import { labelAt } from '../../src/core/proofreading/source-text.js';
import { parseDocument } from '../../src/core/proofreading/parse-document.js';
import { tablesOf } from '../../src/core/proofreading/proof-document.js';
import { readSource } from '../../src/imports/files/read-source.js';
import { readJson } from '../../src/proofing/read-json.js';
import { readPdf } from '../../src/proofing/read-pdf.js';
import { readPlainText } from '../../src/proofing/read-plain-text.js';
import { readTables } from '../../src/proofing/read-tables.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import { findTemplate } from '../../templates/documents/registry.js';

const HEADER = ['ลำดับ', 'มาตรการ', 'วิธีดำเนินการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ'];
const ROW = ['๑', 'ลดขั้นตอน', '- สำรวจขั้นตอน\n- ตัดขั้นตอนที่ซ้ำ', 'ปีงบประมาณ พ.ศ. ๒๕๖๘', 'สำนักปลัด', 'ตัดแล้ว ๓ ขั้นตอน'];

const refusal = async (deed: () => unknown): Promise<string> => {
  try {
    await deed();
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
  return 'none';
};

describe('plain text', () => {
  it('is read in UTF-8, in Windows-874 and in UTF-16', () => {
    const thai = Uint8Array.of(0xa1, 0xca, 0xb8); // กสธ in Windows-874
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('กสธ', 'utf16le')]);
    expect(readPlainText(Buffer.from('กสธ'), 'a.txt').text).toBe('กสธ');
    expect(readPlainText(thai, 'a.txt').text).toBe('กสธ');
    expect(readPlainText(wide, 'a.txt').text).toBe('\uFEFFกสธ');
  });

  it('is refused when it is binary or empty', async () => {
    expect(await refusal(() => readPlainText(Uint8Array.of(0, 1, 2, 0), 'a.txt'))).toBe('proofing.file-unreadable');
    expect(await refusal(() => readPlainText(Buffer.from(' \n'), 'a.txt'))).toBe('proofing.no-text');
  });
});

describe('office files', () => {
  it('give the cells of a worksheet with their addresses', async () => {
    const bytes = await writeXlsx(
      [[{ value: 'รายงาน ปีงบประมาณ พ.ศ. ๒๕๖๘' }], HEADER.map((value) => ({ value })), ROW.map((value) => ({ value }))],
      {},
    ).toBuffer();
    const { tables, after } = await readSource({ name: 'plan.xlsx', bytes });
    const source = readTables(tables, after);
    const [table] = tablesOf(parseDocument(source.text));
    expect(table?.columns.map(({ role }) => role)).toEqual([
      'order',
      'measure',
      'method',
      'period',
      'responsible',
      'result',
    ]);
    expect(labelAt(source, source.text.indexOf('ตัดแล้ว'))).toMatch(/!F3$/);
    expect(source.text.startsWith('รายงาน ปีงบประมาณ')).toBe(true);
  });

  it('give the paragraphs and tables of a Word file', async () => {
    const cells = (texts: readonly string[]): TableRow =>
      new TableRow({
        children: texts.map((text) => new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) })),
      });
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph('องค์การบริหารส่วนตำบลตัวอย่าง'),
            new Table({ rows: [cells(HEADER), cells(ROW)] }),
            new Paragraph('ลงชื่อ'),
          ],
        },
      ],
    });
    const { tables, after } = await readSource({ name: 'plan.docx', bytes: await Packer.toBuffer(document) });
    const parsed = parseDocument(readTables(tables, after).text);
    expect(parsed.blocks.map(({ kind }) => kind)).toEqual(['text', 'table', 'text']);
    expect(tablesOf(parsed)[0]?.rows[0]?.cells[2]?.loose.text).toBe('- สำรวจขั้นตอน - ตัดขั้นตอนที่ซ้ำ');
  });

  it('fill the cells under a merged one with a ditto mark', () => {
    const rows = [HEADER, ROW, ['๒', 'ติดป้าย', '- ติดป้าย', '', 'กองช่าง', '']].map((cells, index) => ({
      number: index + 1,
      cells,
    }));
    const merges = [{ firstRow: 2, lastRow: 3, firstColumn: 5, lastColumn: 5 }];
    const { text } = readTables([{ name: 'แผน', before: [], rows, merges }], []);
    expect(text.trimEnd().endsWith('กองช่าง\t〃')).toBe(true);
  });
});

describe('JSON', () => {
  it('is a table where columns and rows stand together', () => {
    const source = readJson(
      JSON.stringify({ organization: 'องค์การบริหารส่วนตำบลตัวอย่าง', fiscalYear: 2568, columns: HEADER, rows: [ROW] }),
      'a.json',
    );
    expect(source).toMatchObject({ organizationName: 'องค์การบริหารส่วนตำบลตัวอย่าง', fiscalYear: 2568 });
    expect(tablesOf(parseDocument(source.text))[0]?.rows).toHaveLength(1);
    expect(labelAt(source, source.text.indexOf('ตัดแล้ว'))).toBe('rows[0][5]');
  });

  it('is a table of measures where measures stand in a list', () => {
    const measure = {
      title: 'ลดขั้นตอน',
      methods: [
        { kind: 'numbered', text: 'สำรวจ' },
        { kind: 'numbered', text: 'ตัด' },
      ],
      responsible: { text: 'สำนักปลัด' },
      period: { text: 'ปี ๒๕๖๘' },
    };
    const source = readJson(JSON.stringify({ measures: [measure] }), 'a.json');
    expect(tablesOf(parseDocument(source.text))[0]?.rows[0]?.cells.map(({ loose }) => loose.text)).toEqual([
      'ลดขั้นตอน',
      '1. สำรวจ 2. ตัด',
      'ปี 2568',
      'สำนักปลัด',
    ]);
    expect(labelAt(source, source.text.indexOf('สำรวจ'))).toBe('measures[0].methods');
  });

  it('is refused when it is broken', async () => {
    expect(await refusal(() => readJson('{', 'a.json'))).toBe('proofing.file-unreadable');
  });
});

describe('PDF', () => {
  it('gives paragraphs and the page of each', async () => {
    const template = findTemplate('implementation-report.v1');
    const bytes = await printDocument({
      template: template.id,
      data: template.example,
      language: 'th',
      createdAt: '2025-10-01T00:00:00+07:00',
    });
    const source = await readPdf(bytes, 'a.pdf');
    expect(source.text.replace(/\s+/g, '')).toContain('องค์การบริหารส่วนตำบลตัวอย่างได้นำผลการประเมินคุณธรรมและความโปร่งใส');
    expect(labelAt(source, 0)).toBe('p. 1');
    const rows = source.text.split('\n').filter((line) => line.includes('\t'));
    const [header = '', ...others] = rows.map((row) => row.split('\t').map((cell) => cell.replace(/\s+/g, '')));
    expect(header).toContain('วิธีดำเนินการ');
    expect(others.every((row) => row.length === header.length)).toBe(true);
    expect(others.flat().filter((cell) => cell === 'สำนักปลัด').length).toBeGreaterThan(0);
  });

  it('is refused when it is damaged', async () => {
    expect(await refusal(() => readPdf(Buffer.from('%PDF-1.7 broken'), 'a.pdf'))).toBe('proofing.file-unreadable');
  });
});
