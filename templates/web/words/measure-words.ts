import { INDICATORS } from '../../../src/core/ita/indicators.js';
import { thaiDate } from '../../../src/core/thai/dates.js';
import type { DigitStyle } from '../../../src/core/thai/digits.js';

/** Printed when an officer gives dates and no words of their own. */
export const periodText = (startsOn: string | null, endsOn: string | null, digits: DigitStyle): string =>
  [startsOn, endsOn]
    .filter((date) => date !== null)
    .map((date) => thaiDate(date, digits))
    .join(' – ');

/** Printed when an officer ticks divisions and gives no words of their own. */
export const responsibleText = (everyDivision: boolean, names: readonly string[]): string =>
  everyDivision ? 'ทุกส่วนราชการ' : names.join(' / ');

/** "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ" */
export const indicatorText = (indicator: number): string =>
  `ตัวชี้วัดที่ ${indicator} ${INDICATORS[indicator - 1]?.name ?? ''}`;

export const indicatorChoices = (): { value: string; label: string }[] =>
  INDICATORS.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }));

export const DRAFT_WATERMARK = 'ร่าง';
