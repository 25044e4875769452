import { MONTHS } from './data/months.js';
import type { MappedText } from './mapped-text.js';

/** A date or month found in a text with spaces and Arabic digits. Years are Buddhist era; month 1 to 12, or what a date in digits says. */
export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  readonly day: number | null;
  readonly month: number;
  /** Null when the year is not written there. */
  readonly year: number | null;
  /** Written as a year of the Christian era. */
  readonly isChristian: boolean;
}

const pattern = (isShort: boolean): string =>
  [...MONTHS.keys()]
    .filter((name) => name.includes('.') === isShort)
    .map((name) => name.replaceAll('.', '\\.\\s?'))
    .join('|');
/** Short forms without full stops ("๓๐ พย. ๖๘"), which only a day before and a year behind make a date. */
const BARE_MONTHS = new Map(
  [...MONTHS].filter(([name]) => name.includes('.')).map(([name, month]) => [name.replaceAll('.', ''), month] as const),
);
/** A short form may follow a word only where that word announces a date; otherwise it is the tail of another abbreviation. */
const MONTH = `${pattern(false)}|(?:(?<=เดือน|ที่|ณ|ถึง)|(?<![\\u0E01-\\u0E2E.]))(?:${pattern(true)})`;
const YEAR = '(?:\\s?(?:พ\\.\\s?ศ\\.|ค\\.\\s?ศ\\.|ปี)?\\s?(\\d{4}|\\d{2})(?![\\d.]{0,8}\\d))?';
const DATE = new RegExp(`(?:(?<![\\d.])(\\d{1,2})\\s?(?:เดือน\\s?)?)?(${MONTH})${YEAR}`, 'g');
const BARE = new RegExp(
  `(?:(?<![\\d.])(\\d{1,2})\\s?|(?<![\\u0E01-\\u0E4E.]))(${[...BARE_MONTHS.keys()].join('|')})\\.?\\s?(25\\d\\d|[5-9]\\d)(?![\\d./])`,
  'g',
);
const NUMERIC = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g;
/** "30-11-2568", "30.11.2568", "30/11/68": dates only where day and month can be ones. */
const OTHER_NUMERIC =
  /(?<![\d/.-])(0?[1-9]|[12]\d|3[01])(?:([-.])(0?[1-9]|1[0-2])\2(25\d\d)|\/(0?[1-9]|1[0-2])\/([5-9]\d))(?![\d/-])/g;

const known = new WeakMap<MappedText, readonly WrittenDate[]>();

/** Every date or month in the text, from left to right. Several rules ask for the same text; it is read once. */
export function writtenDates(loose: MappedText): readonly WrittenDate[] {
  const found = known.get(loose) ?? datesIn(loose.text);
  known.set(loose, found);
  return found;
}

/** Every date or month in a text with spaces and Arabic digits. */
export function datesIn(loose: string): WrittenDate[] {
  if (!/\d/.test(loose)) return [];
  const named = [...loose.matchAll(DATE)].map((match) => {
    const month = MONTHS.get((match[2] ?? '').replace(/\s/g, '')) ?? 0;
    return { ...spanOf(match), day: match[1] ? Number(match[1]) : null, month, ...yearOf(match[3]) };
  });
  const bare = [...loose.matchAll(BARE)].map((match) => ({
    ...spanOf(match),
    day: match[1] ? Number(match[1]) : null,
    month: BARE_MONTHS.get(match[2] ?? '') ?? 0,
    ...yearOf(match[3]),
  }));
  const otherNumeric = [...loose.matchAll(OTHER_NUMERIC)].map((match) => ({
    ...spanOf(match),
    day: Number(match[1]),
    month: Number(match[3] ?? match[5]),
    ...yearOf(match[4] ?? match[6]),
  }));
  const numeric = [...loose.matchAll(NUMERIC)].map((match) => ({
    ...spanOf(match),
    day: Number(match[1]),
    month: Number(match[2]),
    ...yearOf(match[3]),
  }));
  return [...named, ...bare, ...numeric, ...otherNumeric].sort((one, other) => one.from - other.from);
}

const spanOf = (match: RegExpExecArray): { from: number; to: number } => ({
  from: match.index,
  to: match.index + match[0].trimEnd().length,
});

function yearOf(digits: string | undefined): { year: number | null; isChristian: boolean } {
  if (!digits) return { year: null, isChristian: false };
  const value = Number(digits);
  if (digits.length === 2) return { year: 2500 + value, isChristian: false };
  return value >= 1900 && value < 2100 ? { year: value + 543, isChristian: true } : { year: value, isChristian: false };
}

/** Fiscal year n runs from 1 October n-1 to 30 September n. */
export const fiscalYearOfMonth = (month: number, year: number): number => (month >= 10 ? year + 1 : year);

/** Days of a month of a Buddhist year. */
export function daysInMonth(month: number, year: number): number {
  if (month === 2) return isLeapYear(year - 543) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const isLeapYear = (christianYear: number): boolean =>
  christianYear % 4 === 0 && (christianYear % 100 !== 0 || christianYear % 400 === 0);

/** Days since 1 March of the year 0 of the Gregorian calendar; only differences and the weekday mean anything. */
function dayCount(day: number, month: number, year: number): number {
  const shifted = (month + 9) % 12;
  const christianYear = year - 543 - Math.floor(shifted / 10);
  const leapDays = Math.floor(christianYear / 4) - Math.floor(christianYear / 100) + Math.floor(christianYear / 400);
  return 365 * christianYear + leapDays + Math.floor((shifted * 306 + 5) / 10) + day - 1;
}

/** 0 is Sunday. 1 March of the year 0 was a Wednesday. */
export const weekdayOf = (day: number, month: number, year: number): number => (dayCount(day, month, year) + 3) % 7;

/** Orders dates: a month counts as its first or its last day. */
export const dayOf = (date: WrittenDate, year: number, edge: 'first' | 'last'): number =>
  dayCount(date.day ?? (edge === 'first' ? 1 : daysInMonth(date.month, year)), date.month, year);
