import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { xlsxFile } from '../support/xlsx-file.js';

/** A plan as its table stands, whatever file it comes in. */
export interface PublishedPlan {
  readonly organization: string;
  readonly fiscalYear: number;
  readonly columns: readonly string[];
  /** A row whose first cell alone is filled is a heading. */
  readonly rows: readonly (readonly string[])[];
}

const YEAR = 'ปีงบประมาณ พ.ศ. ๒๕๖๘';
const plan = (columns: readonly string[], rows: readonly (readonly string[])[]): PublishedPlan => ({
  organization: 'องค์การบริหารส่วนตำบลตัวอย่าง',
  fiscalYear: 2568,
  columns,
  rows,
});

/** Plans of our own in the five forms in which agencies publish theirs: no agency, person or sentence of them is real. */
export const OWN_PLANS: Readonly<Record<string, PublishedPlan>> = {
  'numbered list': plan(
    ['ลำดับ', 'มาตรการ/กิจกรรม', 'วิธีดำเนินการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'สรุปผลการดำเนินการ', 'ผลลัพธ์หรือความสำเร็จ'],
    [
      [
        '๑',
        'เปิดเผยราคากลางทุกโครงการ',
        '๑. รวบรวมราคากลาง ๒. เผยแพร่บนเว็บไซต์',
        YEAR,
        'กองคลัง',
        '๑. เผยแพร่ครบ ๑๒ โครงการ',
        '- ผู้เสนอราคาตรวจสอบได้',
      ],
      [
        '๒',
        'อบรมเรื่องผลประโยชน์ทับซ้อน',
        '๑. จัดอบรม ๒. ประเมินความเข้าใจ',
        'ม.ค. ๖๘ – มี.ค. ๖๘',
        'ทุกส่วนราชการ',
        'อบรมแล้ว ๑ รุ่น ผู้เข้าร่วม ๓๕ คน',
        'ผ่านการประเมินทุกคน',
      ],
      ['๓', 'อบรมเรื่องผลประโยชน์ทับซ้อน (ต่อ)', '๓. รายงานผู้บริหาร', '', '', 'รายงานเมื่อวันที่ ๒๐ ก.พ. ๒๕๖๘', ''],
    ],
  ),
  'plain list': plan(
    ['มาตรการ', 'วิธีดำเนินการ', 'ระยะเวลาดำเนินการ', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ', 'ผลลัพธ์'],
    [
      ['๑. ลดขั้นตอนงานบริการ', '- ทบทวนคู่มือประชาชน', YEAR, 'สำนักปลัด / ทุกกอง', '- ลดได้ ๓ ขั้นตอน', '- ประชาชนรอน้อยลง'],
      ['ช่องทางร้องเรียนออนไลน์', '๑. เปิดช่องทาง ๒. แจ้งผลทุกเรื่อง', YEAR, 'สำนักปลัด', 'มีเรื่องร้องเรียน ๔ เรื่อง', 'แจ้งผลครบทุกเรื่อง'],
    ],
  ),
  'by theme': plan(
    ['มาตรการ', 'วิธีดำเนินการ', 'ระยะเวลา', 'หน่วยงานรับผิดชอบ', 'ผลการดำเนินงาน', 'ผลลัพธ์หรือความสำเร็จ'],
    [
      ['๑. ด้านความโปร่งใส', '', '', '', '', ''],
      ['๑.๑ เผยแพร่แผนการใช้จ่าย', '- จัดทำสรุปแผน', YEAR, 'กองคลัง', '- เผยแพร่ครบสี่ไตรมาส', '- ตรวจสอบได้'],
      ['๑.๒ เผยแพร่รายงานการประชุม', '- จัดทำรายงาน', YEAR, 'สำนักปลัด', '- เผยแพร่ทุกครั้ง', '- ติดตามมติได้'],
      ['๒. ด้านการมีส่วนร่วม', '', '', '', '', ''],
      ['๒.๑ รับฟังความเห็นก่อนจัดทำโครงการ', '- จัดเวทีประชาคม', YEAR, 'กองช่าง', '- จัด ๖ เวที', '- โครงการตรงความต้องการ'],
    ],
  ),
  'by indicator': plan(
    [
      'ตัวชี้วัด',
      'มาตรการ/แนวทางที่จะดำเนินการ',
      'วิธีการดำเนินการ',
      'ผู้รับผิดชอบ',
      'ระยะเวลาดำเนินการ',
      'สรุปผลการดำเนินการ',
      'ผลลัพธ์/ความสำเร็จ',
    ],
    [
      ['ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่', '- กำหนดเวลาให้บริการ', '- ประกาศเวลา', 'สำนักปลัด', YEAR, '- ประกาศแล้ว', 'บริการตรงเวลา'],
      [
        'ตัวชี้วัดที่ ๒ การใช้งบประมาณ',
        '- เปิดเผยการเบิกจ่าย',
        '- สรุปทุกเดือน',
        'กองคลัง',
        'ต.ค. ๖๗ – ก.ย. ๖๘',
        '- สรุปครบ ๑๒ เดือน',
        '- ประชาชนทราบ',
      ],
      [
        'ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร',
        '- ปรับปรุงเว็บไซต์',
        '- ตรวจทุกสัปดาห์',
        'กองการศึกษา',
        YEAR,
        '- ปรับปรุงแล้ว',
        '- ข้อมูลเป็นปัจจุบัน',
      ],
    ],
  ),
  'plan with monitoring': plan(
    ['มาตรการ', 'ขั้นตอนหรือวิธีการปฏิบัติ', 'ผู้รับผิดชอบ', 'การกำกับติดตาม'],
    [
      ['ทบทวนแนวทางใช้ทรัพย์สินของราชการ', 'จัดทำทะเบียนยืมคืน', 'สำนักปลัด/ กองคลัง', 'รายงานความก้าวหน้าทุกหกเดือน'],
      ['ให้ความรู้เรื่องการประเมิน', 'ประชุมชี้แจงบุคลากรทุกคน', 'สำนักปลัด', ''],
    ],
  ),
};

export const xlsxOf = ({ columns, rows }: PublishedPlan): Buffer =>
  xlsxFile([{ name: 'แผน', rows: [columns, ...rows] }]);

export function docxOf({ columns, rows }: PublishedPlan): Promise<Buffer> {
  const cell = (text: string): TableCell =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun(text)] })] });
  const table = new Table({ rows: [columns, ...rows].map((cells) => new TableRow({ children: cells.map(cell) })) });
  return Packer.toBuffer(new Document({ sections: [{ children: [table] }] }));
}
