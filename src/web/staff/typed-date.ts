import { NO_DATE, type TypedDate } from '../../../templates/web/components/date-field.js';
import { isCalendarDate } from '../../core/thai/dates.js';
import { arabicDigits } from '../../core/thai/digits.js';

const BUDDHIST_ERA = 543;

/** Gregorian YYYY-MM-DD of a typed Buddhist date; null when nothing was typed, undefined when it is no date. */
export function isoFromTyped({ day, month, year }: TypedDate): string | null | undefined {
  if (day === '' && month === '' && year === '') return null;
  const number = (part: string): number => Number(arabicDigits(part));
  const padded = (value: number, length: number): string => String(value).padStart(length, '0');
  const iso = `${padded(number(year) - BUDDHIST_ERA, 4)}-${padded(number(month), 2)}-${padded(number(day), 2)}`;
  return isCalendarDate(iso) ? iso : undefined;
}

type DateIn<Name extends string> = Readonly<Record<`${Name}.day` | `${Name}.month` | `${Name}.year`, string>>;

/** A date as a form sends it, in three fields of one name. */
export const typedIn = <Name extends string>(form: DateIn<Name>, name: Name): TypedDate => ({
  day: form[`${name}.day`],
  month: form[`${name}.month`],
  year: form[`${name}.year`],
});

/** The three parts of a calendar date as they stand in a form. */
export function typedFromIso(iso: string | null): TypedDate {
  if (iso === null) return NO_DATE;
  const [year, month, day] = iso.split('-').map(Number);
  return { day: String(day), month: String(month), year: String(Number(year) + BUDDHIST_ERA) };
}
