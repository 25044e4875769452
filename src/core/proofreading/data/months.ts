import { THAI_MONTHS, THAI_MONTHS_SHORT } from '../../thai/dates.js';

/** Number of a month by its full name or official short form, without spaces. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [THAI_MONTHS, THAI_MONTHS_SHORT].flatMap((names) => names.map((name, index) => [name, index + 1] as const)),
);

/** Days of the week, Sunday first. */
export const WEEKDAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'] as const;
