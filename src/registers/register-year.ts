import { fiscalYearOf } from '../core/ita/fiscal-year.js';

/** Whether a register begins anew on 1 October or on 1 January. */
export type YearKind = 'fiscal' | 'calendar';

/** The register's year a day belongs to, in the Buddhist era. @param day YYYY-MM-DD, Gregorian */
export const registerYear = (yearKind: YearKind, day: string): number =>
  yearKind === 'fiscal' ? fiscalYearOf(day) : Number(day.slice(0, 4)) + 543;
