/** Fiscal year n of the Buddhist era runs from 1 October n-1 to 30 September n (DOMAIN, head). */
export interface FiscalYearSpan {
  /** YYYY-MM-DD, Gregorian. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** @param year Buddhist era */
export const fiscalYearSpan = (year: number): FiscalYearSpan => ({
  startsOn: `${year - 544}-10-01`,
  endsOn: `${year - 543}-09-30`,
});

/** @param date YYYY-MM-DD, Gregorian @param year Buddhist era */
export function isWithinFiscalYear(date: string, year: number): boolean {
  const { startsOn, endsOn } = fiscalYearSpan(year);
  return date >= startsOn && date <= endsOn;
}

/** @param date YYYY-MM-DD, Gregorian */
export function fiscalYearOf(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return year + 543 + (month >= 10 ? 1 : 0);
}
