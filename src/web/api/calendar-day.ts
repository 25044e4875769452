import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isCalendarDate } from '../../core/thai/dates.js';

/** Years of records; a Buddhist year written by mistake lies beyond. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** A day that exists, YYYY-MM-DD, of the Gregorian calendar. */
export const IsCalendarDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isCalendarDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isCalendarDate(value) && isOfRecords(value),
        defaultMessage: () =>
          `$property must be an existing day, YYYY-MM-DD, with a Gregorian year from ${FIRST_YEAR} to ${LAST_YEAR}`,
      },
    },
    options,
  );

function isOfRecords(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
