import { possibleLevels } from '../core/ita/rating.js';
import type { ReportContent } from '../core/report/report.js';
import { DomainError } from '../core/errors.js';

type Quoted = NonNullable<ReportContent['assessment']>;

/** Before it the levels had letters for names, and the rule for them was another one (DOMAIN 1.2). */
const FIRST_YEAR_OF_LEVELS = 2566;

/**
 * The result that the introduction quotes: the recorded one; where none is recorded, what was given, as far as the level can
 * follow from the score.
 * @param year fiscal year of the result, Buddhist era
 * @param given null when none shall be quoted, undefined when nothing was said
 * @throws DomainError report.assessment-differs, assessment.level-contradicts
 */
export function resultToQuote(year: number, recorded: Quoted | null, given: Quoted | null | undefined): Quoted | null {
  if (given === null || given === undefined) return given === null ? null : recorded;
  if (recorded && (recorded.overall !== given.overall || recorded.level !== given.level)) {
    const found = { field: 'assessment', given: wordsOf(given), expected: wordsOf(recorded) };
    throw new DomainError('report.assessment-differs', { ...found, fiscalYear: year });
  }
  const levels: readonly string[] = possibleLevels(given.overall);
  if (year >= FIRST_YEAR_OF_LEVELS && !levels.includes(given.level)) {
    const found = { field: 'assessment', given: given.level, expected: levels.join(' / ') };
    throw new DomainError('assessment.level-contradicts', found);
  }
  return given;
}

const wordsOf = ({ overall, level }: Quoted): string => `${overall.toFixed(2)} ${level}`;
