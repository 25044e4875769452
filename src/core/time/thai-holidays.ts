import { YEARS } from './data/holiday-years.js';
import { FIXED_HOLIDAYS } from './data/fixed-holidays.js';
import type { Holiday, HolidayChange } from './holiday.js';
import { addWorkingDays, isWorkingDay, type Holidays } from './working-days.js';

const BUDDHIST_ERA = 543;
const FIXED_SOURCE = 'วันหยุดราชการประจำปีที่ตรงวันเดิมทุกปี';
const SUBSTITUTE_SOURCE = 'หลักวันหยุดชดเชย: วันทำการถัดไปเมื่อวันหยุดตรงกับเสาร์หรืออาทิตย์';

/**
 * The national holidays of a calendar year, substitute days included, in order. A year without data has the holidays that
 * fall on the same day every year and nothing else: those after the moon are announced year by year.
 * @param year Buddhist era
 */
export function nationalHolidays(year: number): Holiday[] {
  const announced = YEARS[year] ?? [];
  const fixed = FIXED_HOLIDAYS.map(([monthDay, name]) => ({
    day: `${year - BUDDHIST_ERA}-${monthDay}`,
    name,
    verified: true,
    source: FIXED_SOURCE,
  }));
  const days = [...fixed, ...announced].sort((a, b) => a.day.localeCompare(b.day));
  return [...days, ...substitutes(days)].sort((a, b) => a.day.localeCompare(b.day));
}

/** Each holiday on a Saturday or Sunday gives the next working day that no other holiday has taken. */
function substitutes(days: readonly Holiday[]): Holiday[] {
  const taken = new Set([...days.map(({ day }) => day), nextNewYear(days)]);
  return days.flatMap(({ day, name, verified }) => {
    if (isWorkingDay(day, NO_HOLIDAYS) || skipsSubstitute(day, days)) return [];
    const instead = addWorkingDays(day, 1, taken);
    taken.add(instead);
    return [{ day: instead, name: `ชดเชย${name}`, verified, source: SUBSTITUTE_SOURCE }];
  });
}

const nextNewYear = (days: readonly Holiday[]): string => `${Number(days.at(-1)?.day.slice(0, 4)) + 1}-01-01`;

/** Two holidays in one weekend, or several days of one feast, give one substitute day: the first of them asks for it. */
const skipsSubstitute = (day: string, days: readonly Holiday[]): boolean =>
  days.some(
    (other) =>
      other.day < day &&
      !isWorkingDay(other.day, NO_HOLIDAYS) &&
      addWorkingDays(other.day, 1, NO_HOLIDAYS) === addWorkingDays(day, 1, NO_HOLIDAYS),
  );

const NO_HOLIDAYS: Holidays = new Set();

/** An agency's holidays over some years (Buddhist era): the national ones with the agency's own changes. */
export function holidaysOfAgency(years: readonly number[], changes: readonly HolidayChange[]): Holidays {
  const days = new Set(years.flatMap((year) => nationalHolidays(year).map(({ day }) => day)));
  for (const { day, isHoliday } of changes) {
    if (isHoliday) days.add(day);
    else days.delete(day);
  }
  return days;
}
