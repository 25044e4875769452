import type { TableCell } from 'pdfmake/interfaces.js';
import { thaiDate, thaiShortDate } from '../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { EXAMPLE_AGENCY } from './agency.js';
import type { DocumentTemplate } from './document-template.js';
import { gridTable } from './grid-table.js';
import { EXAMPLE_REPORT_SIGNER, reportParameters, type ReportFields } from './report-fields.js';
import { reportForm, reportParagraph, textWidth } from './report-form.js';
import { glossaryOf } from './glossary.js';
import { reportSchema } from './report-schema.js';

/** A gift that came in although the policy refuses gifts. */
export interface ReceivedGift {
  /** Calendar date. */
  readonly receivedOn: string;
  readonly item: string;
  /** From whom: a person, a company, an agency. */
  readonly giver: string;
  readonly recipient: string;
  /** Estimated value in baht; null when unknown. */
  readonly value?: number | null;
  /** What was done with it: returned, handed to the agency, … */
  readonly handling: string;
}

export interface PolicyActivity {
  readonly heldOn: string;
  readonly text: string;
}

export interface NoGiftReport extends ReportFields {
  /** Date of the policy announcement. */
  readonly announcedOn: string;
  readonly activities: readonly PolicyActivity[];
  /** Empty when nothing was received; the report is made all the same. */
  readonly gifts: readonly ReceivedGift[];
  readonly obstacles?: string | null;
  readonly suggestions?: string | null;
}

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;
const date = { type: 'string', format: 'date' } as const;

/** What came of the No Gift Policy in a fiscal year, also when no gift was received. (DOMAIN 1.5) */
export const noGiftReportV1: DocumentTemplate<NoGiftReport> = {
  id: 'no-gift-report.v1',
  title: { th: 'รายงานผลตามนโยบายไม่รับของขวัญ (No Gift Policy)', en: 'No Gift Policy report' },
  languages: ['th'],
  parameters: reportParameters(
    { name: 'announcedOn', label: { th: 'วันที่ประกาศนโยบาย', en: 'Policy announced on' }, type: 'date', required: true },
    { name: 'activities', label: { th: 'กิจกรรมที่ดำเนินการ', en: 'Activities' }, type: 'table', required: true },
    { name: 'gifts', label: { th: 'ของขวัญที่ได้รับ', en: 'Gifts received' }, type: 'table', required: true },
    { name: 'obstacles', label: { th: 'ปัญหาและอุปสรรค', en: 'Obstacles' }, type: 'long-text', required: false },
    { name: 'suggestions', label: { th: 'ข้อเสนอแนะ', en: 'Suggestions' }, type: 'long-text', required: false },
  ),
  example: {
    agency: EXAMPLE_AGENCY,
    fiscalYear: 2568,
    announcedOn: '2024-12-27',
    activities: [
      { heldOn: '2024-12-27', text: 'ผู้บริหารประกาศนโยบายต่อที่ประชุมพนักงาน มีผู้เข้าร่วม 52 คน' },
      { heldOn: '2025-01-15', text: 'เผยแพร่ประกาศฉบับภาษาไทยและภาษาอังกฤษบนเว็บไซต์ของหน่วยงาน' },
    ],
    gifts: [],
    obstacles: null,
    suggestions: 'ประชาสัมพันธ์ให้ผู้มาติดต่อราชการทราบนโยบายก่อนเทศกาลปีใหม่',
    signer: EXAMPLE_REPORT_SIGNER,
    signedOn: '2025-10-08',
  },
  schema: reportSchema(
    'no-gift-report.v1',
    'No Gift Policy report',
    {
      announcedOn: date,
      activities: {
        type: 'array',
        maxItems: 200,
        items: { type: 'object', required: ['heldOn', 'text'], properties: { heldOn: date, text: text(2000) } },
      },
      gifts: {
        type: 'array',
        maxItems: 1000,
        items: {
          type: 'object',
          required: ['receivedOn', 'item', 'giver', 'recipient', 'handling'],
          properties: {
            receivedOn: date,
            item: text(500),
            giver: text(500),
            recipient: text(500),
            value: { type: ['number', 'null'], minimum: 0, maximum: 1_000_000_000 },
            handling: text(1000),
          },
        },
      },
      obstacles: { type: ['string', 'null'], maxLength: 4000 },
      suggestions: { type: ['string', 'null'], maxLength: 4000 },
    },
    ['announcedOn', 'activities', 'gifts'],
  ),
  build: (report) => {
    const digits = report.digits ?? 'thai';
    const titleLines = [
      'รายงานผลการดำเนินการตามนโยบายไม่รับของขวัญ',
      'จากการปฏิบัติหน้าที่ (No Gift Policy)',
      `ประจำปีงบประมาณ พ.ศ. ${report.fiscalYear}`,
    ];
    return {
      definition: reportForm({
        agency: report.agency,
        digits,
        orientation: 'portrait',
        hasCover: false,
        titleLines,
        body: body(report, digits),
        signer: report.signer ?? null,
        signedOn: report.signedOn ?? null,
        statusUrl: report.statusUrl ?? null,
      }),
      options: {
        title: printedDigits(`${titleLines.join(' ')} ${report.agency.name}`, digits),
        language: 'th',
        author: report.agency.name,
        glossary: glossaryOf(report.agency, report.signer),
      },
    };
  },
};

