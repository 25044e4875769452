export type DigitStyle = 'thai' | 'arabic';

const THAI_ZERO = '๐'.charCodeAt(0);
/** A run that may be an address, a code or a version; it keeps its digits as soon as it holds a Latin letter. */
const LATIN_RUN = /[A-Za-z0-9@:/._\-#?=&%+~]+/g;

/** 2568 or "2568" -> "๒๕๖๘"; everything that is not an Arabic digit stays. */
export function thaiDigits(value: number | string): string {
  return String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));
}

/** "๒๕๖๘" -> "2568"; everything that is not a Thai digit stays. */
export function arabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}

/**
 * Text with the digits an official paper prints (DOMAIN 2.2: Thai throughout).
 * Addresses and codes keep Arabic digits: https://…, saraban@…, O27, COVID-19.
 */
export function printedDigits(text: string, style: DigitStyle): string {
  if (style === 'arabic') return arabicDigits(text);
  return text.replace(LATIN_RUN, (run) => (/[A-Za-z]/.test(run) ? run : thaiDigits(run)));
}
