import { fiscalYearOf } from '../../core/ita/fiscal-year.js';
import { arabicDigits } from '../../core/thai/digits.js';
import { FISCAL_YEAR_STATED } from '../../core/thai/plan-words.js';
import { refuse, type Findings } from '../findings.js';
import type { ImportedMeasure } from '../imported-plan.js';

const SHORT_YEAR = 2500;

interface ReadSoFar {
  readonly measures: readonly ImportedMeasure[];
  readonly otherText: readonly string[];
  readonly sheet: string;
}

/**
 * A document of another year is refused when every dated period says so, or when nothing is dated and its heading says so; a
 * heading alone that differs is a finding. Single periods outside the year have findings of their own.
 * @throws DomainError import.wrong-year with the years found
 */
export function refuseOtherYear(
  { measures, otherText, sheet }: ReadSoFar,
  fiscalYear: number,
  findings: Findings,
): void {
  const dated = measures.map(({ content }) => yearsOf(content.period)).filter((years) => years.length > 0);
  const stated = statedYears(otherText.join('\n'));
  const isElsewhere = dated.length > 0 && dated.every((years) => !years.includes(fiscalYear));
  const isStatedElsewhere = stated.length > 0 && !stated.includes(fiscalYear);
  if (isElsewhere || (dated.length === 0 && isStatedElsewhere)) {
    const found = [...new Set([...dated.flat(), ...stated])].sort();
    refuse('import.wrong-year', 'choose-year', {
      sheet,
      row: measures[0]?.source.rows[0],
      expected: fiscalYear,
      found,
    });
  }
  if (!isStatedElsewhere) return;
  const quote = otherText.find((text) => statedYears(text).length > 0) ?? '';
  findings.add('import.wrong-year', 'E', { sheet, row: 1, column: null }, quote, { values: { year: fiscalYear } });
}

/** Fiscal years (BE) that a text names in so many words. */
function statedYears(text: string): number[] {
  return [...text.matchAll(FISCAL_YEAR_STATED)].map(([, digits = '']) => {
    const year = Number(arabicDigits(digits));
    return digits.length === 2 ? SHORT_YEAR + year : year;
  });
}

/** Every fiscal year that a period touches. */
export function yearsOf({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): number[] {
  const last = endsOn ?? startsOn;
  if (last === null) return [];
  const first = fiscalYearOf(startsOn ?? last);
  return Array.from({ length: fiscalYearOf(last) - first + 1 }, (_unused, index) => first + index);
}
