import { INDICATORS } from '../../src/core/ita/indicators.js';

/** "ตัวชี้วัดที่ 2 การใช้งบประมาณ". */
export function indicatorPhrase(number: number): string {
  const name = INDICATORS.find((indicator) => indicator.number === number)?.name ?? '';
  return `ตัวชี้วัดที่ ${number} ${name}`.trim();
}
