import { thaiShortDate } from '../../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';

/** Thailand keeps UTC+7 the whole year. */
const BANGKOK_MS = 7 * 3_600_000;

const inBangkok = (instant: Date): string => new Date(instant.getTime() + BANGKOK_MS).toISOString();

/** "14 ม.ค. 2568 10:10 น." in the agency's digits. */
export function momentText(instant: Date, digits: DigitStyle): string {
  const local = inBangkok(instant);
  return `${thaiShortDate(local.slice(0, 10), digits)} ${printedDigits(local.slice(11, 16), digits)} น.`;
}

/** "14 ม.ค. 2568". */
export const dayText = (instant: Date, digits: DigitStyle): string =>
  thaiShortDate(inBangkok(instant).slice(0, 10), digits);

/** "412 KB", "2.4 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** "พ.ศ. 2568" in the agency's digits. */
export const fiscalYearLabel = (year: number, digits: DigitStyle): string =>
  `พ.ศ. ${printedDigits(String(year), digits)}`;

interface DueDay {
  /** YYYY-MM-DD */
  readonly dueOn: string;
  /** Working days. */
  readonly daysLeft: number;
  readonly daysLate: number;
}

/** "เกินกำหนด 2 วันทำการ", "ครบกำหนดวันนี้", "20 ม.ค. 2568 (อีก 3 วันทำการ)". */
export function dueText({ dueOn, daysLeft, daysLate }: DueDay, digits: DigitStyle): string {
  if (daysLate > 0) return printedDigits(`เกินกำหนด ${daysLate} วันทำการ`, digits);
  if (daysLeft === 0) return 'ครบกำหนดวันนี้';
  return `${thaiShortDate(dueOn, digits)} (${printedDigits(`อีก ${daysLeft} วันทำการ`, digits)})`;
}