function body(report: NoGiftReport, digits: DigitStyle): Node[] {
  const { agency, gifts, announcedOn } = report;
  return [
    heading('1. การประกาศนโยบาย', digits),
    reportParagraph(
      `${agency.name}ได้ประกาศนโยบายไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ เมื่อวันที่ ${thaiDate(announcedOn)} เพื่อให้บุคลากรทุกคนถือปฏิบัติ`,
      digits,
    ),
    heading('2. กิจกรรมที่ดำเนินการ', digits),
    ...activities(report, digits),
    heading('3. การรับของขวัญและของกำนัล', digits),
    reportParagraph(giftSentence(report), digits),
    ...(gifts.length > 0 ? [giftTable(gifts, digits)] : []),
    heading('4. ปัญหา อุปสรรค และข้อเสนอแนะ', digits),
    reportParagraph(`ปัญหาและอุปสรรค: ${report.obstacles?.trim() || 'ไม่มี'}`, digits),
    reportParagraph(`ข้อเสนอแนะ: ${report.suggestions?.trim() || 'ไม่มี'}`, digits),
  ];
}

const heading = (words: string, digits: DigitStyle): Node => ({
  text: printedDigits(words, digits),
  bold: true,
  role: 'h2',
  margin: [0, 4, 0, 4],
});

function activities({ activities: held }: NoGiftReport, digits: DigitStyle): Node[] {
  if (held.length === 0) return [reportParagraph('ไม่มีกิจกรรมที่บันทึกไว้', digits)];
  return [
    gridTable({
      headers: ['วันที่', 'กิจกรรม'],
      shares: [0.24, 0.76],
      rows: held.map(({ heldOn, text: words }): TableCell[] => [
        { text: thaiDate(heldOn, digits) },
        { text: printedDigits(words, digits) },
      ]),
      digits,
      width: textWidth('portrait'),
    }),
  ];
}

function giftSentence({ agency, fiscalYear, gifts }: NoGiftReport): string {
  const year = `ในปีงบประมาณ พ.ศ. ${fiscalYear}`;
  if (gifts.length === 0) return `${year} ไม่มีบุคลากรของ${agency.name}รับของขวัญหรือของกำนัลจากการปฏิบัติหน้าที่`;
  const total = gifts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return `${year} มีการรายงานการรับของขวัญ ${gifts.length} รายการ มูลค่าโดยประมาณรวม ${baht(total)} บาท รายละเอียดดังนี้`;
}

function giftTable(gifts: readonly ReceivedGift[], digits: DigitStyle): Node {
  const cell = (words: string): TableCell => ({ text: printedDigits(words, digits) });
  return gridTable({
    headers: ['วันที่', 'รายการ', 'ผู้ให้', 'ผู้รับ', 'มูลค่า (บาท)', 'การดำเนินการ'],
    shares: [0.14, 0.19, 0.18, 0.17, 0.12, 0.2],
    rows: gifts.map((gift) => [
      { text: thaiShortDate(gift.receivedOn, digits) },
      cell(gift.item),
      cell(gift.giver),
      cell(gift.recipient),
      {
        text: printedDigits(gift.value === null || gift.value === undefined ? '-' : baht(gift.value), digits),
        alignment: 'right',
      },
      cell(gift.handling),
    ]),
    digits,
    width: textWidth('portrait'),
  });
}

/** 12500.5 -> "12,500.50"; whole amounts without satang. */
function baht(value: number): string {
  const fixed = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return fixed.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
