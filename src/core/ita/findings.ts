import type { MeasureContent } from '../measure/measure.js';
import { analyseScores, TARGET_SCORE } from './analyse-scores.js';
import type { Assessment } from './assessment.js';
import { indicatorsOf, SCORED_PARTS, type ScoredPart } from './instruments.js';
import { readFindingCode, usualIndicator } from './questions.js';

/** What a result asks an agency to answer in the following year. */
export interface Finding {
  /** "instrument:eit1", "indicator:7", "code:e6": the same for as long as the result says so. */
  readonly key: string;
  /** The instrument, or the part of EIT, whose score is below the target; null for other findings. */
  readonly instrument: ScoredPart | null;
  /** The indicator it concerns; null when none is known. */
  readonly indicator: number | null;
  /** Question or item code; null for a weak instrument or indicator. */
  readonly code: string | null;
  /** Score of a weak instrument or indicator. */
  readonly score: number | null;
  /** The recommendations under this code, each once. */
  readonly texts: readonly string[];
  /** Below the target, or recommended by the assessors: a report without an answer lacks something. */
  readonly mustBeAnswered: boolean;
}

/**
 * Instruments below the target, which decide on the level (DOMAIN 1.2), weak indicators (below the target, or the lowest of
 * their instrument), then the recommendations by code.
 */
export function findingsOf(assessment: Assessment): Finding[] {
  const analyses = analyseScores(assessment, null);
  const weak = new Set(analyses.flatMap(({ urgent, toImprove }) => [...urgent, ...toImprove]));
  return [
    ...weakInstruments(assessment),
    ...[...weak].sort((one, other) => one - other).map(weakIndicator(assessment)),
    ...recommended(assessment),
  ];
}

const weakInstruments = ({ instruments }: Assessment): Finding[] =>
  SCORED_PARTS.filter(({ part }) => instruments[part] < TARGET_SCORE).map(({ part }) => ({
    key: `instrument:${part}`,
    instrument: part,
    indicator: null,
    code: null,
    score: instruments[part],
    texts: [],
    mustBeAnswered: true,
  }));

const weakIndicator =
  ({ indicators }: Assessment) =>
  (indicator: number): Finding => {
    const score = indicators[indicator - 1] ?? 0;
    const mustBeAnswered = score < TARGET_SCORE;
    return { key: `indicator:${indicator}`, instrument: null, indicator, code: null, score, texts: [], mustBeAnswered };
  };

function recommended({ fiscalYear, recommendations }: Assessment): Finding[] {
  const codes = [...new Set(recommendations.map(({ code }) => code))];
  return codes.map((code) => {
    const own = recommendations.filter((each) => each.code === code);
    const said = own.find(({ indicator }) => indicator !== null && indicator !== undefined)?.indicator;
    const read = readFindingCode(code);
    const indicator = said ?? (read ? usualIndicator(read, fiscalYear) : null);
    const texts = [...new Set(own.map(({ text }) => text))];
    return { key: `code:${code}`, instrument: null, indicator, code, score: null, texts, mustBeAnswered: true };
  });
}

/**
 * Whether a measure of the following year takes up a finding: it works on that indicator, on one that the instrument asks
 * about, or on that item of the disclosure list.
 * @param codeNextYear the finding's code in the list of the following year; null when it has none there
 */
export function answers(measure: MeasureContent, finding: Finding, codeNextYear: string | null): boolean {
  if (indicatorsConcerned(finding).some((indicator) => measure.indicators.includes(indicator))) return true;
  return codeNextYear !== null && measure.oCodes.includes(codeNextYear);
}

/** Numbers of the indicators that a finding is about. */
export function indicatorsConcerned({ indicator, instrument }: Finding): number[] {
  if (indicator !== null) return [indicator];
  return SCORED_PARTS.filter(({ part }) => part === instrument).flatMap((part) => indicatorsOf(part.instrument));
}
