import { fiscalYearSpan } from '../ita/fiscal-year.js';
import { dateWords, type DateWord } from './date-words.js';
import { gregorianYear, isoDate, readPoint, type DatePoint } from './parse-date.js';

/** Calendar dates YYYY-MM-DD, both included; `startsOn` is null when only an end is written ("ภายใน …"). */
export interface ReadPeriod {
  readonly startsOn: string | null;
  readonly endsOn: string;
  /** The year was not written and was taken from the plan's fiscal year. */
  readonly isYearAssumed: boolean;
}

const BUDDHIST_ERA = 543;

/**
 * Reads a period as agencies write it: a fiscal year, months, dates, two dates, quarters, with Thai or Arabic digits and
 * short or long years ("ต.ค. ๖๗ – ก.ย. ๖๘", "ม.ค. - เม.ย.๖๘", "๑ ต.ค.๖๗ และ ๑ เม.ย. ๖๘", "ปีงบประมาณ พ.ศ. ๒๕๖๘").
 * A year that is missing altogether comes from `fiscalYear` (BE). Null when any part is not understood.
 */
export function parsePeriod(text: string, fiscalYear: number): ReadPeriod | null {
  const words = dateWords(text);
  if (words.length === 0 || words.some(({ kind }) => kind === 'other')) return null;
  return fiscalYears(words, fiscalYear) ?? quarters(words, fiscalYear) ?? points(words, fiscalYear);
}

function fiscalYears(words: readonly DateWord[], fiscalYear: number): ReadPeriod | null {
  const isNamed = words.some(({ kind }) => kind === 'fiscal' || kind === 'whole-year');
  const rest = words.filter(({ kind }) => kind !== 'fiscal' && kind !== 'whole-year');
  if (rest.length === 0) return { ...fiscalYearSpan(fiscalYear), isYearAssumed: true };
  const first = writtenYear(rest[0]);
  const last = rest.length === 1 ? first : rest[1]?.kind === 'dash' && rest.length === 3 ? writtenYear(rest[2]) : null;
  if (first === null || last === null || last < first) return null;
  const { startsOn } = fiscalYearSpan(first);
  return { startsOn, endsOn: fiscalYearSpan(last).endsOn, isYearAssumed: !isNamed };
}

/** BE year; a bare two-digit number is no year here, because it may be a day. */
function writtenYear(word: DateWord | undefined): number | null {
  const year = word?.kind === 'number' && word.digits === 4 ? gregorianYear(word) : null;
  return year === null ? null : year + BUDDHIST_ERA;
}

function quarters(words: readonly DateWord[], fiscalYear: number): ReadPeriod | null {
  if (words[0]?.kind !== 'quarter') return null;
  const rest = words.slice(1).filter(({ kind }) => kind !== 'fiscal' && kind !== 'quarter');
  const first = quarterNumber(rest[0]);
  const isRange = rest[1]?.kind === 'dash';
  const last = isRange ? quarterNumber(rest[2]) : first;
  const tail = rest.slice(isRange ? 3 : 1).filter(({ kind }) => kind !== 'slash');
  const year = tail.length === 0 ? null : gregorianYear(tail[0]);
  if (first === null || last === null || last < first || tail.length > 1 || (tail.length === 1 && year === null))
    return null;
  const { startsOn } = fiscalYearSpan(year === null ? fiscalYear : year + BUDDHIST_ERA);
  const firstYear = Number(startsOn.slice(0, 4));
  const from = monthsAfterOctober(firstYear, 3 * (first - 1));
  const until = monthsAfterOctober(firstYear, 3 * last - 1);
  return { startsOn: firstDay(from), endsOn: lastDay(until), isYearAssumed: year === null };
}

const quarterNumber = (word: DateWord | undefined): number | null =>
  word?.kind === 'number' && word.value >= 1 && word.value <= 4 ? word.value : null;

function monthsAfterOctober(year: number, months: number): { year: number; month: number } {
  const month = 10 + months;
  return month > 12 ? { year: year + 1, month: month - 12 } : { year, month };
}

function points(words: readonly DateWord[], fiscalYear: number): ReadPeriod | null {
  const isDeadline = words[0]?.kind === 'until';
  const found = readPoints(isDeadline ? words.slice(1) : words);
  if (!found) return null;
  const isYearAssumed = found.at(-1)?.year === null;
  const dated = withYears(found, fiscalYear);
  const starts = dated.map(firstDayOf);
  const ends = dated.map(lastDayOf);
  if (starts.includes(null) || ends.includes(null)) return null;
  const startsOn = isDeadline ? null : (starts[0] ?? null);
  const endsOn = ends.at(-1) ?? null;
  if (endsOn === null || (startsOn !== null && startsOn > endsOn)) return null;
  return { startsOn, endsOn, isYearAssumed };
}

/** One date, or several joined by dashes or "และ"; days may share a month: "๑ - ๑๕ มีนาคม ๒๕๖๘". */
function readPoints(words: readonly DateWord[]): DatePoint[] | null {
  const shared = sharedMonth(words);
  if (shared) return shared;
  const found: DatePoint[] = [];
  for (let at = 0; at < words.length; at++) {
    const read = readPoint(words, at);
    if (!read) return null;
    found.push(read.point);
    at = read.next;
    const mark = words[at]?.kind;
    if (mark !== undefined && mark !== 'dash' && mark !== 'and') return null;
    if (at === words.length - 1) return null;
  }
  return found.length > 0 ? found : null;
}

function sharedMonth(words: readonly DateWord[]): DatePoint[] | null {
  const [first, mark] = words;
  if (first?.kind !== 'number' || first.digits > 2 || (mark?.kind !== 'dash' && mark?.kind !== 'and')) return null;
  const last = readPoint(words, 2);
  if (!last || last.next !== words.length || last.point.day === null || words[3]?.kind !== 'month') return null;
  return [{ ...last.point, day: first.value }, last.point];
}

/** A missing year is that of the next date, or the year before when the month comes later: "ต.ค. - ก.ย. ๖๘". */
function withYears(found: readonly DatePoint[], fiscalYear: number): (DatePoint & { year: number })[] {
  const lastYear = fiscalYear - BUDDHIST_ERA;
  const dated: (DatePoint & { year: number })[] = [];
  for (const point of found.toReversed()) {
    const next = dated[0];
    const nearest = next ? next.year - (point.month > next.month ? 1 : 0) : lastYear - (point.month >= 10 ? 1 : 0);
    dated.unshift({ ...point, year: point.year ?? nearest });
  }
  return dated;
}

const firstDayOf = ({ year, month, day }: DatePoint & { year: number }): string | null =>
  isoDate(year, month, day ?? 1);
const lastDayOf = ({ year, month, day }: DatePoint & { year: number }): string | null =>
  day === null ? lastDay({ year, month }) : isoDate(year, month, day);

const firstDay = ({ year, month }: { year: number; month: number }): string =>
  `${year}-${String(month).padStart(2, '0')}-01`;

function lastDay({ year, month }: { year: number; month: number }): string {
  const existing = [31, 30, 29, 28].map((day) => isoDate(year, month, day)).find((date) => date !== null);
  return existing ?? firstDay({ year, month });
}
