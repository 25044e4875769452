import type { SignatureBlock } from '../../src/core/acting/signature-block.js';
import type { MeasureContent } from '../../src/core/measure/measure.js';
import { printedLines } from '../../src/core/report/cell-lines.js';
import { thaiDate } from '../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import { datedLines } from '../../src/core/thai/result-words.js';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import { agencySchema, districtPhrase, EXAMPLE_AGENCY, provincePhrase, type Agency } from './agency.js';
import type { DocumentTemplate } from './document-template.js';
import { EXAMPLE_MEASURE } from './implementation-report.example.js';
import { glossaryOf } from './glossary.js';
import { indicatorPhrase } from './indicator-phrase.js';
import { cellNode, figureLines } from './measure-cells.js';
import { completeMeasure, type MeasureInput } from './measure-input.js';
import { measureSchema } from './measure-schema.js';
import { CM, OFFICIAL_MARGINS, pageNumberFrom2 } from './page-form.js';
import { EXAMPLE_SIGNER, signatureBlock, signatureBlockSchema } from './signature.js';
import { statusFooter, statusUrlSchema } from './status-footer.js';

export interface MeasureSheet {
  readonly agency: Agency;
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly measure: MeasureInput;
  /** The executive who approved it, with the calendar date; null while it is not approved. */
  readonly signer?: SignatureBlock | null;
  readonly approvedOn?: string | null;
  readonly digits?: DigitStyle;
  /** Address of the public status page, printed as a QR code in the lower margin. */
  readonly statusUrl?: string | null;
}

const TITLE_SIZE = 16;
const TEXT_SIZE = 13;

/** One approved measure on a sheet of its own. */
export const measureSheetV1: DocumentTemplate<MeasureSheet> = {
  id: 'measure-sheet.v1',
  title: { th: 'แผ่นมาตรการ', en: 'Measure sheet' },
  languages: ['th'],
  parameters: [
    { name: 'agency', label: { th: 'หน่วยงาน', en: 'Agency' }, type: 'agency', required: true },
    { name: 'fiscalYear', label: { th: 'ปีงบประมาณ', en: 'Fiscal year' }, type: 'fiscal-year', required: true },
    { name: 'measure', label: { th: 'มาตรการ', en: 'Measure' }, type: 'table', required: true },
    { name: 'signer', label: { th: 'ผู้อนุมัติ', en: 'Approved by' }, type: 'signature-block', required: false },
    { name: 'approvedOn', label: { th: 'วันที่อนุมัติ', en: 'Approved on' }, type: 'date', required: false },
  ],
  example: {
    agency: EXAMPLE_AGENCY,
    fiscalYear: 2568,
    measure: { ...EXAMPLE_MEASURE, results: [], outcomes: [], evidence: [] },
    signer: EXAMPLE_SIGNER,
    approvedOn: '2024-11-20',
  },
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'measure-sheet.v1',
    title: 'Measure sheet',
    type: 'object',
    required: ['agency', 'fiscalYear', 'measure'],
    properties: {
      agency: agencySchema,
      fiscalYear: { type: 'integer', minimum: 2500, maximum: 2700 },
      measure: measureSchema,
      signer: { ...signatureBlockSchema, type: ['object', 'null'] },
      approvedOn: { type: ['string', 'null'], format: 'date' },
      digits: { type: 'string', enum: ['thai', 'arabic'] },
      statusUrl: statusUrlSchema,
    },
    additionalProperties: false,
  },
  build: (sheet) => ({
    definition: sheetDefinition(sheet),
    options: {
      title: sheet.measure.title,
      language: 'th',
      author: sheet.agency.name,
      glossary: glossaryOf(sheet.agency, sheet.signer, [sheet.measure.responsible.text]),
    },
  }),
};

function sheetDefinition(sheet: MeasureSheet): DocumentDefinition {
  const { agency, fiscalYear } = sheet;
  const digits = sheet.digits ?? 'thai';
  const place = `${agency.name} ${districtPhrase(agency)} ${provincePhrase(agency)}`;
  return {
    pageSize: 'A4',
    pageMargins: OFFICIAL_MARGINS,
    defaultStyle: { fontSize: TEXT_SIZE },
    header: pageNumberFrom2(digits, TEXT_SIZE),
    footer: statusFooter(sheet.statusUrl, 'th', OFFICIAL_MARGINS[0]),
    content: [
      heading('มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน', 'h1'),
      heading(printedDigits(`ประจำปีงบประมาณ พ.ศ. ${fiscalYear}`, digits), 'p'),
      heading(place, 'p'),
      fieldTable(fieldsOf(completeMeasure(sheet.measure)), digits),
      ...approval(sheet, digits),
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

type Field = readonly [label: string, lines: readonly string[]];

function fieldsOf(measure: MeasureContent): Field[] {
  const lines = (cell: MeasureContent['methods']): string[] => printedLines(cell).map(({ text }) => text);
  const indicators = measure.indicators.map((number) => indicatorPhrase(number));
  const fields: Field[] = [
    ['มาตรการ', [measure.title]],
    ['ประเด็น', measure.theme ? [measure.theme] : []],
    ['ตัวชี้วัด ITA', indicators],
    ['ข้อ OIT', measure.oCodes.length > 0 ? [measure.oCodes.join(', ')] : []],
    ['วิธีดำเนินการ', lines(measure.methods)],
    ['ระยะเวลา', [measure.period.text]],
    ['ผู้รับผิดชอบ', [measure.responsible.text]],
    ['การกำกับติดตาม', lines(measure.monitoring)],
    ['ผลการดำเนินการ', lines(datedLines(measure.results))],
    ['ผลลัพธ์', lines([...measure.outcomes, ...figureLines(measure)])],
    ['หลักฐาน', measure.evidence.map(({ label, url }) => `${label} ${url}`.trim())],
  ];
  return fields.filter(([, texts]) => texts.length > 0);
}

function fieldTable(fields: readonly Field[], digits: DigitStyle): Node {
  return {
    table: {
      widths: [3.6 * CM, '*'],
      body: fields.map(([label, texts]): Node[] => [
        { text: label, bold: true },
        cellNode(texts.map((text) => ({ text: printedDigits(text, digits), isHeading: false }))),
      ]),
    },
    margin: [0, 0.6 * CM, 0, 0],
  };
}

function approval({ signer, approvedOn }: MeasureSheet, digits: DigitStyle): Node[] {
  if (!signer) return [];
  const date = approvedOn
    ? `อนุมัติเมื่อวันที่ ${thaiDate(approvedOn, digits)}`
    : 'อนุมัติเมื่อวันที่ ....................................';
  return [
    {
      stack: [{ text: date, alignment: 'center' }, signatureBlock(signer, 'th', TEXT_SIZE)],
      unbreakable: true,
      margin: [0, 0.6 * CM, 0, 0],
    },
  ];
}
