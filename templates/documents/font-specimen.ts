import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';

const LINES = [
  'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
  'ะ า ำ เ แ โ ใ ไ ๆ ฯ ฤ ฦ ๐๑๒๓๔๕๖๗๘๙ ฿',
  'ก่ ก้ ก๊ ก๋ กิ่ กี้ กึ๊ กื๋ กั้ กู่ กุ้ น้ำ ค่ำ ซ้ำ',
  'ป่า ป้า ปี่ ปั๊ม ฝ่าย ฝี่ ฟ้า ฟื้น ฬู่ ญู่ ญี่ ฐู ฐี่ ฎุ ฏู',
  'ประกาศองค์การบริหารส่วนตำบลตัวอย่าง เรื่อง นโยบายไม่รับของขวัญ (No Gift Policy)',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789',
  '“อัญประกาศ” ‘เดี่ยว’ – — … • ( ) [ ] / % & @ # * + = < >',
];

/** A page that shows a font in the sizes documents use. */
export function fontSpecimen(family: string, style: string): DocumentDefinition {
  const sizes = [16, 12, 24];
  const content: Node[] = [
    { text: `${family} ${style}`, role: 'h1', fontSize: 20, margin: [0, 0, 0, 8] },
    ...sizes.flatMap((fontSize): Node[] => [
      { text: `${fontSize} pt`, role: 'h2', fontSize: 12, color: '#666666', margin: [0, 10, 0, 2] },
      ...LINES.map((text): Node => ({ text, fontSize })),
    ]),
  ];
  return { content, defaultStyle: { font: family } };
}

const STYLES = [
  { title: 'ตัวปกติ', bold: false, italics: false },
  { title: 'ตัวหนา', bold: true, italics: false },
  { title: 'ตัวเอียง', bold: false, italics: true },
  { title: 'ตัวหนาเอียง', bold: true, italics: true },
];

/** The same, and every style that documents ask for, printed with whatever the family has for it. */
export function familySpecimen(family: string, styles: readonly string[]): DocumentDefinition {
  const { content, defaultStyle } = fontSpecimen(family, styles.join(' · '));
  const asked = STYLES.flatMap(({ title, bold, italics }): Node[] => [
    { text: title, role: 'h2', fontSize: 12, color: '#666666', margin: [0, 10, 0, 2] },
    ...LINES.slice(2, 5).map((text): Node => ({ text, fontSize: 16, bold, italics })),
  ]);
  return { content: [...(content as readonly Node[]), ...asked], defaultStyle }; // fontSpecimen makes a list
}
