import { addDays, weekdayOf } from './calendar-days.js';

/** What an agency's calendar must tell: the holidays besides Saturdays and Sundays, YYYY-MM-DD. */
export type Holidays = ReadonlySet<string>;

/** @param day YYYY-MM-DD */
export const isWorkingDay = (day: string, holidays: Holidays): boolean =>
  weekdayOf(day) % 6 !== 0 && !holidays.has(day);

/**
 * The nth working day after a day, or before it when n is negative; 0 gives the day itself, or the next working day.
 * The day counted from is never counted: one working day after a Friday, or after the Saturday, is the Monday.
 */
export function addWorkingDays(day: string, count: number, holidays: Holidays): string {
  if (count === 0) return isWorkingDay(day, holidays) ? day : addWorkingDays(day, 1, holidays);
  const direction = Math.sign(count);
  let reached = day;
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, direction);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysAfter(from: string, to: string, holidays: Holidays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}

export interface Span {
  readonly name: string;
  /** Working days it takes. */
  readonly days: number;
}

export interface PlannedSpan extends Span {
  /** The last day on which it may begin, so that everything after it still fits. */
  readonly startsOn: string;
  readonly dueOn: string;
}

/** Lays work out backwards from the day on which the last of it must be done; every due day is a working day. */
export function planBackwards(endsOn: string, spans: readonly Span[], holidays: Holidays): PlannedSpan[] {
  const planned: PlannedSpan[] = [];
  let dueOn = isWorkingDay(endsOn, holidays) ? endsOn : addWorkingDays(endsOn, -1, holidays);
  for (const span of [...spans].reverse()) {
    const startsOn = span.days > 0 ? addWorkingDays(dueOn, -span.days, holidays) : dueOn;
    planned.unshift({ ...span, startsOn, dueOn });
    dueOn = startsOn;
  }
  return planned;
}
