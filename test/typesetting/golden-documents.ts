import { signatureLines, type SignatureBlock } from '../../src/core/acting/signature-block.js';
import type { TableCell } from 'pdfmake/interfaces.js';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';

const BODY = { fontSize: 16 };

/** Marks over tall and tailed letters, and lines that begin with Latin letters. */
export const STACKED_MARKS: DocumentDefinition = {
  pageSize: { width: 300, height: 210 },
  pageMargins: 16,
  defaultStyle: { fontSize: 20 },
  content: [
    'ป้า ปี่ ปั้น ฝ้าย ฝี่ ฟ้า ฟื้น ฬี่ ฬู่',
    'ญี่ ญู่ ญาติ ฐี่ ฐู่ ฐาน ฎุ ฏุ กฎฺ',
    'น้ำ ค่ำ ซ้ำ ป๋ำ ฟ้ำ ที่ สื่อ นี้',
    'A ก่อน ITA น้ำ O27 ป้า',
    '(No Gift) ฐานฟ้า ๒๕๖๘',
  ].map((text) => ({ text })),
};

/** Two justified columns. */
export const JUSTIFIED: DocumentDefinition = {
  pageSize: { width: 420, height: 230 },
  pageMargins: 16,
  defaultStyle: { fontSize: 14, alignment: 'justify' },
  content: {
    columnGap: 16,
    columns: [
      'องค์การบริหารส่วนตำบลตัวอย่างได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ ระหว่างวันที่ ๑ ต.ค. ๒๕๖๗ ถึง ๓๐ ก.ย. ๒๕๖๘ รวม ๑๒ เดือน',
      'จึงประกาศเจตนารมณ์นโยบายไม่รับของขวัญ (No Gift Policy) จากการปฏิบัติหน้าที่ให้ประชาชนทราบต่าง ๆ ฯลฯ โดยทั่วกัน และเผยแพร่ทางเว็บไซต์ของหน่วยงาน',
    ].map((text) => ({ text, width: '*' })),
  },
};

const METHODS = [
  'จัดทำประกาศและเผยแพร่ทางเว็บไซต์ของหน่วยงาน',
  'ประชุมชี้แจงแนวทางปฏิบัติแก่บุคลากรทุกส่วนราชการ พร้อมรายงานผลต่อผู้บริหาร',
  'ติดตามการใช้ทรัพย์สินของทางราชการและจัดทำทะเบียนคุมทุกไตรมาส',
];

/** Forty-eight rows in four groups over pages, a monitoring cell spanning four rows of each group. */
export function groupedTable(): DocumentDefinition {
  const header = ['ที่', 'มาตรการ', 'วิธีดำเนินการ', 'ผู้รับผิดชอบ', 'การกำกับติดตาม'].map((text): Node => ({
    text,
    bold: true,
    alignment: 'center',
  }));
  const body: TableCell[][] = [header];
  const groupRows: number[] = [];
  for (let group = 1; group <= 4; group++) {
    groupRows.push(body.length);
    const title: TableCell = { text: `${group}. กลุ่มมาตรการที่ ${group}`, bold: true, colSpan: 5 };
    body.push([title, '', '', '', '']);
    for (let row = 1; row <= 12; row++) {
      const monitoring: TableCell = { text: 'รายงานผู้บริหารทุกไตรมาส', ...(row % 4 === 1 ? { rowSpan: 4 } : {}) };
      const cells = [`${group}.${row}`, 'มาตรการส่งเสริมความโปร่งใส', METHODS[row % 3] ?? '', 'สำนักปลัด', monitoring];
      body.push(cells);
    }
  }
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [56, 56, 56, 42],
    defaultStyle: { fontSize: 14 },
    content: [
      { text: 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส', role: 'h1', ...BODY, bold: true } as Node,
      { table: { headerRows: 1, widths: 'fit' as '*', body: body }, groupRows } as Node,
    ],
  };
}

/** Points in a centimetre. */
const CM = 72 / 2.54;

/** An announcement in the official form: A4, 3 and 2 cm, 16 points, indents of 2.5 cm, signature on the right half. */
export function announcement(signer: SignatureBlock): DocumentDefinition {
  const texts = [
    'ด้วยองค์การบริหารส่วนตำบลตัวอย่างมุ่งมั่นปฏิบัติราชการด้วยความซื่อสัตย์สุจริต โปร่งใส ตรวจสอบได้ จึงประกาศให้ทราบทั่วกัน ดังนี้',
    'ไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ (No Gift Policy)',
    'จึงประกาศให้ทราบโดยทั่วกัน',
  ];
  return {
    pageSize: 'A4',
    pageMargins: [3 * CM, 4.5 * CM, 2 * CM, 2 * CM],
    content: [
      { text: 'ประกาศองค์การบริหารส่วนตำบลตัวอย่าง', role: 'h1', bold: true, alignment: 'center' } as Node,
      { text: 'เรื่อง นโยบายไม่รับของขวัญ', role: 'h2', bold: true, alignment: 'center' } as Node,
      ...texts.map((text): Node => ({ text, leadingIndent: 2.5 * CM, margin: [0, 6, 0, 0] })),
      { text: 'ประกาศ ณ วันที่ ๖ ตุลาคม พ.ศ. ๒๕๖๘', alignment: 'center', margin: [0, 12, 0, 1.5 * CM] },
      ...signatureLines(signer).map((text): Node => ({ text, alignment: 'center', margin: [6 * CM, 0, 0, 0] })),
    ],
  };
}
