import type { MeasureContent } from '../measure/measure.js';
import { thaiDigits } from '../thai/digits.js';
import { fiscalYearSpan } from './fiscal-year.js';
import { indicatorsConcerned, type Finding } from './findings.js';
import { instrumentProposal } from './instrument-proposals.js';
import { indicatorProposal, recommendationProposal, USUAL_MONITORING, type ProposalText } from './proposal-texts.js';

const LONGEST_TITLE = 120;

/**
 * A draft measure of the year after the assessment that answers a finding; an officer finishes it.
 * @param fiscalYear year of the measure, Buddhist era
 * @param code code of the disclosure item in that year; null when the finding names none
 */
export function proposedMeasure(finding: Finding, fiscalYear: number, code: string | null): MeasureContent {
  const text = proposalText(finding);
  return {
    title: (text?.title ?? finding.key).slice(0, LONGEST_TITLE),
    theme: null,
    indicators: indicatorsConcerned(finding),
    oCodes: code === null ? [] : [code],
    methods: (text?.methods ?? []).map((method) => ({ kind: 'numbered', text: method })),
    period: { ...fiscalYearSpan(fiscalYear), text: `ปีงบประมาณ พ.ศ. ${thaiDigits(fiscalYear)}` },
    responsible: { everyDivision: false, divisionIds: [], text: '' },
    monitoring: [{ kind: 'plain', text: USUAL_MONITORING }],
    results: [],
    outcomes: [],
    evidence: [],
  };
}

function proposalText({ code, texts, instrument, indicator }: Finding): ProposalText | null {
  if (code !== null) return recommendationProposal(code, texts);
  if (instrument !== null) return instrumentProposal(instrument);
  return indicator === null ? null : indicatorProposal(indicator);
}
