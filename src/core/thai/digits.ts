export type DigitStyle = 'thai' | 'arabic';

const THAI_ZERO = '๐'.charCodeAt(0);
const LATIN = '[A-Za-z0-9@:/._\\-#?=&%+~]';
/** An address of the web; Thai words in its path go on to its end, Thai words glued to its end do not belong to it. */
const ADDRESS = `https?://${LATIN}+(?:(?<=[/=_\\-?&#+])[ก-๛][^\\s()"“”<>]*)?`;
/** "1.QR Code", "2.https://…": the number of a list, typed without a space. */
const LIST_NUMBER = '(?<=^|[\\s(])[0-9]{1,2}\\.(?=[A-Z]|https?://)';
/** What else is a run of Latin may be a mail address, a code or a version. */
const FOR_THAI = new RegExp(`(${LIST_NUMBER})|${LATIN}*?${ADDRESS}|${LATIN}+`, 'g');
const FOR_ARABIC = new RegExp(`${ADDRESS}|[๐-๙]`, 'g');

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
  if (style === 'arabic') return text.replace(FOR_ARABIC, (run) => (run.length === 1 ? arabicDigits(run) : run));
  return text.replace(FOR_THAI, (run, listNumber: string | undefined) =>
    listNumber === undefined && /[A-Za-z]/.test(run) ? run : thaiDigits(run),
  );
}
