import type { Period } from '../measure/measure.js';
import { buddhistYear, fiscalYearDays, isLastOfMonth, thaiDate, thaiMonth, thaiShortDate } from '../thai/dates.js';

/**
 * as-written: the agency's own words · full: ตุลาคม 2567 – กันยายน 2568 · short: ต.ค. 2567 – ก.ย. 2568 ·
 * fiscal-year: ปีงบประมาณ พ.ศ. 2568 where the period is a whole one, otherwise as `short`.
 */
export const PERIOD_STYLES = ['as-written', 'full', 'short', 'fiscal-year'] as const;
export type PeriodStyle = (typeof PERIOD_STYLES)[number];

/** A period as a report prints it, with Arabic digits; one without dates stays as written. */
export function periodText(period: Period, style: PeriodStyle): string {
  const { startsOn, endsOn, text } = period;
  if (style === 'as-written' || startsOn === null || endsOn === null) return text;
  if (style === 'fiscal-year' && isFiscalYear(startsOn, endsOn)) return `ปีงบประมาณ พ.ศ. ${buddhistYear(endsOn)}`;
  const isFull = style === 'full';
  if (startsOn === endsOn) return dayText(startsOn, isFull);
  if (!isWholeMonths(startsOn, endsOn)) return `${dayText(startsOn, isFull)} – ${dayText(endsOn, isFull)}`;
  const [first, last] = [startsOn, endsOn].map((date) => thaiMonth(date, isFull ? 'full' : 'short'));
  return first === last ? String(first) : `${first} – ${last}`;
}

function isFiscalYear(startsOn: string, endsOn: string): boolean {
  const year = fiscalYearDays(buddhistYear(endsOn));
  return year.startsOn === startsOn && year.endsOn === endsOn;
}

const isWholeMonths = (startsOn: string, endsOn: string): boolean => startsOn.endsWith('-01') && isLastOfMonth(endsOn);

const dayText = (date: string, isFull: boolean): string => (isFull ? thaiDate : thaiShortDate)(date, 'arabic');
