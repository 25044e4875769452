import { addDays } from '../time/calendar-days.js';
import { lastDay, type ActingOrder } from './acting-order.js';

/** A calendar month, "YYYY-MM" (Gregorian), with its days in order. */
export interface Month {
  readonly name: string;
  readonly days: readonly string[];
}

/** @returns null for what is no month between 1900 and 2200 */
export function monthNamed(name: string): Month | null {
  const [, year] = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  if (year === undefined) return null;
  const first = `${name}-01`;
  const days = Array.from({ length: 31 }, (_none, index) => addDays(first, index));
  return { name, days: days.filter((day) => day.startsWith(name)) };
}

/** The month so many months later; negative numbers go back. */
export function monthsAfter({ name }: Pick<Month, 'name'>, count: number): string {
  const [year = 0, month = 0] = name.split('-').map(Number);
  const index = year * 12 + month - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The days of the month on which an order gives a right; null when there are none. */
export function daysWithin(
  order: Pick<ActingOrder, 'startsOn' | 'endsOn' | 'revokedOn'>,
  { days }: Month,
): { readonly from: string; readonly to: string } | null {
  const [first = '', end = ''] = [days[0], days.at(-1)];
  const from = order.startsOn > first ? order.startsOn : first;
  const last = lastDay(order);
  const to = last < end ? last : end;
  return from <= to ? { from, to } : null;
}
