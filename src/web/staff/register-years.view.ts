import type { RegisterYearsProps, RegisterYearView } from '../../../templates/web/pages/staff/register-years.page.js';
import { spanText, YEAR_KIND_LABELS, yearKindText } from '../../../templates/web/words/register-words.js';
import { thaiShortDate } from '../../core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../core/thai/digits.js';
import type { RegisterYear, RegisterYears } from '../../registers/register-years.queries.js';

/** How the register counts, and what a change would do, in words. @param today YYYY-MM-DD */
export function registerYearsView(
  { yearKind, years, ahead, change }: RegisterYears,
  today: string,
  digits: DigitStyle,
): Pick<RegisterYearsProps, 'now' | 'years' | 'change'> {
  const later = ahead
    ? ` ตั้งแต่ ${thaiShortDate(ahead.startsOn, digits)} นับตาม${yearKindText(ahead.yearKind, digits)}`
    : '';
  const label = YEAR_KIND_LABELS[change.yearKind];
  const from = change.startsOn > today ? `ตั้งแต่ ${thaiShortDate(change.startsOn, digits)}` : 'ทันที';
  return {
    now: `นับตาม${yearKindText(yearKind, digits)}${later}`,
    years: years.map((year) => yearView(year, digits)),
    change: {
      yearKind: change.yearKind,
      startsOn: change.startsOn,
      title: ahead ? `คง${label}ไว้ตามเดิม` : `เปลี่ยนเป็น${label}`,
      effect: `มีผล${from} เลขที่ที่ออกไปแล้วไม่เปลี่ยน และเลขที่ต่อไปไม่ซ้ำและไม่ขาดช่วง`,
      years: change.years.map((year) => yearView(year, digits)),
      deed: ahead ? `คง${label}ไว้` : `เปลี่ยนเป็น${label}`,
    },
  };
}

const yearView = ({ year, ...span }: RegisterYear, digits: DigitStyle): RegisterYearView => ({
  year: printedDigits(String(year), digits),
  span: spanText(span, digits),
  first: printedDigits(`1/${year}`, digits),
});
