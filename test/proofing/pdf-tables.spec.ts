import { blocksOf, type Piece } from '../../src/proofing/pdf-blocks.js';
import { tablesIn } from '../../src/proofing/pdf-tables.js';

const COLUMNS = [60, 100, 240, 380] as const;
const HEADER = ['ลำดับ', 'มาตรการ', 'วิธีดำเนินการ', 'ผลการดำเนินการ'];

const piece = (text: string, x: number, y: number): Piece => ({ text, x, y, width: text.length * 5, size: 12 });

/** Cells side by side; the lines of a cell below each other, in the order in which programs print them. */
const row = (y: number, cells: readonly (readonly string[])[]): Piece[] =>
  cells.flatMap((lines, column) => lines.map((line, index) => piece(line, COLUMNS[column] ?? 0, y - index * 18)));

const header = (y: number): Piece[] =>
  row(
    y,
    HEADER.map((title) => [title]),
  );

const textsOf = (pages: readonly (readonly Piece[])[]): string[][][] =>
  tablesIn(pages.flatMap((pieces, page) => blocksOf(pieces, page))).map(({ rows }) =>
    rows.map(({ kind, cells }) => [kind, ...cells.map((cell) => cell.map(({ text }) => text).join(' '))]),
  );

describe('a table in a PDF', () => {
  it('is put together from the places of its words', () => {
    const page = [
      piece('รายงานผลการดำเนินการตามมาตรการ', 60, 760),
      ...header(700),
      ...row(670, [['๑'], ['อบรม', 'บุคลากร'], ['จัดอบรม'], ['อบรมแล้ว', '๔๐ คน']]),
      ...row(620, [['๒'], ['ตรวจรถ'], [], ['ตรวจแล้ว']]),
    ];
    expect(textsOf([page])).toEqual([
      [
        ['header', ...HEADER],
        ['body', '๑', 'อบรม บุคลากร', 'จัดอบรม', 'อบรมแล้ว ๔๐ คน'],
        ['body', '๒', 'ตรวจรถ', '', 'ตรวจแล้ว'],
      ],
    ]);
  });

  it('goes on over the page with its header, its number and a torn row', () => {
    const first = [...header(700), ...row(670, [['๑'], ['อบรม'], ['จัดอบรม'], ['อบรม']])];
    const second = [
      piece('- ๒ -', 300, 780),
      ...header(700),
      piece('แล้ว ๔๐ คน', COLUMNS[3], 670),
      ...row(640, [['๒'], ['ตรวจรถ'], ['ตรวจทุกเดือน'], ['ตรวจแล้ว']]),
    ];
    expect(textsOf([first, second])[0]?.filter(([kind]) => kind === 'body')).toEqual([
      ['body', '๑', 'อบรม', 'จัดอบรม', 'อบรม แล้ว ๔๐ คน'],
      ['body', '๒', 'ตรวจรถ', 'ตรวจทุกเดือน', 'ตรวจแล้ว'],
    ]);
  });

  it('ends where a text or a heading stands below it, and keeps headings across its columns', () => {
    const page = [
      ...header(700),
      piece('๑. ด้านการสร้างการรับรู้แก่บุคลากรทุกคนและผู้บริหารของหน่วยงาน', 60, 670),
      ...row(640, [['๑.๑'], ['อบรม'], ['จัดอบรม'], ['อบรมแล้ว']]),
      piece('๓. สรุป', 60, 590),
      piece('ทุกส่วนราชการดำเนินการครบถ้วนตามมาตรการที่กำหนดไว้ในปีงบประมาณ', 60, 560),
    ];
    expect(textsOf([page])[0]?.map(([kind, first]) => [kind, first])).toEqual([
      ['header', 'ลำดับ'],
      ['group', '๑. ด้านการสร้างการรับรู้แก่บุคลากรทุกคนและผู้บริหารของหน่วยงาน'],
      ['body', '๑.๑'],
    ]);
  });

  it('stays text where the file goes line by line through all columns', () => {
    const lines = [0, 1, 2, 3].flatMap((line) =>
      row(670 - line * 16, [line === 0 ? ['๑'] : [], ['อบรม'], line < 2 ? ['จัดอบรม'] : [], []]),
    );
    expect(textsOf([[...header(700), ...lines]])).toEqual([]);
  });
});
