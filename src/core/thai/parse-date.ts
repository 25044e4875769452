import { isCalendarDate } from './dates.js';
import { dateWords, type DateWord } from './date-words.js';

/** A day, a month or a day of a month whose year stands elsewhere. `year` is Gregorian. */
export interface DatePoint {
  readonly day: number | null;
  readonly month: number;
  readonly year: number | null;
}

const BUDDHIST_ERA = 543;
/** Short years are Buddhist: ๖๘ is 2568. */
const BUDDHIST_CENTURY = 2500;
/** A written year below this is Gregorian, from it on Buddhist. */
const FIRST_BUDDHIST_YEAR = 2400;

/**
 * Reads one complete date: "๒๗ ธ.ค.๖๗", "27 ธันวาคม พ.ศ. 2567", "27/12/2567", "2024-12-27" -> "2024-12-27".
 * Null when it is not exactly one existing day.
 */
export function parseDate(text: string): string | null {
  const words = dateWords(text);
  const found = readPoint(words, 0);
  if (!found || found.next !== words.length) return null;
  const { day, month, year } = found.point;
  return day === null || year === null ? null : isoDate(year, month, day);
}

/** The date at a place of the words, and where the rest begins; null when no date stands there. */
export function readPoint(words: readonly DateWord[], at: number): { point: DatePoint; next: number } | null {
  return readNamed(words, at) ?? readNumeric(words, at);
}

/** YYYY-MM-DD, or null when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(iso) ? iso : null;
}

/** Gregorian year of a written one: ๖๘ and ๒๕๖๘ -> 2025, 2025 -> 2025; null when it is no year. */
export function gregorianYear(word: DateWord | undefined): number | null {
  if (word?.kind !== 'number') return null;
  if (word.digits === 2) return BUDDHIST_CENTURY + word.value - BUDDHIST_ERA;
  if (word.digits !== 4 || word.value < 1900 || word.value > 2700) return null;
  return word.value >= FIRST_BUDDHIST_YEAR ? word.value - BUDDHIST_ERA : word.value;
}

function readNamed(words: readonly DateWord[], at: number): { point: DatePoint; next: number } | null {
  const day = dayNumber(words[at]);
  const monthAt = day !== null && words[at + 1]?.kind === 'month' ? at + 1 : at;
  const month = words[monthAt];
  if (month?.kind !== 'month') return null;
  const year = words[monthAt + 2]?.kind === 'month' ? null : gregorianYear(words[monthAt + 1]);
  const point = { day: monthAt === at ? null : day, month: month.month, year };
  return { point, next: monthAt + (year === null ? 1 : 2) };
}

function readNumeric(words: readonly DateWord[], at: number): { point: DatePoint; next: number } | null {
  const [first, mark, middle, secondMark, last] = words.slice(at, at + 5);
  if (first?.kind !== 'number' || middle?.kind !== 'number' || last?.kind !== 'number') return null;
  if (mark?.kind !== secondMark?.kind || (mark?.kind !== 'slash' && mark?.kind !== 'dash')) return null;
  const isYearFirst = first.digits === 4;
  const year = gregorianYear(isYearFirst ? first : last);
  const day = dayNumber(isYearFirst ? last : first);
  if (year === null || day === null || middle.value < 1 || middle.value > 12) return null;
  return { point: { day, month: middle.value, year }, next: at + 5 };
}

const dayNumber = (word: DateWord | undefined): number | null =>
  word?.kind === 'number' && word.digits <= 2 && word.value >= 1 && word.value <= 31 ? word.value : null;
