import { thaiShortDate } from '../../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';

export type YearKindName = 'calendar' | 'fiscal';

/** Whether numbers begin anew in January or in October. */
export const YEAR_KIND_LABELS: Readonly<Record<YearKindName, string>> = {
  calendar: 'ปีปฏิทิน',
  fiscal: 'ปีงบประมาณ',
};

/** By its name in the log; null for anything else. */
export const yearKindLabel = (name: string): string | null =>
  Object.entries(YEAR_KIND_LABELS).find(([kind]) => kind === name)?.[1] ?? null;

/** "ปีงบประมาณ เริ่มเลขที่ 1 ใหม่ทุกวันที่ 1 ตุลาคม" in the agency's digits. */
export const yearKindText = (kind: YearKindName, digits: DigitStyle): string =>
  printedDigits(`${YEAR_KIND_LABELS[kind]} เริ่มเลขที่ 1 ใหม่ทุกวันที่ 1 ${kind === 'fiscal' ? 'ตุลาคม' : 'มกราคม'}`, digits);

/** "1 ม.ค. 2569 ถึง 30 ก.ย. 2569". @param span days as YYYY-MM-DD */
export const spanText = (
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  digits: DigitStyle,
): string => `${thaiShortDate(startsOn, digits)} ถึง ${thaiShortDate(endsOn, digits)}`;
