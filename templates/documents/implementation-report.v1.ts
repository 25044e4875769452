import { arrangeMeasures } from '../../src/core/report/arrange-measures.js';
import { layoutSchema } from '../../src/core/report/layout-schema.js';
import type { ReportLayout } from '../../src/core/report/layout.js';
import type { DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { refuseBadLayout } from './data-problems.js';
import type { DocumentTemplate } from './document-template.js';
import { implementationReportExample } from './implementation-report.example.js';
import { completeMeasure, type MeasureInput } from './measure-input.js';
import { measureSchema } from './measure-schema.js';
import { measureTable } from './measure-table.js';
import { reportParameters, type ReportFields } from './report-fields.js';
import { reportDocument, reportParagraph, textWidth } from './report-form.js';
import { filledParagraphs, type ReportSubject } from './report-placeholders.js';
import { reportSchema } from './report-schema.js';

/** `digits` overrides the layout's. */
export interface ImplementationReport extends ReportFields, ReportSubject {
  readonly layout: ReportLayout;
  /** Takes the place of the layout's introduction; may hold the same placeholders. */
  readonly introduction?: string | null;
  readonly rows: readonly MeasureInput[];
}

/** What was done about each measure in a fiscal year and what came of it. (DOMAIN 1.5, 6) */
export const implementationReportV1: DocumentTemplate<ImplementationReport> = {
  id: 'implementation-report.v1',
  title: { th: 'รายงานผลการดำเนินการตามมาตรการ', en: 'Report on the implementation of measures' },
  languages: ['th'],
  parameters: reportParameters(
    { name: 'introduction', label: { th: 'บทนำ', en: 'Introduction' }, type: 'long-text', required: false },
    { name: 'rows', label: { th: 'มาตรการ', en: 'Measures' }, type: 'table', required: true },
  ),
  example: implementationReportExample,
  schema: reportSchema(
    'implementation-report.v1',
    'Report on the implementation of measures',
    {
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
    },
    ['layout', 'rows'],
  ),
  build: (report) => {
    const { layout } = report;
    refuseBadLayout('implementation-report.v1', layout, report.introduction ?? null);
    const digits = report.digits ?? layout.digits;
    return reportDocument(
      { ...report, digits, signer: layout.hasSignature ? report.signer : null },
      {
        titleLines: layout.titleLines.flatMap((line) => filledParagraphs(line, report)),
        orientation: layout.orientation,
        hasCover: layout.hasCover,
        body: [...introduction(report, digits), table(report, digits)],
        responsible: report.rows.map(({ responsible }) => responsible.text),
      },
    );
  },
};

const introduction = (report: ImplementationReport, digits: DigitStyle): Node[] =>
  filledParagraphs(report.introduction ?? report.layout.introduction ?? '', report).map((paragraph) =>
    reportParagraph(paragraph, digits),
  );

const table = ({ layout, rows, indicatorNames }: ImplementationReport, digits: DigitStyle): Node =>
  measureTable(
    layout,
    arrangeMeasures(layout, rows.map(completeMeasure)),
    digits,
    textWidth(layout.orientation),
    indicatorNames,
  );
