import { thaiDigits, type DigitStyle } from './digits.js';

/** Full month names, January first. */
export const THAI_MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
] as const;

/** Abbreviated month names, January first. (DOMAIN 2.2) */
export const THAI_MONTHS_SHORT = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
] as const;

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const BUDDHIST_ERA = 543;

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Buddhist year of a calendar date: "2024-12-27" -> 2567. */
export function buddhistYear(isoDate: string): number {
  return calendarDay(isoDate).year + BUDDHIST_ERA;
}

/** "2024-12-27" -> "๒๗ ธันวาคม ๒๕๖๗". */
export function thaiDate(isoDate: string, digits: DigitStyle = 'thai'): string {
  return written(isoDate, THAI_MONTHS, ' ', digits);
}

/** "2024-12-27" -> "๒๗ ธันวาคม พ.ศ. ๒๕๖๗", the date line of an announcement. (DOMAIN 2.1) */
export function thaiDateWithEra(isoDate: string, digits: DigitStyle = 'thai'): string {
  return written(isoDate, THAI_MONTHS, ' พ.ศ. ', digits);
}

/** "2024-12-27" -> "๒๗ ธ.ค. ๒๕๖๗". */
export function thaiShortDate(isoDate: string, digits: DigitStyle = 'thai'): string {
  return written(isoDate, THAI_MONTHS_SHORT, ' ', digits);
}

/** "2024-12-27" -> "ธันวาคม 2567" or "ธ.ค. 2567". Arabic digits. */
export function thaiMonth(isoDate: string, form: 'full' | 'short'): string {
  const { year, month } = calendarDay(isoDate);
  return `${monthName(form === 'full' ? THAI_MONTHS : THAI_MONTHS_SHORT, month)} ${year + BUDDHIST_ERA}`;
}

/** True for the 28th to 31st day that ends its month. */
export function isLastOfMonth(isoDate: string): boolean {
  const { year, month, day } = calendarDay(isoDate);
  return day === daysInMonth(year, month);
}

/** "2024-12-27" -> "27 December B.E. 2567 (2024)". */
export function englishDate(isoDate: string): string {
  const { year, month, day } = calendarDay(isoDate);
  return `${day} ${monthName(ENGLISH_MONTHS, month)} B.E. ${year + BUDDHIST_ERA} (${year})`;
}

/** First and last day of a fiscal year (BE): 2568 -> 2024-10-01 to 2025-09-30. */
export function fiscalYearDays(fiscalYear: number): { readonly startsOn: string; readonly endsOn: string } {
  const year = fiscalYear - BUDDHIST_ERA;
  return { startsOn: `${year - 1}-10-01`, endsOn: `${year}-09-30` };
}

/** 2568 -> "ตุลาคม ๒๕๖๗ – กันยายน ๒๕๖๘". */
export function fiscalYearMonths(fiscalYear: number, digits: DigitStyle = 'thai'): string {
  return monthRange(fiscalYear, THAI_MONTHS, digits);
}

/** 2568 -> "ต.ค. ๒๕๖๗ – ก.ย. ๒๕๖๘". */
export function fiscalYearShortMonths(fiscalYear: number, digits: DigitStyle = 'thai'): string {
  return monthRange(fiscalYear, THAI_MONTHS_SHORT, digits);
}

/** True for an existing day of the Gregorian calendar written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]; // the pattern gives three numbers
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function written(isoDate: string, months: readonly string[], beforeYear: string, digits: DigitStyle): string {
  const { year, month, day } = calendarDay(isoDate);
  return inDigits(`${day} ${monthName(months, month)}${beforeYear}${year + BUDDHIST_ERA}`, digits);
}

function monthRange(fiscalYear: number, months: readonly string[], digits: DigitStyle): string {
  return inDigits(`${monthName(months, 10)} ${fiscalYear - 1} – ${monthName(months, 9)} ${fiscalYear}`, digits);
}

function calendarDay(isoDate: string): CalendarDay {
  if (!isCalendarDate(isoDate)) throw new RangeError(`not a calendar date: ${JSON.stringify(isoDate)}`);
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number]; // checked above
  return { year, month, day };
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const monthName = (months: readonly string[], month: number): string => months[month - 1] ?? '';
const inDigits = (text: string, digits: DigitStyle): string => (digits === 'thai' ? thaiDigits(text) : text);
