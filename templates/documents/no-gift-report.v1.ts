import { EXAMPLE_AGENCY } from './agency.js';
import type { DocumentTemplate } from './document-template.js';
import { giftSentenceV1, noGiftBody } from './no-gift-report.body.js';
import { EXAMPLE_REPORT_SIGNER, reportParameters, type ReportFields } from './report-fields.js';
import { reportDocument } from './report-form.js';
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
  build: (report) =>
    reportDocument(report, {
      titleLines: noGiftTitle(report.fiscalYear),
      orientation: 'portrait',
      hasCover: false,
      body: noGiftBody(report, report.digits ?? 'thai', giftSentenceV1),
    }),
};

export const noGiftTitle = (fiscalYear: number): string[] => [
  'รายงานผลการดำเนินการตามนโยบายไม่รับของขวัญ',
  'จากการปฏิบัติหน้าที่ (No Gift Policy)',
  `ประจำปีงบประมาณ พ.ศ. ${fiscalYear}`,
];
