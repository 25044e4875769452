import type { SignatureBlock } from '../../src/core/acting/signature-block.js';
import type { MeasureContent } from '../../src/core/measure/measure.js';
import { arrangeMeasures } from '../../src/core/report/arrange-measures.js';
import { layoutSchema } from '../../src/core/report/layout-schema.js';
import type { ReportLayout } from '../../src/core/report/layout.js';
import { thaiDate } from '../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import { agencySchema, districtPhrase, provincePhrase } from './agency.js';
import type { DocumentTemplate, TypesetDocument } from './document-template.js';
import { implementationReportExample } from './implementation-report.example.js';
import { measureSchema } from './measure-schema.js';
import { measureTable } from './measure-table.js';
import { A4, CM, LANDSCAPE_MARGINS, OFFICIAL_MARGINS, pageNumberFrom2 } from './page-form.js';
import { reportCover } from './report-cover.js';
import { filledParagraphs, type ReportSubject } from './report-placeholders.js';
import { signatureBlock, signatureBlockSchema } from './signature.js';

export interface ImplementationReport extends ReportSubject {
  readonly layout: ReportLayout;
  /** Takes the place of the layout's introduction; may hold the same placeholders. */
  readonly introduction?: string | null;
  readonly rows: readonly MeasureContent[];
  /** Who signs the report off; null prints no signature block. */
  readonly signer?: SignatureBlock | null;
  /** Calendar date; null in a draft. */
  readonly signedOn?: string | null;
  /** Overrides the layout's digits. */
  readonly digits?: DigitStyle;
}

const TITLE_SIZE = 15;
const TEXT_SIZE = 13;

/** What was done about each measure in a fiscal year and what came of it. (DOMAIN 1.5, 6) */
export const implementationReportV1: DocumentTemplate<ImplementationReport> = {
  id: 'implementation-report.v1',
  title: { th: 'รายงานผลการดำเนินการตามมาตรการ', en: 'Report on the implementation of measures' },
  languages: ['th'],
  parameters: [
    { name: 'agency', label: { th: 'หน่วยงาน', en: 'Agency' }, type: 'agency', required: true },
    { name: 'fiscalYear', label: { th: 'ปีงบประมาณ', en: 'Fiscal year' }, type: 'fiscal-year', required: true },
    { name: 'introduction', label: { th: 'บทนำ', en: 'Introduction' }, type: 'long-text', required: false },
    { name: 'rows', label: { th: 'มาตรการ', en: 'Measures' }, type: 'table', required: true },
    { name: 'signer', label: { th: 'ผู้รับรองรายงาน', en: 'Signer' }, type: 'signature-block', required: false },
    { name: 'signedOn', label: { th: 'วันที่รับรอง', en: 'Signed on' }, type: 'date', required: false },
  ],
  example: implementationReportExample,
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'implementation-report.v1',
    title: 'Report on the implementation of measures',
    type: 'object',
    required: ['agency', 'fiscalYear', 'layout', 'rows'],
    properties: {
      agency: agencySchema,
      fiscalYear: { type: 'integer', minimum: 2500, maximum: 2700 },
      layout: layoutSchema,
      introduction: { type: ['string', 'null'], maxLength: 8000 },
      rows: { type: 'array', minItems: 1, maxItems: 1000, items: measureSchema },
      assessment: {
        type: ['object', 'null'],
        required: ['overall', 'level'],
        properties: {
          overall: { type: 'number', minimum: 0, maximum: 100 },
          level: { type: 'string', minLength: 1, maxLength: 100 },
        },
      },
      signer: { ...signatureBlockSchema, type: ['object', 'null'] },
      signedOn: { type: ['string', 'null'], format: 'date' },
      digits: { type: 'string', enum: ['thai', 'arabic'] },
    },
    additionalProperties: false,
  },
  build: (report): TypesetDocument => {
    const titleLines = report.layout.titleLines.flatMap((line) => filledParagraphs(line, report));
    return {
      definition: reportDefinition(report, titleLines),
      options: {
        title: printedDigits(`${titleLines.join(' ')} ${report.agency.name}`, digitsOf(report)),
        language: 'th',
        author: report.agency.name,
        glossary: glossaryOf(report),
      },
    };
  },
};

function reportDefinition(report: ImplementationReport, titleLines: readonly string[]): DocumentDefinition {
  const { layout, agency } = report;
  const digits = digitsOf(report);
  const isLandscape = layout.orientation === 'landscape';
  const page = isLandscape ? { width: A4.height, height: A4.width } : A4;
  const margins = isLandscape ? LANDSCAPE_MARGINS : OFFICIAL_MARGINS;
  return {
    pageSize: 'A4',
    pageOrientation: layout.orientation,
    pageMargins: margins,
    defaultStyle: { fontSize: TEXT_SIZE },
    header: pageNumberFrom2(digits, TEXT_SIZE),
    content: [
      ...(layout.hasCover ? [reportCover(agency, titleLines, digits, page.height)] : []),
      ...headingLines(report, titleLines, digits),
      ...introduction(report, digits),
      measureTable(layout, arrangeMeasures(layout, report.rows), digits, page.width - margins[0] - margins[2]),
      ...signature(report, digits),
    ],
  };
}

function headingLines(
  { layout, agency }: ImplementationReport,
  titleLines: readonly string[],
  digits: DigitStyle,
): Node[] {
  const place = `${agency.name} ${districtPhrase(agency)} ${provincePhrase(agency)}`;
  const lines = layout.hasCover ? titleLines : [...titleLines, place];
  return [
    {
      text: printedDigits(lines.join('\n'), digits),
      role: layout.hasCover ? 'h2' : 'h1',
      bold: true,
      fontSize: TITLE_SIZE,
      alignment: 'center',
      margin: [0, 0, 0, 8],
    },
  ];
}

function introduction(report: ImplementationReport, digits: DigitStyle): Node[] {
  const text = report.introduction ?? report.layout.introduction ?? '';
  return filledParagraphs(text, report).map((paragraph) => ({
    text: printedDigits(paragraph, digits),
    leadingIndent: 1.5 * CM,
    margin: [0, 0, 0, 8],
  }));
}

function signature({ layout, signer, signedOn }: ImplementationReport, digits: DigitStyle): Node[] {
  if (!layout.hasSignature || !signer) return [];
  const date = signedOn ? thaiDate(signedOn, digits) : '........ / ........................ / ..........';
  return [
    {
      stack: [
        signatureBlock(signer, 'th', TEXT_SIZE),
        {
          columns: [
            { width: '*', text: '' },
            { width: 10 * CM, text: `วันที่ ${date}`, alignment: 'center' },
          ],
        },
      ],
      unbreakable: true,
      margin: [0, 0.5 * CM, 0, 0],
    },
  ];
}

/** Names, and the words of table headers that look bad when broken. */
const glossaryOf = ({ agency }: ImplementationReport): string[] => [
  agency.name,
  ...(agency.shortName ? [agency.shortName] : []),
  'ผู้รับผิดชอบ',
  'รับผิดชอบ',
  'ปีงบประมาณ',
  'ดำเนินการ',
];

const digitsOf = ({ digits, layout }: ImplementationReport): DigitStyle => digits ?? layout.digits;
