import { holidayChanges } from '../calendar/holidays.queries.js';
import type { Holiday } from '../core/time/holiday.js';
import { nationalHolidays } from '../core/time/thai-holidays.js';
import { buddhistYear } from '../core/thai/dates.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** A day of the agency's calendar, for the page where it is edited. */
export interface ListedHoliday extends Holiday {
  /** False for a national holiday on which this agency opens. */
  readonly isHoliday: boolean;
  /** True where the agency said so itself. */
  readonly isOwn: boolean;
}

/** Every day of a calendar year (Buddhist era) that the national list or the agency names, in order. */
export async function holidaysOfYear(tx: Tx, organizationId: OrganizationId, year: number): Promise<ListedHoliday[]> {
  const changes = (await holidayChanges(tx, organizationId)).filter(({ day }) => buddhistYear(day) === year);
  const changed = new Set(changes.map(({ day }) => day));
  const national = [...new Map(nationalHolidays(year).map((holiday) => [holiday.day, holiday])).values()]
    .filter(({ day }) => !changed.has(day))
    .map((holiday) => ({ ...holiday, isHoliday: true, isOwn: false }));
  const own = changes.map((change) => ({ ...change, verified: true, source: '', isOwn: true }));
  return [...national, ...own].sort((a, b) => a.day.localeCompare(b.day));
}
