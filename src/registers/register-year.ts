import { fiscalYearOf } from '../core/ita/fiscal-year.js';
import { addDays } from '../core/time/calendar-days.js';

/** Whether a register begins anew on 1 October or on 1 January. */
export type YearKind = 'fiscal' | 'calendar';
export const YEAR_KINDS: readonly YearKind[] = ['calendar', 'fiscal'];

/** Registers of official papers begin anew on 1 January, until an agency decides otherwise. */
const USUAL_YEARS: YearKind = 'calendar';

/** The year of one kind that a day belongs to, in the Buddhist era. @param day YYYY-MM-DD, Gregorian */
export const registerYear = (yearKind: YearKind, day: string): number =>
  yearKind === 'fiscal' ? fiscalYearOf(day) : Number(day.slice(0, 4)) + 543;

/** An agency's word that a register counts by this kind of year from a day on; of two that count on a day, the later. */
export interface YearsDecision {
  /** YYYY-MM-DD. */
  readonly startsOn: string;
  readonly yearKind: YearKind;
}

/** @param decisions earliest first */
export const kindOn = (decisions: readonly YearsDecision[], day: string): YearKind =>
  decisions.findLast(({ startsOn }) => startsOn <= day)?.yearKind ?? USUAL_YEARS;

/** The year that stands behind a number drawn on a day, in the Buddhist era. */
export const yearOn = (decisions: readonly YearsDecision[], day: string): number =>
  registerYear(kindOn(decisions, day), day);

/** What was decided and counts only later; null when nothing is ahead. */
export function decisionAhead(decisions: readonly YearsDecision[], today: string): YearsDecision | null {
  const last = decisions.at(-1);
  return last && last.startsOn > today ? last : null;
}

/** First and last day of a year of the register, YYYY-MM-DD. A year in which the kind changes is shorter or longer. */
export function spanOf(
  decisions: readonly YearsDecision[],
  year: number,
): { readonly startsOn: string; readonly endsOn: string } {
  const gregorian = year - 543;
  const turns = [gregorian - 1, gregorian, gregorian + 1].flatMap((each) => [`${each}-01-01`, `${each}-10-01`]);
  const edges = [...new Set([...turns, ...decisions.map(({ startsOn }) => startsOn)])].sort();
  const startsOn = edges.find((day) => yearOn(decisions, day) === year);
  const next = edges.find((day) => startsOn !== undefined && day > startsOn && yearOn(decisions, day) !== year);
  if (startsOn === undefined || next === undefined) throw new Error(`no day belongs to the register's year ${year}`);
  return { startsOn, endsOn: addDays(next, -1) };
}

/**
 * The first day from which a register may count by another kind of year without doubling a number or leaving one out: a
 * day that both kinds put into the same year, so that the running year only ends on another day. While nothing was drawn
 * in the running year, it never began: the change then counts from its first day.
 * @returns YYYY-MM-DD
 */
export function startOfChange(
  decisions: readonly YearsDecision[],
  yearKind: YearKind,
  { today, isRunningYearEmpty }: { readonly today: string; readonly isRunningYearEmpty: boolean },
): string {
  const running = yearOn(decisions, today);
  if (registerYear(yearKind, today) === running) return today;
  if (isRunningYearEmpty) return spanOf(decisions, running).startsOn;
  return `${Number(today.slice(0, 4)) + 1}-01-01`;
}
