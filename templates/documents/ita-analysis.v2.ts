import { analyseScores } from '../../src/core/ita/analyse-scores.js';
import type { DocumentTemplate } from './document-template.js';
import { itaAnalysisSchema } from './ita-analysis.schema.js';
import { itaAnalysisTitle } from './ita-analysis.texts.js';
import { itaAnalysisV1, refuseContradictions, type ItaAnalysis } from './ita-analysis.v1.js';
import { analysisBodyV2 } from './ita-analysis.v2.body.js';
import { reportDocument } from './report-form.js';

/**
 * Since version 1: each of the four scores is judged, EIT in its two parts; what the result means as a whole; what the agency
 * sets itself before the measures; the foreword ends with the agency's name.
 */
export const itaAnalysisV2: DocumentTemplate<ItaAnalysis> = {
  ...itaAnalysisV1,
  id: 'ita-analysis.v2',
  schema: itaAnalysisSchema('ita-analysis.v2'),
  build: (report) => {
    refuseContradictions('ita-analysis.v2', report);
    const [previous = null] = (report.earlier ?? []).slice(-1);
    return reportDocument(report, {
      titleLines: itaAnalysisTitle(report.fiscalYear),
      orientation: 'portrait',
      hasCover: true,
      body: analysisBodyV2(report, analyseScores(report.assessment, previous), report.digits ?? 'thai'),
      responsible: report.measures.map(({ responsible }) => responsible.text),
    });
  },
};
