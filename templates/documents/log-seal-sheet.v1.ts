import { thaiDateWithEra, thaiMonth } from '../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import { agencySchema, districtPhrase, EXAMPLE_AGENCY, provincePhrase, type Agency } from './agency.js';
import type { DocumentTemplate } from './document-template.js';
import { glossaryOf } from './glossary.js';
import { CM, OFFICIAL_MARGINS, pageNumberFrom2, roomOf } from './page-form.js';
import { statusUrlSchema } from './status-footer.js';

/** A signed checkpoint of the agency's audit log, on one page for a paper file. */
export interface LogSealSheet {
  readonly agency: Agency;
  /** Number of events. */
  readonly size: number;
  /** Of the Merkle tree over them, 64 hexadecimal digits. */
  readonly root: string;
  /** Name of the log as its checkpoints begin. */
  readonly origin: string;
  /** SHA-256 of the key that signed it, 64 hexadecimal digits. */
  readonly keyFingerprint: string;
  /** When it was signed, in Thailand: YYYY-MM-DD and HH:MM. */
  readonly signedOn: string;
  readonly signedTime: string;
  readonly digits?: DigitStyle;
  /** Where the checkpoint itself is published; printed as a QR code. */
  readonly statusUrl: string;
}

const TITLE_SIZE = 17;
const TEXT_SIZE = 13.5;
const HASH_SIZE = 14;
const KEY_SIZE = 11;
const QR_SIDE = 3.8 * CM;
const GAP = 0.3 * CM;
const HASH = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

/** Monthly paper witness of the audit log. (RELIABILITY 5, external anchors) */
export const logSealSheetV1: DocumentTemplate<LogSealSheet> = {
  id: 'log-seal-sheet.v1',
  title: { th: 'ใบจุดตรวจของบันทึกการตรวจสอบ', en: 'Seal sheet of the audit log' },
  languages: ['th'],
  parameters: [
    { name: 'agency', label: { th: 'หน่วยงาน', en: 'Agency' }, type: 'agency', required: true },
    { name: 'size', label: { th: 'จำนวนรายการ', en: 'Number of events' }, type: 'number', required: true },
    { name: 'root', label: { th: 'รากของต้นไม้แฮช', en: 'Root' }, type: 'text', required: true },
    { name: 'origin', label: { th: 'ชื่อบันทึก', en: 'Name of the log' }, type: 'text', required: true },
    { name: 'keyFingerprint', label: { th: 'ลายนิ้วมือของกุญแจ', en: 'Key' }, type: 'text', required: true },
    { name: 'signedOn', label: { th: 'วันที่ลงนาม', en: 'Signed on' }, type: 'date', required: true },
    { name: 'signedTime', label: { th: 'เวลาที่ลงนาม', en: 'Signed at' }, type: 'text', required: true },
    { name: 'statusUrl', label: { th: 'ที่อยู่ของจุดตรวจ', en: 'Address' }, type: 'text', required: true },
  ],
  example: {
    agency: EXAMPLE_AGENCY,
    size: 1234,
    root: '5e0f3c81a97d24b6e3c05a18f7249bd60c4e8a71d35f92b6084ac7e1f36d5b92',
    origin: 'prongsai/018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70',
    keyFingerprint: '9a41d7c2e05b8f3617ac94de20b7f1538c6e04a9d271b35fe8906c4d7ab312ef',
    signedOn: '2025-10-31',
    signedTime: '16:30',
    statusUrl: 'https://www.example.go.th/p/tua-yang/checkpoints/1234.txt',
  },
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'log-seal-sheet.v1',
    title: 'Seal sheet of the audit log',
    type: 'object',
    required: ['agency', 'size', 'root', 'origin', 'keyFingerprint', 'signedOn', 'signedTime', 'statusUrl'],
    properties: {
      agency: agencySchema,
      size: { type: 'integer', minimum: 1, maximum: 999_999_999_999 },
      root: HASH,
      origin: { type: 'string', pattern: '^[\\x21-\\x7e]+$', maxLength: 100 },
      keyFingerprint: HASH,
      signedOn: { type: 'string', format: 'date' },
      signedTime: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
      digits: { type: 'string', enum: ['thai', 'arabic'] },
      statusUrl: { ...statusUrlSchema, type: 'string' },
    },
    additionalProperties: false,
  },
  build: (sheet) => ({
    definition: sheetDefinition(sheet),
    options: {
      title: printedDigits(
        `ใบจุดตรวจของบันทึกการตรวจสอบ ประจำเดือน${monthOf(sheet)} ${sheet.agency.name}`,
        digitsOf(sheet),
      ),
      language: 'th',
      author: sheet.agency.name,
      glossary: glossaryOf(sheet.agency),
    },
  }),
};

const digitsOf = ({ digits }: LogSealSheet): DigitStyle => digits ?? 'thai';
const monthOf = ({ signedOn }: LogSealSheet): string => thaiMonth(signedOn, 'full').replace(' ', ' พ.ศ. ');

