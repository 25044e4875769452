import { describe, expect, it } from '@jest/globals';
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import type { ImportedPlan } from '../../src/imports/imported-plan.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { xlsxFile, type SheetSource } from '../support/xlsx-file.js';

const DIVISIONS = ['สำนักปลัด', 'กองคลัง', 'กองช่าง'].map((name) => ({ id: name, name }));
const CONTEXT = { fiscalYear: 2568, divisions: DIVISIONS };
const HEADER = ['มาตรการ', 'วิธีดำเนินการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ'];
const YEAR = 'ปีงบประมาณ ๒๕๖๘';

const read = (name: string, bytes: Uint8Array): Promise<ImportedPlan> => readPlan({ name, bytes }, CONTEXT);
const readSheets = (...sheets: readonly SheetSource[]): Promise<ImportedPlan> => read('plan.xlsx', xlsxFile(sheets));
const readRows = (...rows: readonly (readonly string[])[]): Promise<ImportedPlan> => readSheets({ name: 'แผน', rows });
const codes = (plan: ImportedPlan): string[] => plan.findings.map(({ code }) => code);

describe('rows taken apart by page breaks', () => {
  it('are joined, with repeated headers and a sentence that goes on', async () => {
    const plan = await readRows(
      HEADER,
      ['เปิดเผยข้อมูล', '๑. จัดทำประกาศ ๒. เผยแพร่ให้', YEAR, 'สำนักปลัด', '- ทำแล้ว'],
      HEADER.map((header) => header.replace('ดำเนิน', 'ดำเนิน\n')),
      ['', 'ประชาชนทราบ ๓. ติดตามผล', '', '', '- ครบถ้วน'],
      ['จัดซื้อจัดจ้าง', '๑. อบรม', YEAR, 'กองคลัง', ''],
    );
    expect(plan.measures.map(({ source }) => source.rows)).toEqual([[2, 4], [5]]);
    expect(plan.measures[0]?.content.methods).toEqual([
      { kind: 'numbered', text: 'จัดทำประกาศ' },
      { kind: 'numbered', text: 'เผยแพร่ให้ ประชาชนทราบ' },
      { kind: 'numbered', text: 'ติดตามผล' },
    ]);
    expect(plan.measures[0]?.content.results.map(({ text }) => text)).toEqual(['ทำแล้ว', 'ครบถ้วน']);
    expect(codes(plan)).toContain('import.rows-joined');
  });

  it('marked "(ต่อ)" go on under their measure and their group', async () => {
    const plan = await readRows(
      HEADER,
      ['๑. มาตรการภายใน', '', '', '', ''],
      ['๑.๑ การใช้อำนาจ', '- ก', YEAR, 'สำนักปลัด', ''],
      ['๑. มาตรการภายในองค์กร (ต่อ)', '', '', '', ''],
      ['๑.๑ การใช้อำนาจ (ต่อ)', '- ข', '', '', ''],
      ['๑.๒ การใช้งบประมาณ', '- ค', YEAR, 'กองคลัง', ''],
    );
    expect(plan.measures.map(({ content }) => [content.theme, content.title])).toEqual([
      ['มาตรการภายใน', 'การใช้อำนาจ'],
      ['มาตรการภายใน', 'การใช้งบประมาณ'],
    ]);
    expect(plan.measures[0]?.content.methods.map(({ text }) => text)).toEqual(['ก', 'ข']);
    expect(plan.findings.find(({ code }) => code === 'import.heading-differs')?.quote).toBe(
      '๑. มาตรการภายในองค์กร (ต่อ)',
    );
    expect(plan.otherText).toContain('๑. มาตรการภายในองค์กร (ต่อ)');
  });

  it('whose title goes on without a number are joined in a numbered plan', async () => {
    const plan = await readRows(
      ['ลำดับ', ...HEADER],
      ['๑', 'ส่งเสริมความโปร่งใสใน', 'อบรม', YEAR, 'กองคลัง', ''],
      ['', 'การจัดซื้อจัดจ้าง', 'และติดตาม', '', '', ''],
      ['๒', 'อื่น ๆ', 'ก', YEAR, 'กองคลัง', ''],
    );
    expect(plan.measures.map(({ content }) => content.title)).toEqual(['ส่งเสริมความโปร่งใสใน การจัดซื้อจัดจ้าง', 'อื่น ๆ']);
  });
});

