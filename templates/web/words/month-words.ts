import { THAI_MONTHS, thaiShortDate } from '../../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';

const BUDDHIST_ERA = 543;

/** "พฤศจิกายน 2569" of "2026-11", in the agency's digits. */
export function monthText(month: string, digits: DigitStyle): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${THAI_MONTHS[number - 1] ?? ''} ${printedDigits(String(year + BUDDHIST_ERA), digits)}`;
}

/** "3 ถึง 12 พ.ย. 2569", or the one day. Both days lie in one month. */
export const stretchText = (from: string, to: string, digits: DigitStyle): string =>
  from === to
    ? thaiShortDate(to, digits)
    : `${printedDigits(String(Number(from.slice(8))), digits)} ถึง ${thaiShortDate(to, digits)}`;
