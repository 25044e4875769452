import { analyseScores, type AssessmentResult } from '../../src/core/ita/analyse-scores.js';
import { levelOf } from '../../src/core/ita/rating.js';
import { EXAMPLE_AGENCY } from './agency.js';
import { dataInvalid } from './data-problems.js';
import type { DocumentTemplate } from './document-template.js';
import { EXAMPLE_MEASURE } from './implementation-report.example.js';
import { analysisBody } from './ita-analysis.body.js';
import { itaAnalysisSchema } from './ita-analysis.schema.js';
import { itaAnalysisTitle } from './ita-analysis.texts.js';
import type { InstrumentNames } from './instrument-names.js';
import type { MeasureInput } from './measure-input.js';
import { EXAMPLE_REPORT_SIGNER, reportParameters, type ReportFields } from './report-fields.js';
import { reportDocument } from './report-form.js';

/** What the assessors recommend about one question or item. */
export interface Recommendation {
  /** Question or item code: "i3", "e1", "O17". Latin letter, Arabic digits. */
  readonly code: string;
  readonly text: string;
}

/** `fiscalYear` is the year that was assessed. */
export interface ItaAnalysis extends ReportFields {
  readonly assessment: AssessmentResult;
  /** Up to two earlier years, oldest first. */
  readonly earlier?: readonly AssessmentResult[];
  readonly recommendations: readonly Recommendation[];
  /** The measures that answer the findings. */
  readonly measures: readonly MeasureInput[];
  /** Takes the place of the template's foreword. */
  readonly foreword?: string | null;
  readonly instrumentNames?: InstrumentNames;
}

/** Analysis of an ITA result and the measures that follow from it. (DOMAIN 1.5, 6) */
export const itaAnalysisV1: DocumentTemplate<ItaAnalysis> = {
  id: 'ita-analysis.v1',
  title: { th: 'รายงานการวิเคราะห์ผลการประเมิน ITA', en: 'Analysis of the ITA result' },
  languages: ['th'],
  parameters: reportParameters(
    { name: 'assessment', label: { th: 'ผลการประเมิน', en: 'Assessment' }, type: 'table', required: true },
    { name: 'earlier', label: { th: 'ผลการประเมินปีก่อน', en: 'Earlier assessments' }, type: 'table', required: false },
    { name: 'recommendations', label: { th: 'ข้อเสนอแนะ', en: 'Recommendations' }, type: 'table', required: true },
    { name: 'measures', label: { th: 'มาตรการ', en: 'Measures' }, type: 'table', required: true },
    { name: 'foreword', label: { th: 'บทนำ', en: 'Foreword' }, type: 'long-text', required: false },
  ),
  example: {
    agency: EXAMPLE_AGENCY,
    fiscalYear: 2568,
    assessment: {
      fiscalYear: 2568,
      overall: 91.86,
      level: 'ผ่าน',
      instruments: { iit: 92.3, eit1: 84.1, eit2: 91.2, oit: 94.5 },
      indicators: [93.1, 91.4, 92.75, 90.25, 94, 88.2, 86.5, 88.25, 95, 94],
    },
    earlier: [
      {
        fiscalYear: 2567,
        overall: 89.87,
        level: 'ผ่าน',
        instruments: { iit: 90.02, eit1: 83.5, eit2: 88.1, oit: 92.8 },
        indicators: [91, 90.1, 91.2, 91.8, 86, 84.3, 85.6, 87.5, 93.6, 92],
      },
    ],
    recommendations: [
      {
        code: 'e6',
        text: 'ผู้รับบริการบางรายเห็นว่าคำอธิบายยังไม่ชัดเจน ควรมอบหมายผู้ประสานงานและจัดทำคำตอบสำหรับคำถามที่พบบ่อย (อ้างอิงจาก O9)',
      },
      { code: 'e8', text: 'ควรเปิดโอกาสให้ประชาชนมีส่วนร่วมในการปรับปรุงงาน และเผยแพร่ผลการนำความเห็นไปใช้ (อ้างอิงจาก O20)' },
      { code: 'i11', text: 'ควรประชาสัมพันธ์ขั้นตอนการยืมทรัพย์สินของราชการให้บุคลากรทราบทั่วกัน' },
    ],
    measures: [
      {
        ...EXAMPLE_MEASURE,
        title: 'จัดทำคำตอบสำหรับคำถามที่พบบ่อยและผู้ประสานงานตอบข้อซักถาม',
        indicators: [7],
        methods: [{ kind: 'plain', text: 'รวบรวมคำถาม จัดทำคำตอบ เผยแพร่บนเว็บไซต์ และมอบหมายผู้ประสานงานประจำกอง' }],
        responsible: { everyDivision: false, divisionIds: [], text: 'สำนักปลัด' },
        monitoring: [{ kind: 'plain', text: 'รายงานความก้าวหน้าและสรุปผล ณ วันที่ 31 มีนาคม 2569' }],
      },
      {
        ...EXAMPLE_MEASURE,
        title: 'ทบทวนแนวทางการยืมทรัพย์สินของทางราชการ',
        indicators: [4],
        methods: [{ kind: 'plain', text: 'ปรับปรุงแนวทาง เวียนให้ทุกกองถือปฏิบัติ และตรวจทะเบียนทุกเดือน' }],
        responsible: { everyDivision: false, divisionIds: [], text: 'สำนักปลัด / กองคลัง' },
        monitoring: [],
      },
    ],
    signer: EXAMPLE_REPORT_SIGNER,
    signedOn: '2025-11-14',
  },
  schema: itaAnalysisSchema('ita-analysis.v1'),
  build: (report) => {
    refuseContradictions('ita-analysis.v1', report);
    const [previous = null] = (report.earlier ?? []).slice(-1);
    return reportDocument(report, {
      titleLines: itaAnalysisTitle(report.fiscalYear),
      orientation: 'portrait',
      hasCover: true,
      body: analysisBody(report, analyseScores(report.assessment, previous), report.digits ?? 'thai'),
      responsible: report.measures.map(({ responsible }) => responsible.text),
    });
  },
};

/** @throws DomainError document.data-invalid when a level does not follow from its scores, or the years do not fit */
export function refuseContradictions(template: string, { fiscalYear, assessment, earlier = [] }: ItaAnalysis): void {
  const results = [assessment, ...earlier].map((result, index) => ({
    result,
    path: index === 0 ? 'assessment' : `earlier[${index - 1}]`,
  }));
  const levels = results.flatMap(({ result, path }) => {
    const level = levelOf(result.overall, result.instruments);
    if (level === result.level) return [];
    return [
      {
        path: `${path}.level`,
        kind: 'contradiction',
        th: `${path}.level ตามคะแนนที่กรอกต้องเป็นระดับ${level} ตรวจระดับหรือคะแนน`,
        en: `${path}.level must be ${level} by these scores; check the level or the scores`,
      },
    ];
  });
  const year = {
    path: 'assessment.fiscalYear',
    kind: 'contradiction',
    th: `assessment.fiscalYear ต้องตรงกับปีงบประมาณของรายงาน (${fiscalYear})`,
    en: `assessment.fiscalYear must be the fiscal year of the report (${fiscalYear})`,
  };
  const problems = [...levels, ...(assessment.fiscalYear === fiscalYear ? [] : [year])];
  if (problems.length > 0) throw dataInvalid(template, problems);
}