function sheetDefinition(sheet: LogSealSheet): DocumentDefinition {
  const { agency } = sheet;
  const digits = digitsOf(sheet);
  return {
    pageSize: 'A4',
    pageMargins: OFFICIAL_MARGINS,
    defaultStyle: { fontSize: TEXT_SIZE },
    header: pageNumberFrom2(digits, TEXT_SIZE),
    content: [
      heading('ใบจุดตรวจของบันทึกการตรวจสอบ', 'h1'),
      heading(printedDigits(`ประจำเดือน${monthOf(sheet)}`, digits), 'p'),
      heading(`${agency.name} ${districtPhrase(agency)} ${provincePhrase(agency)}`, 'p'),
      {
        text: 'ใบนี้แสดงว่าในวันและเวลาที่ระบุ บันทึกการตรวจสอบของหน่วยงานมีกี่รายการและมีเนื้อหาใด เมื่อเก็บไว้ในแฟ้มกระดาษแล้ว ผู้ใดแก้ไข ลบ หรือตัดทอนรายการเหล่านั้นในภายหลัง จะไม่ตรงกับใบนี้',
        leadingIndent: 1.5 * CM,
        margin: [0, 0.4 * CM, 0, 0.4 * CM],
      },
      factTable(sheet, digits),
      witness(sheet),
      receipt(),
    ],
  };
}

const heading = (text: string, role: 'h1' | 'p'): Node => ({
  text,
  role,
  bold: true,
  fontSize: TITLE_SIZE,
  alignment: 'center',
});

function factTable(sheet: LogSealSheet, digits: DigitStyle): Node {
  const time = `วันที่ ${thaiDateWithEra(sheet.signedOn, digits)} เวลา ${printedDigits(sheet.signedTime, digits)} น.`;
  const size = `${sheet.size.toLocaleString('en-US')} รายการ`;
  const facts: readonly (readonly [string, Node])[] = [
    ['จำนวนรายการ', { text: printedDigits(size, digits), bold: true, fontSize: HASH_SIZE }],
    ['รากของต้นไม้แฮช', grouped(sheet.root)],
    ['ลงนามเมื่อ', { text: time }],
    ['ชื่อบันทึก', { text: sheet.origin }],
    ['ลายนิ้วมือของกุญแจ', grouped(sheet.keyFingerprint, 8, KEY_SIZE)],
  ];
  return {
    table: {
      widths: [4.2 * CM, '*'],
      body: facts.map(([label, value]): Node[] => [{ text: label, bold: true }, value]),
    },
  };
}

/** In groups of four, so that two people can read it to each other. Hexadecimal digits stay as they are. */
function grouped(hash: string, inLine = 4, fontSize = HASH_SIZE): Node {
  const groups = hash.match(/.{4}/g) ?? [];
  const lines = Array.from({ length: groups.length / inLine }, (_unused, at) =>
    groups.slice(at * inLine, (at + 1) * inLine).join('  '),
  );
  return { text: lines.join('\n'), fontSize, characterSpacing: 1 };
}

function witness({ statusUrl, root }: LogSealSheet): Node {
  const inFile = Buffer.from(root, 'hex').toString('base64');
  return {
    columns: [
      { qr: statusUrl, fit: QR_SIDE, width: QR_SIDE, alt: `จุดตรวจที่เผยแพร่ ${statusUrl}` } as Node, // alt is our addition
      {
        width: roomOf('portrait', OFFICIAL_MARGINS).width - QR_SIDE - GAP,
        stack: [
          { text: 'วิธีเทียบ', bold: true },
          { text: 'เปิดที่อยู่ในรหัสคิวอาร์ บรรทัดที่สองของไฟล์ต้องเป็นจำนวนรายการข้างต้น และบรรทัดที่สามต้องเป็น' },
          { text: inFile, margin: [0, 2, 0, 2] },
          {
            text: 'ซึ่งเป็นรากเดียวกันในอีกรูปแบบหนึ่ง หากไม่ตรงหรือเปิดไม่ได้ ให้แจ้งผู้ตรวจสอบภายในพร้อมใบนี้ ผู้มีชุดบันทึกเทียบกับไฟล์ของใบนี้ได้ด้วยคำสั่ง prongsai audit verify --known',
            margin: [0, 0, 0, 4],
          },
          { text: statusUrl, fontSize: 11 },
        ],
      },
    ],
    columnGap: GAP,
    margin: [0, 0.5 * CM, 0, 0],
  };
}

const DOTS = '.'.repeat(46);

/** For the pen of whoever keeps the paper file. */
const receipt = (): Node => ({
  columns: [
    { width: '*', text: '' },
    {
      width: 10 * CM,
      alignment: 'center',
      stack: [
        { text: `ลงชื่อ ${DOTS} นายทะเบียน` },
        { text: `(${DOTS})` },
        { text: 'ตำแหน่ง ..............................................' },
        { text: 'วันที่ ........ / ........................ / ..........' },
      ],
    },
  ],
  unbreakable: true,
  margin: [0, 0.9 * CM, 0, 0],
});
