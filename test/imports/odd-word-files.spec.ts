import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import type { ImportedPlan, ImportFinding } from '../../src/imports/imported-plan.js';
import { readPlan } from '../../src/imports/read-plan.js';

const CONTEXT = { fiscalYear: 2568, divisions: [{ id: 'finance', name: 'กองคลัง' }] };
const HEADER = ['มาตรการ', 'วิธีดำเนินการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ'];
const YEAR = 'ปีงบประมาณ ๒๕๖๘';
const MEASURE = ['เปิดเผยข้อมูล', 'จัดทำประกาศ', YEAR, 'กองคลัง', ''];

const read = (name: string, bytes: Uint8Array): Promise<ImportedPlan> => readPlan({ name, bytes }, CONTEXT);
const findingsOf = ({ findings }: ImportedPlan, code: string): readonly ImportFinding[] =>
  findings.filter((finding) => finding.code === code);

describe('a Word file', () => {
  const paragraph = (text: string, strike = false): Paragraph =>
    new Paragraph({ children: [new TextRun({ text, strike })] });
  const cell = (...children: readonly (string | Paragraph | Table)[]): TableCell =>
    new TableCell({ children: children.map((child) => (typeof child === 'string' ? paragraph(child) : child)) });
  const table = (...rows: readonly (readonly (string | TableCell)[])[]): Table =>
    new Table({
      rows: rows.map(
        (cells) => new TableRow({ children: cells.map((each) => (typeof each === 'string' ? cell(each) : each)) }),
      ),
    });
  const readWord = async (...children: readonly (Paragraph | Table)[]): Promise<ImportedPlan> =>
    read('plan.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));

  it('with a table in a cell gives its cells as lines, with a finding', async () => {
    const inner = table(['ขั้นที่หนึ่ง', 'จัดทำ'], ['ขั้นที่สอง', cell('เผยแพร่', table(['ชั้นในสุด']))]);
    const plan = await readWord(table(HEADER, ['เปิดเผยข้อมูล', cell('ตามตาราง', inner), YEAR, 'กองคลัง', '']));
    expect(plan.measures[0]?.content.methods.map(({ text }) => text)).toEqual([
      'ตามตาราง',
      'ขั้นที่หนึ่ง',
      'จัดทำ',
      'ขั้นที่สอง',
      'เผยแพร่',
      'ชั้นในสุด',
    ]);
    expect(findingsOf(plan, 'import.inner-table')).toMatchObject([
      { severity: 'W', place: { row: 2, column: 'วิธีดำเนินการ' } },
    ]);
    expect(JSON.stringify(plan)).not.toMatch(/<\/?\w+>/);
  });

  it('whose plan stands in a frame of one cell, or of one column, is read as any other', async () => {
    const plain = table(HEADER, MEASURE);
    const framed = [table([cell(plain)]), table([cell(table([cell('หัวเรื่อง', plain)]))], ['ลงชื่อผู้จัดทำ'])];
    for (const frame of framed) {
      const plan = await readWord(paragraph('แผน'), frame);
      expect(plan.measures.map(({ content }) => content)).toEqual(
        (await readWord(plain)).measures.map(({ content }) => content),
      );
      expect(findingsOf(plan, 'import.inner-table')).toEqual([]);
    }
    expect((await readWord(...framed.slice(1))).otherText).toEqual(['หัวเรื่อง', 'ลงชื่อผู้จัดทำ']);
  });

  it.each(['โครงการอบรมคุณธรรม', 'มาตรการจัดซื้อจัดจ้าง', 'จัดซื้อจัดจ้าง'])(
    'whose second table has no header and begins with “%s” goes on under the first',
    async (title) => {
      const second = table(MEASURE.with(0, title).with(1, 'แนวทางปฏิบัติของเจ้าหน้าที่'), MEASURE.with(0, 'กิจกรรมที่สาม'));
      const plan = await readWord(table(HEADER, MEASURE), paragraph('หน้า ๒'), second);
      expect(plan.measures.map(({ content }) => content.title)).toEqual(['เปิดเผยข้อมูล', title, 'กิจกรรมที่สาม']);
      expect(findingsOf(plan, 'import.table-continued')).toHaveLength(1);
    },
  );

  it('shows no tag in what it says, and keeps words that are struck through', async () => {
    const bold = new Paragraph({ children: [new TextRun({ text: 'แผนงานทั้งหมด', bold: true })] });
    await expect(readWord(table([cell(bold), 'ข', 'ค']))).rejects.toMatchObject({
      code: 'import.no-header-row',
      details: { seen: 'แผนงานทั้งหมด | ข | ค' },
    });
    const plan = await readWord(table(HEADER, ['ก', cell(paragraph('ยกเลิกแล้ว', true)), YEAR, cell(bold), '']));
    expect(plan.measures[0]?.content.methods[0]?.text).toBe('ยกเลิกแล้ว');
    expect(plan.findings.map(({ quote, suggestion = '' }) => quote + suggestion).join('')).not.toMatch(/[<>]/);
  });
});
