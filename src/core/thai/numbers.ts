import { arabicDigits } from './digits.js';

/** Digits with thousands parted by commas or not at all, and decimals: "1,204", "1204", "85.5". */
const WRITTEN = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** Reads a number of 0 or more in Thai or Arabic digits: "๑,๒๐๔" -> 1204; null when it is none. */
export function readNumber(text: string): number | null {
  const written = arabicDigits(text).replace(/\s/g, '');
  return WRITTEN.test(written) ? Number(written.replaceAll(',', '')) : null;
}

/** Every decimal is written, never "1e-7". */
const PLAIN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });

/** 1204.5 -> "1,204.5"; Arabic digits. */
export const writtenNumber = (value: number): string => PLAIN.format(value);