describe('cells', () => {
  it('merged over several measures say the same of each, and it is noted', async () => {
    const header = [...HEADER.slice(0, 4), 'การกำกับติดตาม'];
    const rows = [
      header,
      ['ก', 'ก', YEAR, 'กองคลัง', 'รายงานทุกไตรมาส'],
      ['ข', 'ข', YEAR, 'กองคลัง', ''],
      ['ค', 'ค', YEAR, 'กองช่าง', ''],
    ];
    const plan = await readSheets({ name: 'แผน', rows, merges: ['E2:E3'] });
    expect(plan.measures.map(({ content }) => content.monitoring.length)).toEqual([1, 1, 0]);
    expect(
      plan.findings.filter(({ code }) => code === 'import.merged-cell-spread').map(({ place }) => place.row),
    ).toEqual([3]);
  });

  it('of unknown and repeated columns are kept with the measure', async () => {
    const plan = await readRows(
      [...HEADER, 'งบประมาณ', 'กิจกรรม'],
      ['ก', 'ข', YEAR, 'กองคลัง', '', '๒๐,๐๐๐ บาท', 'อบรม'],
    );
    expect(plan.measures[0]?.source.unmapped).toEqual([
      { column: 'งบประมาณ', text: '๒๐,๐๐๐ บาท' },
      { column: 'กิจกรรม', text: 'อบรม' },
    ]);
    expect(codes(plan)).toEqual(expect.arrayContaining(['import.unknown-column', 'import.column-repeated']));
  });

  it('that a spreadsheet holds as dates are read as Thai dates, also when the year was typed as Buddhist', async () => {
    const plan = await readRows(
      HEADER,
      ['ก', 'ข', '<c s="1"><v>45566</v></c>', 'กองคลัง', ''],
      ['ค', 'ง', '<c s="1"><v>243892</v></c>', 'กองคลัง', ''],
    );
    expect(plan.measures.map(({ content }) => content.period)).toEqual([
      { startsOn: '2024-10-01', endsOn: '2024-10-01', text: '๑ ต.ค. ๒๕๖๗' },
      { startsOn: '2024-10-01', endsOn: '2024-10-01', text: '๑ ต.ค. ๒๕๖๗' },
    ]);
    expect(codes(plan).filter((code) => code === 'import.date-cell')).toHaveLength(2);
  });

  it('that hold no day of the calendar are shown, not lost, and do not stop the import', async () => {
    const odd = ['999999999', '244043', '-5'].map((value) => ['ก', 'ข', `<c s="1"><v>${value}</v></c>`, 'กองคลัง', '']);
    const plan = await readRows(HEADER, ['ก', 'ข', YEAR, 'กองคลัง', ''], ...odd);
    expect(plan.measures.map(({ content }) => content.period.text)).not.toContain('');
  });

  it('in simple HTML become paragraphs, lists, headings and addresses', async () => {
    const html =
      '<p>คำนำ</p><p><b>เป้าหมาย</b></p><ol><li>ก &amp; ข</li><li>ค</li></ol><ul><li>ดู <a href="https://example.test/x">หน้านี้</a></li></ul>';
    const plan = await readRows(HEADER, ['ก', html, YEAR, 'กองคลัง', 'ข < ค และ <ไม่ใช่แท็ก>']);
    expect(plan.measures[0]?.content.methods).toEqual([
      { kind: 'plain', text: 'คำนำ' },
      { kind: 'heading', text: 'เป้าหมาย' },
      { kind: 'numbered', text: 'ก & ข' },
      { kind: 'numbered', text: 'ค' },
      { kind: 'dash', text: 'ดู หน้านี้ (https://example.test/x)' },
    ]);
    expect(plan.measures[0]?.content.results[0]?.text).toBe('ข < ค และ <ไม่ใช่แท็ก>');
  });

  it('with a split sara am are composed, and it is recorded', async () => {
    const plan = await readRows(HEADER, ['จัดท\u0E4D\u0E32น\u0E49\u0E4D\u0E32', 'ก', YEAR, 'กองคลัง', '']);
    expect(plan.measures[0]?.content.title).toBe('จัดทำน้ำ');
    expect(plan.findings.find(({ code }) => code === 'import.sara-am-composed')?.message.en).toContain('2 places');
  });

  it('with spaces inside words are left alone and offered closed', async () => {
    const plan = await readRows(HEADER, ['ก', 'เผยแพร่ แล ะ ประชา สัมพันธ์', YEAR, 'กองคลัง', '']);
    expect(plan.measures[0]?.content.methods[0]?.text).toBe('เผยแพร่ แล ะ ประชา สัมพันธ์');
    const offer = plan.findings.find(({ code }) => code === 'import.spacing-offer');
    expect(offer).toMatchObject({ severity: 'I', suggestion: 'เผยแพร่ และ ประชาสัมพันธ์' });
  });

  it('with spaces inside words are closed when the offer is accepted, and keep their key', async () => {
    const bytes = xlsxFile([{ name: 'แผน', rows: [HEADER, ['ประชา สัมพันธ์', 'แล ะ', YEAR, 'กองคลัง', '']] }]);
    const asWritten = await readPlan({ name: 'plan.xlsx', bytes }, CONTEXT);
    const closed = await readPlan({ name: 'plan.xlsx', bytes }, { ...CONTEXT, closeSpaces: true });
    expect(closed.measures[0]?.content).toMatchObject({
      title: 'ประชาสัมพันธ์',
      methods: [{ kind: 'plain', text: 'และ' }],
    });
    expect(codes(closed).filter((code) => code === 'import.spacing-closed')).toHaveLength(2);
    expect(closed.measures[0]?.contentKey).toBe(asWritten.measures[0]?.contentKey);
  });
});

