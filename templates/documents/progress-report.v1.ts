import type { TableCell } from 'pdfmake/interfaces.js';
import type { Line } from '../../src/core/measure/measure.js';
import { arrangeMeasures, type ArrangedMeasure } from '../../src/core/report/arrange-measures.js';
import { numberedListLayout } from '../../src/core/report/layout-presets.js';
import { countProgress, PROGRESS_LABELS, PROGRESS_STATES, type ProgressState } from '../../src/core/report/progress.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import { asOfText } from '../../src/core/thai/result-words.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { EXAMPLE_AGENCY } from './agency.js';
import type { DocumentTemplate } from './document-template.js';
import { gridTable } from './grid-table.js';
import { EXAMPLE_MEASURE } from './implementation-report.example.js';
import { cellNode, cellParagraphs, lineParagraphs, type CellParagraph } from './measure-cells.js';
import { completeMeasure, type MeasureInput } from './measure-input.js';
import { linesSchema, measureSchema } from './measure-schema.js';
import { EXAMPLE_REPORT_SIGNER, reportParameters, type ReportFields } from './report-fields.js';
import { reportDocument, reportParagraph, textWidth } from './report-form.js';
import { reportSchema } from './report-schema.js';

export interface ProgressRow {
  readonly measure: MeasureInput;
  readonly state: ProgressState;
  /** Per cent done, 0 to 100; null when it is not measured. */
  readonly percent?: number | null;
  /** Obstacles and what will be done about them. */
  readonly obstacles?: readonly Line[];
  /** Day on which the interim results were so, YYYY-MM-DD; the last of March when left out. */
  readonly asOf?: string;
  /** The divisions endorsed these results. */
  readonly isEndorsed?: boolean;
}

export interface ProgressReport extends ReportFields {
  readonly rows: readonly ProgressRow[];
}

const BUDDHIST_ERA = 543;

const FIRST_HALF: readonly Line[] = [
  { kind: 'numbered', text: 'สรุปผลการใช้จ่ายงบประมาณไตรมาสที่ 1 เผยแพร่เมื่อวันที่ 10 ม.ค. 2568' },
  { kind: 'numbered', text: 'แจ้งผลในที่ประชุมพนักงานประจำเดือน จำนวน 2 ครั้ง' },
];

/** Progress of the measures in the first six months of a fiscal year, October to March. */
export const progressReportV1: DocumentTemplate<ProgressReport> = {
  id: 'progress-report.v1',
  title: { th: 'รายงานความก้าวหน้ารอบ ๖ เดือน', en: 'Six-month progress report' },
  languages: ['th'],
  parameters: reportParameters({
    name: 'rows',
    label: { th: 'มาตรการและความก้าวหน้า', en: 'Measures and their progress' },
    type: 'table',
    required: true,
  }),
  example: {
    agency: EXAMPLE_AGENCY,
    fiscalYear: 2568,
    rows: [
      { measure: { ...EXAMPLE_MEASURE, results: FIRST_HALF, evidence: [] }, state: 'in_progress', percent: 50 },
      {
        measure: {
          ...EXAMPLE_MEASURE,
          title: 'จัดอบรมความรู้เรื่องผลประโยชน์ทับซ้อน',
          methods: [{ kind: 'plain', text: 'จัดอบรมบุคลากรทุกคนโดยใช้กรณีตัวอย่าง' }],
          responsible: { everyDivision: false, divisionIds: [], text: 'สำนักปลัด' },
          results: [],
          evidence: [],
        },
        state: 'not_started',
        percent: 0,
        obstacles: [{ kind: 'plain', text: 'วิทยากรติดภารกิจ เลื่อนเป็นเดือนพฤษภาคม 2568' }],
      },
    ],
    signer: EXAMPLE_REPORT_SIGNER,
    signedOn: '2025-04-04',
  },
  schema: reportSchema(
    'progress-report.v1',
    'Six-month progress report',
    {
      rows: {
        type: 'array',
        minItems: 1,
        maxItems: 1000,
        items: {
          type: 'object',
          required: ['measure', 'state'],
          properties: {
            measure: measureSchema,
            state: { type: 'string', enum: PROGRESS_STATES },
            percent: { type: ['number', 'null'], minimum: 0, maximum: 100 },
            obstacles: linesSchema,
            asOf: { type: 'string', format: 'date' },
            isEndorsed: { type: 'boolean' },
          },
        },
      },
    },
    ['rows'],
  ),
  build: (report) => {
    const { fiscalYear, digits = 'thai' } = report;
    return reportDocument(report, {
      titleLines: [
        'รายงานความก้าวหน้าการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส',
        `รอบ 6 เดือน (ตุลาคม ${fiscalYear - 1} – มีนาคม ${fiscalYear}) ปีงบประมาณ พ.ศ. ${fiscalYear}`,
      ],
      orientation: 'landscape',
      hasCover: false,
      body: [reportParagraph(summary(report), digits), table(report, digits)],
      responsible: report.rows.map(({ measure }) => measure.responsible.text),
    });
  },
};

