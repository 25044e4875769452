import type { AssessmentResultView } from '../../../templates/web/pages/staff/assessment.page.js';
import { doubtText, proposalState, proposalTitle } from '../../../templates/web/words/assessment-words.js';
import type { AssessmentRow } from '../../assessments/assessment.entities.js';
import { explainAssessment } from '../../assessments/assessments.queries.js';
import { proposeMeasures } from '../../assessments/proposals.queries.js';
import { TARGET_SCORE } from '../../core/ita/analyse-scores.js';
import { INDICATORS } from '../../core/ita/indicators.js';
import { INSTRUMENT_WORDS, levelSentence } from '../../core/thai/level-words.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { measuresOfYear } from '../../measures/measures.queries.js';

/** A year's result with its reasons, weakest indicators first, and what it proposes. */
export async function resultView(
  tx: Tx,
  organizationId: OrganizationId,
  { fiscalYear, content }: AssessmentRow,
): Promise<AssessmentResultView> {
  const { reason, doubts } = await explainAssessment(tx, organizationId, content);
  const proposals = await proposeMeasures(tx, organizationId, fiscalYear);
  const next = (await measuresOfYear(tx, organizationId, fiscalYear + 1)).filter(({ state }) => state !== 'cancelled');
  const scores = INDICATORS.map(({ number, name }) => {
    const score = content.indicators[number - 1] ?? 0;
    const measures = next.filter((measure) => measure.content.indicators.includes(number));
    const shown = measures.map(({ id, title }) => ({ id, title }));
    return { indicator: number, name, score, isBelowTarget: score < TARGET_SCORE, measures: shown };
  });
  return {
    explanation: levelSentence(reason).th,
    facts: (['iit', 'eit1', 'eit2', 'oit'] as const).map((name) => ({
      term: INSTRUMENT_WORDS[name].th,
      value: content.instruments[name].toFixed(2),
    })),
    doubts: doubts.map(({ field, given, usual }) => doubtText(field, given, usual)),
    scores: scores.sort((one, other) => one.score - other.score),
    target: TARGET_SCORE,
    proposals: proposals.map(({ finding, state, measureId, reason: why }) => ({
      findingKey: finding.key,
      title: proposalTitle(finding),
      texts: finding.code === null ? finding.texts : [],
      state: proposalState(state),
      isOpen: state === 'open' || state === 'dropped',
      measureId,
      reason: why,
    })),
  };
}