describe('headers', () => {
  it('of two rows name their columns by both', async () => {
    const top = ['มาตรการ', 'วิธีดำเนินการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ', ''];
    const rows = [top, ['', '', '', '', 'รอบ ๖ เดือน', 'รอบ ๑๒ เดือน'], ['ก', 'ข', YEAR, 'กองคลัง', 'ค', 'ง']];
    const plan = await readSheets({ name: 'แผน', rows, merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1'] });
    expect(plan.measures).toHaveLength(1);
    expect(plan.measures[0]?.content.results[0]?.text).toBe('ค');
    expect(plan.measures[0]?.source.unmapped).toEqual([{ column: 'ผลการดำเนินการ รอบ ๑๒ เดือน', text: 'ง' }]);
  });

  it('with a row of column numbers below them lose nothing and gain no measure', async () => {
    const plan = await readRows(HEADER, ['(๑)', '(๒)', '(๓)', '(๔)', '(๕)'], ['ก', 'ข', YEAR, 'กองคลัง', '']);
    expect(plan.measures).toHaveLength(1);
    expect(plan.otherText).toEqual(['(๑) (๒) (๓) (๔) (๕)']);
  });

  it('that are shorter than their rows keep the cells beyond', async () => {
    const plan = await read('plan.csv', Buffer.from(`${HEADER.join(',')}\nก,ข,${YEAR},กองคลัง,ค,เกินมา\n`));
    expect(plan.measures[0]?.source.unmapped).toEqual([{ column: 'F', text: 'เกินมา' }]);
    expect(plan.findings.find(({ code }) => code === 'import.unknown-column')?.place.column).toBe('F');
  });

  it('that a second table lacks are taken from the first, and it is said', async () => {
    const plan = await readSheets(
      { name: 'หนึ่ง', rows: [HEADER, ['ก', 'ข', YEAR, 'กองคลัง', 'ค']] },
      { name: 'สอง', rows: [['ง', 'จ', YEAR, 'กองช่าง', 'ฉ']] },
    );
    expect(plan.measures).toHaveLength(2);
    expect(codes(plan)).toContain('import.table-continued');
  });
});

describe('groups', () => {
  it('that name ITA indicators give them to their measures', async () => {
    const plan = await readRows(
      HEADER,
      ['ตัวชี้วัดที่ ๓ การใช้อำนาจ', '', '', '', ''],
      ['ก', 'ข', YEAR, 'กองคลัง', ''],
      ['ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต', '', '', '', ''],
      ['ค', 'ง', YEAR, 'กองคลัง', ''],
    );
    expect(plan.layout.grouping).toBe('indicator');
    expect(plan.measures.map(({ content }) => content.indicators)).toEqual([[3], [10]]);
    expect(plan.measures[0]?.content.theme).toBe('ตัวชี้วัดที่ ๓ การใช้อำนาจ');
  });
});

describe('evidence', () => {
  it('is a label with an address; a line without an address is kept beside the measure', async () => {
    const plan = await readRows(
      [...HEADER, 'หลักฐาน'],
      ['ก', 'ข', YEAR, 'กองคลัง', '', 'ประกาศ https://example.test/a\nhttps://example.test/b\nแฟ้มเล่ม ๒'],
    );
    expect(plan.measures[0]?.content.evidence).toEqual([
      { label: 'ประกาศ', url: 'https://example.test/a' },
      { label: 'https://example.test/b', url: 'https://example.test/b' },
    ]);
    expect(plan.measures[0]?.source.unmapped).toEqual([{ column: 'หลักฐาน', text: 'แฟ้มเล่ม ๒' }]);
    expect(codes(plan)).toContain('import.evidence-unread');
  });
});

describe('what is doubtful', () => {
  it.each([
    ['a period in words', HEADER, ['ก', 'ข', 'ทุกเดือน', 'กองคลัง', ''], 'import.period-unread', 'W'],
    ['a period without a year', HEADER, ['ก', 'ข', 'ต.ค. - ธ.ค.', 'กองคลัง', ''], 'import.period-year-assumed', 'I'],
    ['no period', HEADER, ['ก', 'ข', '', 'กองคลัง', ''], 'import.period-missing', 'W'],
    ['a post instead of a division', HEADER, ['ก', 'ข', YEAR, 'เจ้าหน้าที่พัสดุ', ''], 'import.unit-unknown', 'W'],
    ['nobody responsible', HEADER, ['ก', 'ข', YEAR, '', ''], 'import.unit-missing', 'W'],
    ['every กอง', HEADER, ['ก', 'ข', YEAR, 'ทุกกอง', ''], 'import.unit-assumed', 'I'],
    ['no method', HEADER, ['ก', '', YEAR, 'กองคลัง', ''], 'import.method-missing', 'W'],
    ['several titles', HEADER, ['- ก - ข', 'ค', YEAR, 'กองคลัง', ''], 'import.several-titles', 'W'],
    ['a missing column', HEADER.slice(0, 3), ['ก', 'ข', YEAR], 'import.column-missing', 'W'],
    [
      'a mark of continuation in a sentence',
      HEADER,
      ['ก', 'ข (ต่อ) ค', YEAR, 'กองคลัง', ''],
      'import.continuation-mark',
      'W',
    ],
    ['a code typed with a zero', HEADER, ['ก', 'ข', YEAR, 'กองคลัง', 'ตามข้อ ๐๒๐'], 'import.code-glyph', 'W'],
  ])('%s is said once', async (_case, header, row, code, severity) => {
    const plan = await readRows(header, row);
    const found = plan.findings.filter((finding) => finding.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity,
      place: { sheet: 'แผน' },
      message: { th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/\w/) },
    });
  });

  it.each(['โทร ๐๒-๑๒๓๔๕๖๗', 'เวลา ๐๙.๓๐ น.', 'วันที่ ๐๑/๑๐/๒๕๖๗', 'จำนวน ๑๐,๐๒๐ บาท', 'ร้อยละ ๐.๒๐'])(
    '%s is no code',
    async (text) => {
      expect(codes(await readRows(HEADER, ['ก', 'ข', YEAR, 'กองคลัง', text]))).not.toContain('import.code-glyph');
    },
  );

  it('a title that comes twice is pointed at, and both measures have keys of their own', async () => {
    const plan = await readRows(HEADER, ['ก', 'ข', YEAR, 'กองคลัง', ''], ['๒. ก', 'ค', YEAR, 'กองคลัง', '']);
    expect(plan.findings.find(({ code }) => code === 'import.title-repeated')?.place.row).toBe(3);
    expect(new Set(plan.measures.map(({ contentKey }) => contentKey)).size).toBe(2);
  });

  it('one date outside the year is an error of its row; a heading of another year is one of the document', async () => {
    const plan = await readRows(
      ['แผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๗'],
      HEADER,
      ['ก', 'ข', YEAR, 'กองคลัง', ''],
      ['ค', 'ง', '๓๐ ต.ค. ๖๘', 'กองคลัง', ''],
    );
    const wrong = plan.findings.filter(({ code }) => code === 'import.wrong-year');
    expect(wrong.map(({ severity, place }) => [severity, place.row])).toEqual([
      ['E', 4],
      ['E', 1],
    ]);
  });

  it('signatures, notes and other sheets are set aside, not lost', async () => {
    const plan = await readSheets(
      {
        name: 'แผน',
        rows: [HEADER, ['ก', 'ข', YEAR, 'กองคลัง', ''], ['หมายเหตุ ทบทวนทุกปี'], ['', '', '(ลงชื่อ) ........']],
      },
      { name: 'บันทึก', rows: [['ข้อความอื่น', 'อีกช่อง']] },
    );
    expect(plan.measures).toHaveLength(1);
    expect(plan.otherText).toEqual(['หมายเหตุ ทบทวนทุกปี', '(ลงชื่อ) ........', 'ข้อความอื่น อีกช่อง']);
    expect(codes(plan)).toEqual(expect.arrayContaining(['import.text-outside-table', 'import.table-skipped']));
  });

  it('measures on several sheets are one plan', async () => {
    const plan = await readSheets(
      { name: 'หนึ่ง', rows: [HEADER, ['ก', 'ข', YEAR, 'กองคลัง', '']] },
      { name: 'สอง', rows: [HEADER, ['ค', 'ง', YEAR, 'กองช่าง', '']] },
    );
    expect(plan.measures.map(({ source }) => source.sheet)).toEqual(['หนึ่ง', 'สอง']);
  });
});