function summary({ agency, fiscalYear, rows }: ProgressReport): string {
  const counts = countProgress(rows.map(({ state }) => state));
  const parts = [...PROGRESS_STATES].reverse().map((state) => `${PROGRESS_LABELS[state].th} ${counts[state]} มาตรการ`);
  return (
    `${agency.name}ได้ติดตามการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ` +
    `ณ วันที่ 31 มีนาคม ${fiscalYear} จากทั้งหมด ${rows.length} มาตรการ ${parts.join(' ')} มีรายละเอียดดังนี้`
  );
}

const COLUMNS = [
  ['ลำดับ', 0.05],
  ['มาตรการ', 0.18],
  ['วิธีดำเนินการ', 0.21],
  ['ผู้รับผิดชอบ', 0.1],
  ['ผลการดำเนินการรอบ 6 เดือน', 0.21],
  ['สถานะ', 0.1],
  ['ปัญหา อุปสรรค และแนวทางแก้ไข', 0.15],
] as const;

function table({ rows, fiscalYear }: ProgressReport, digits: DigitStyle): Node {
  const arranged = arrangeMeasures(
    numberedListLayout,
    rows.map(({ measure }) => completeMeasure(measure)),
  ).flatMap((group) => group.measures);
  return gridTable({
    headers: COLUMNS.map(([header]) => header),
    shares: COLUMNS.map(([, share]) => share),
    rows: arranged.map((measure, index) => [
      ...(['number', 'measure', 'methods', 'responsible'] as const).map((key): TableCell => ({
        stack: [cellNode(cellParagraphs(key, measure, numberedListLayout, digits))],
        alignment: key === 'number' ? 'center' : 'left',
      })),
      cellNode(resultParagraphs(measure, rows[index], digits)),
      stateCell(rows[index], fiscalYear, digits),
      cellNode(lineParagraphs(rows[index]?.obstacles ?? [], digits)),
    ]),
    digits,
    width: textWidth('landscape'),
  });
}

/** There is one column for all that was done: what came of interim results stands below them. */
function resultParagraphs(measure: ArrangedMeasure, row: ProgressRow | undefined, digits: DigitStyle): CellParagraph[] {
  const results = cellParagraphs('results', measure, numberedListLayout, digits);
  const outcomes = row?.asOf === undefined ? [] : cellParagraphs('outcomes', measure, numberedListLayout, digits);
  return outcomes.length === 0 ? results : [...results, { text: 'ผลลัพธ์', isHeading: true }, ...outcomes];
}

function stateCell(row: ProgressRow | undefined, fiscalYear: number, digits: DigitStyle): TableCell {
  if (!row) return { text: '' };
  const percent = row.percent === null || row.percent === undefined ? '' : `\nร้อยละ ${row.percent}`;
  const isOfAnotherDay = row.asOf !== undefined && row.asOf !== `${fiscalYear - BUDDHIST_ERA}-03-31`;
  const asOf = isOfAnotherDay ? `\n(${asOfText(row.asOf)})` : '';
  const endorsed = row.isEndorsed ? '\n(รับรองผลแล้ว)' : '';
  return {
    text: printedDigits(PROGRESS_LABELS[row.state].th + percent + asOf + endorsed, digits),
    alignment: 'center',
  };
}
