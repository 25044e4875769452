import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import type { FontRemark, FontReport } from '../../src/typesetting/fonts/font-report.js';

interface Said {
  readonly th: string;
  readonly en: string;
}

export const fontSaid = {
  usage: 'npx prongsai font check <file.ttf|file.otf> [--specimen specimen.pdf] [--json]',
  usable: { th: 'ใช้ได้', en: 'This font will do' },
  usableWithRemarks: { th: 'ใช้ได้ แต่มีข้อควรทราบ', en: 'This font will do, with remarks' },
  unusable: { th: 'ใช้ไม่ได้', en: 'This font will not do' },
  unreadable: {
    th: 'เปิดอ่านไฟล์ไม่ได้ กรุณาใช้ไฟล์ .ttf หรือ .otf ที่สมบูรณ์',
    en: 'The file cannot be read. Use a complete .ttf or .otf file.',
  },
  specimen: { th: 'ตัวอย่างตัวพิมพ์', en: 'Specimen' },
} as const;

const REMARKS: Readonly<Record<FontRemark, Said>> = {
  'thai-missing': { th: 'ขาดอักษรไทย', en: 'Thai letters are missing' },
  'embedding-forbidden': {
    th: 'ผู้ผลิตไม่อนุญาตให้ฝังแบบอักษรลงใน PDF กรุณาใช้แบบอักษรอื่นหรือขอสิทธิ์จากผู้ผลิต',
    en: 'Its maker forbids embedding in PDF files. Use another font, or ask the maker.',
  },
  'subsetting-forbidden': {
    th: 'ผู้ผลิตไม่อนุญาตให้ฝังเฉพาะบางตัวอักษร กรุณาตรวจสอบสัญญาอนุญาตก่อนใช้',
    en: 'Its maker forbids embedding a part of it. Read its licence before you use it.',
  },
  'bitmap-only': { th: 'อนุญาตให้ฝังเฉพาะภาพตัวอักษร จึงพิมพ์ไม่ได้', en: 'Only its bitmaps may be embedded' },
  'letters-missing': {
    th: 'ขาดอักษรหรือเครื่องหมายบางตัว ซึ่งจะพิมพ์เป็นกรอบว่าง',
    en: 'Some letters or signs are missing; they print as an empty frame',
  },
  'marks-collide': {
    th: 'วรรณยุกต์อาจซ้อนทับสระบน กรุณาดูไฟล์ตัวอย่าง',
    en: 'Tone marks may lie on vowels; look at the specimen',
  },
  'no-layout-rules': {
    th: 'ไม่มีกฎการจัดวางสระและวรรณยุกต์ กรุณาดูไฟล์ตัวอย่าง',
    en: 'It has no rules for placing vowels and tone marks; look at the specimen',
  },
};

/** The report in plain words, Thai and English side by side. @param styles styles of the family found beside the file */
export function fontReportText(report: FontReport, styles: readonly string[]): string {
  const { facts, remarks } = report;
  const verdict = !report.isUsable
    ? fontSaid.unusable
    : remarks.length > 0
      ? fontSaid.usableWithRemarks
      : fontSaid.usable;
  const missing = [...report.missingThai, ...report.missingOthers].join(' ');
  return [
    `${facts.family} ${facts.style} (${facts.isCff ? 'OpenType CFF' : 'TrueType'}, ${facts.glyphCount} glyphs, weight ${facts.weight})`,
    `${verdict.th} / ${verdict.en}`,
    ...remarks.map((remark) => `- ${REMARKS[remark].th} / ${REMARKS[remark].en}`),
    ...(missing === '' ? [] : [`- ตัวที่ขาด / Missing: ${missing}`]),
    `น้ำหนักที่พบในโฟลเดอร์ / Styles found beside it: ${styles.join(', ')}`,
    '',
  ].join('\n');
}

const LINES = [
  'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
  'ะ า ำ เ แ โ ใ ไ ๆ ฯ ฤ ฦ ๐๑๒๓๔๕๖๗๘๙ ฿',
  'ก่ ก้ ก๊ ก๋ กิ่ กี้ กึ๊ กื๋ กั้ กู่ กุ้ น้ำ ค่ำ ซ้ำ',
  'ป่า ป้า ปี่ ปั๊ม ฝ่าย ฝี่ ฟ้า ฟื้น ฬู่ ญู่ ญี่ ฐู ฐี่ ฎุ ฏู',
  'ประกาศองค์การบริหารส่วนตำบลตัวอย่าง เรื่อง นโยบายไม่รับของขวัญ (No Gift Policy)',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789',
  '“อัญประกาศ” ‘เดี่ยว’ – — … • ( ) [ ] / % & @ # * + = < >',
];

/** A page that shows the font in the sizes documents use. */
export function specimen(family: string, report: FontReport): DocumentDefinition {
  const sizes = [16, 12, 24];
  const content: Node[] = [
    { text: `${family} ${report.facts.style}`, role: 'h1', fontSize: 20, margin: [0, 0, 0, 8] },
    ...sizes.flatMap((fontSize): Node[] => [
      { text: `${fontSize} pt`, role: 'h2', fontSize: 12, color: '#666666', margin: [0, 10, 0, 2] },
      ...LINES.map((text): Node => ({ text, fontSize })),
    ]),
  ];
  return { content, defaultStyle: { font: family } };
}
