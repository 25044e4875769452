import { THAI_MONTHS, THAI_MONTHS_SHORT } from './dates.js';
import { arabicDigits } from './digits.js';

const MONTH = [...THAI_MONTHS, ...THAI_MONTHS_SHORT].map((name) => name.replaceAll('.', '\\.\\s?')).join('|');
const DATE = new RegExp(
  `\\d{1,2}\\s?(?:${MONTH})|(?:${MONTH})\\s?(?:พ\\.\\s?ศ\\.\\s?)?\\d{2,4}|\\d{1,2}/\\d{1,2}/\\d{2,4}`,
);

/** Whether a text names a day or a month of a year, in words or numbers, Thai or Arabic digits. */
export const mentionsDate = (text: string): boolean => DATE.test(arabicDigits(text));
