import { INDICATORS } from './indicators.js';
import { INSTRUMENTS, type InstrumentId } from './instruments.js';
import type { InstrumentScores, Level } from './rating.js';

/** The result of one year's assessment. */
export interface AssessmentResult {
  /** Buddhist era. */
  readonly fiscalYear: number;
  /** All scores 0 to 100. */
  readonly overall: number;
  readonly level: Level;
  readonly instruments: InstrumentScores;
  /** Scores of the ten indicators in their order. */
  readonly indicators: readonly number[];
}

export interface ScoreChange {
  readonly indicator: number;
  /** Points gained; negative when lost. Two decimals. */
  readonly points: number;
}

export interface InstrumentAnalysis {
  readonly instrument: InstrumentId;
  /** Indicator numbers with the highest score, to be kept up. */
  readonly strengths: readonly number[];
  /** Indicator numbers with the lowest score, to be improved; empty when all are equal. */
  readonly toImprove: readonly number[];
  /** Indicator numbers below the target, to be corrected at once. */
  readonly urgent: readonly number[];
  /** Changes against the year before, in the order of the indicators; empty without one. */
  readonly changes: readonly ScoreChange[];
}

/** National target of each score (DOMAIN 1.2, master plan issue 21). */
export const TARGET_SCORE = 85;

/** What the numbers say about each instrument: no words, no guesses. */
export function analyseScores(result: AssessmentResult, previous: AssessmentResult | null): InstrumentAnalysis[] {
  return INSTRUMENTS.map(({ id }) => {
    const own = INDICATORS.filter(({ instrument }) => instrument === id).map(({ number }) => number);
    const scores = own.map((number) => scoreOf(result, number));
    const [highest, lowest] = [Math.max(...scores), Math.min(...scores)];
    return {
      instrument: id,
      strengths: own.filter((number) => scoreOf(result, number) === highest),
      toImprove: highest === lowest ? [] : own.filter((number) => scoreOf(result, number) === lowest),
      urgent: own.filter((number) => scoreOf(result, number) < TARGET_SCORE),
      changes: previous ? own.map((indicator) => ({ indicator, points: change(result, previous, indicator) })) : [],
    };
  });
}

const scoreOf = ({ indicators }: AssessmentResult, number: number): number => indicators[number - 1] ?? 0;

const change = (now: AssessmentResult, before: AssessmentResult, number: number): number =>
  Math.round((scoreOf(now, number) - scoreOf(before, number)) * 100) / 100;
