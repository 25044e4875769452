import { parseDocument } from '../../../src/core/proofreading/parse-document.js';
import { proofread } from '../../../src/core/proofreading/proofread.js';

/** A reader that takes the square of the length needs minutes for each of these, and is stopped by the limit of a test. */
const LETTERS = 250_000;
const HEAD =
  'องค์การบริหารส่วนตำบลตัวอย่าง ปีงบประมาณ พ.ศ. 2568\n\nลำดับ\tมาตรการ\tวิธีดำเนินการ\tระยะเวลา\tผู้รับผิดชอบ\tผลการดำเนินการ\tผลลัพธ์\n';
const RESULT = `${HEAD}1\tก\tข\tค\tง\t`;

/** What stands before, what is repeated, what stands behind. */
const TEXTS: readonly (readonly [string, string, string, string])[] = [
  ['spaces', '', ' ', 'ก'],
  ['no-break spaces', '', '\u00A0', 'ก'],
  ['cells of one row', '', 'ก\t', ''],
  ['table rows that stay open', '', '<tr>', ''],
  ['table cells that stay open', '<tr>', '<td>', '</tr>'],
  ['pipes', '', '|', 'ก'],
  ['an agency without a name', '', 'องค์การบริหารส่วนตำบล', ''],
  ['a district without a province', '', 'อบต.กขคอำเภอ', ''],
  ['lines of one word', '', 'มาตรการ\n', ''],
  ['short words apart', '', 'กกก ', ''],
  ['digits of a result', RESULT, '1', ''],
  ['a number in groups of three', '', ',000', ' บาท'],
  ['full stops of an address', `${RESULT}http://ก`, '.', 'ก'],
  ['identity numbers', '', '1101700230708 ', ''],
  ['years', '', 'ปีงบประมาณ พ.ศ. 2560 ', ''],
  ['levels', '', 'ระดับผ่าน', ''],
  ['differences', '', 'จาก 80.00 เป็น 85.00 เพิ่มขึ้น 4.00 คะแนน ', ''],
  ['one day over and over', HEAD, '1\tก\tข\tค\tง\tอบรม 1 ม.ค. 2568\tฉ\n', ''],
  ['a row over many pages', `${HEAD}1\tก\tข\tค\tง\tจ\tฉ\n`, '\t\tก\t\t\tข\tค\n', ''],
  ['findings on one line', '', '\uF8FE', ''],
  ['characters nobody can print', '', '漢ก', ''],
];

describe('texts made to keep the reader busy', () => {
  it.each(TEXTS)('are read to the end: %s', (_, before, part, behind) => {
    const text = before + part.repeat(Math.ceil(LETTERS / part.length)) + behind;
    const findings = proofread(parseDocument(text));
    expect(findings.filter(({ start, end, quote }) => text.slice(start, end) !== quote)).toEqual([]);
  });
});