describe('text files', () => {
  const lines = (separator: string): string =>
    [HEADER, ['ก', '"๑. ข\n๒. ค"', YEAR, 'กองคลัง', 'ครบ']].map((row) => row.join(separator)).join('\r\n');

  it.each([
    ['commas', Buffer.from(lines(','))],
    ['a byte order mark', Buffer.from(`\uFEFF${lines(',')}`)],
    ['semicolons', Buffer.from(lines(';'))],
    ['tabs', Buffer.from(lines('\t'))],
    ['UTF-16', Buffer.from(`\uFEFF${lines('\t')}`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\uFEFF${lines('\t')}`, 'utf16le').swap16()],
    ['Windows-874', windows874(lines(','))],
  ])('with %s are read', async (_case, bytes) => {
    const plan = await read('plan.csv', bytes);
    expect(plan.measures[0]?.content).toMatchObject({
      title: 'ก',
      methods: [
        { kind: 'numbered', text: 'ข' },
        { kind: 'numbered', text: 'ค' },
      ],
      responsible: { divisionIds: ['กองคลัง'] },
    });
  });

  function windows874(text: string): Buffer {
    return Buffer.from(
      [...text].map((letter) => (letter >= '\u0E01' ? letter.charCodeAt(0) - 0x0e00 + 0xa0 : letter.charCodeAt(0))),
    );
  }
});

describe('Word files', () => {
  const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });
  const cell = (...children: readonly (string | Paragraph)[]): TableCell =>
    new TableCell({ children: children.map((child) => (typeof child === 'string' ? paragraph(child) : child)) });
  const row = (...cells: readonly (string | TableCell)[]): TableRow =>
    new TableRow({ children: cells.map((child) => (typeof child === 'string' ? cell(child) : child)) });
  const item = (text: string, reference: string): Paragraph =>
    new Paragraph({ text, numbering: { reference, level: 0 } });

  it('keep paragraphs, automatic lists, spanning cells and tables that go on over pages', async () => {
    const first = new Table({
      rows: [
        row(...HEADER),
        row(new TableCell({ columnSpan: 5, children: [paragraph('๑. กลุ่มแรก')] })),
        row(
          '๑.๑ ก',
          cell(item('ข', 'numbers'), item('ค', 'numbers')),
          new TableCell({ rowSpan: 2, children: [paragraph(YEAR)] }),
          'กองคลัง',
          cell(item('ง', 'dashes')),
        ),
        row('๑.๒ จ', cell('ย่อหน้าหนึ่ง', 'ย่อหน้าสอง'), 'กองช่าง', ''),
      ],
    });
    const second = new Table({ rows: [row('', 'ย่อหน้าสาม', '', '', 'เสร็จ'), row('๑.๓ ฉ', 'ช', YEAR, 'สำนักปลัด', '')] });
    const document = new Document({
      numbering: {
        config: [
          {
            reference: 'numbers',
            levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
          },
          {
            reference: 'dashes',
            levels: [{ level: 0, format: LevelFormat.BULLET, text: '-', alignment: AlignmentType.START }],
          },
        ],
      },
      sections: [
        {
          children: [
            paragraph('แผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘'),
            first,
            paragraph('หน้า ๒'),
            second,
            paragraph('ท้ายเอกสาร'),
          ],
        },
      ],
    });
    const plan = await read('plan.docx', await Packer.toBuffer(document));

    expect(
      plan.measures.map(({ source, content }) => [source.number, content.theme, content.title, content.period.text]),
    ).toEqual([
      ['๑.๑', 'กลุ่มแรก', 'ก', YEAR],
      ['๑.๒', 'กลุ่มแรก', 'จ', YEAR],
      ['๑.๓', 'กลุ่มแรก', 'ฉ', YEAR],
    ]);
    expect(plan.measures[0]?.content.methods).toEqual([
      { kind: 'numbered', text: 'ข' },
      { kind: 'numbered', text: 'ค' },
    ]);
    expect(plan.measures[0]?.content.results).toEqual([{ kind: 'dash', text: 'ง' }]);
    expect(plan.measures[1]?.content.methods.map(({ text }) => text)).toEqual(['ย่อหน้าหนึ่ง', 'ย่อหน้าสอง ย่อหน้าสาม']);
    expect(plan.otherText).toEqual(['แผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘', 'หน้า ๒', 'ท้ายเอกสาร']);
  });
});
