import type { ErrorCode } from '../errors.js';
import type { AssessmentResult } from './analyse-scores.js';
import { INDICATORS } from './indicators.js';
import { instrumentMean, overallFromIndicators, type InstrumentId, type InstrumentWeights } from './instruments.js';
import { levelOf, type InstrumentScores } from './rating.js';

/** A statement that cannot be true beside the others: refused. */
export interface Contradiction {
  readonly code: Extract<
    ErrorCode,
    'assessment.level-contradicts' | 'assessment.overall-impossible' | 'assessment.instrument-impossible'
  >;
  /** "level", "overall", "instruments.iit" */
  readonly field: string;
  readonly given: string;
  /** The level, or the range that is possible. */
  readonly expected: string;
}

/** A number that differs from what the usual weights give: shown, not refused, because the weights are not certain. */
export interface Doubt {
  readonly field: string;
  readonly given: number;
  /** Two decimals. */
  readonly usual: number;
}

/** Published scores are rounded to two decimals. */
const ROUNDING = 0.011;
/** Differences that rounding at every step can make. */
const NEGLIGIBLE = 0.05;

/**
 * What of a result contradicts itself. Holds whatever the weights are: an average lies between its parts, and the level
 * follows from the four instrument scores (DOMAIN 1.2).
 */
export function contradictionsOf({ overall, level, instruments, indicators }: AssessmentResult): Contradiction[] {
  const { iit, eit1, eit2, oit } = instruments;
  const expected = levelOf(overall, instruments);
  return [
    ...outside('assessment.overall-impossible', 'overall', overall, [iit, eit1, eit2, oit]),
    ...outside('assessment.instrument-impossible', 'instruments.iit', iit, scoresOf('IIT', indicators)),
    ...outside('assessment.instrument-impossible', 'instruments.oit', oit, scoresOf('OIT', indicators)),
    ...(level === expected
      ? []
      : [{ code: 'assessment.level-contradicts', field: 'level', given: level, expected } as const]),
  ];
}

/** Where a result differs from the plain means and the weights of its year (DOMAIN 1.1, one source). */
export function doubtsOf({ overall, instruments, indicators }: AssessmentResult, weights?: InstrumentWeights): Doubt[] {
  const byNumber = new Map(indicators.map((score, index) => [index + 1, score]));
  const eit = instrumentMean('EIT', byNumber);
  const usual: readonly (readonly [string, number, number | null])[] = [
    ['overall', overall, overallFromIndicators(byNumber, weights)],
    ['instruments.iit', instruments.iit, instrumentMean('IIT', byNumber)],
    ['instruments.oit', instruments.oit, instrumentMean('OIT', byNumber)],
    ['instruments.eit', eit ?? 0, eit === null ? null : nearestBetween(eit, instruments)],
  ];
  return usual.flatMap(([field, given, expected]) =>
    expected === null || Math.abs(given - expected) <= NEGLIGIBLE
      ? []
      : [{ field, given: rounded(given), usual: rounded(expected) }],
  );
}

function outside(code: Contradiction['code'], field: string, given: number, parts: readonly number[]): Contradiction[] {
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  if (given >= least - ROUNDING && given <= most + ROUNDING) return [];
  return [{ code, field, given: given.toFixed(2), expected: `${least.toFixed(2)}–${most.toFixed(2)}` }];
}

const scoresOf = (instrument: InstrumentId, indicators: readonly number[]): number[] =>
  INDICATORS.filter((indicator) => indicator.instrument === instrument).map(
    ({ number }) => indicators[number - 1] ?? 0,
  );

/** EIT counts in two parts: the mean of its indicators lies between them. */
const nearestBetween = (mean: number, { eit1, eit2 }: InstrumentScores): number =>
  Math.min(Math.max(mean, Math.min(eit1, eit2)), Math.max(eit1, eit2));

const rounded = (value: number): number => Math.round(value * 100) / 100;
