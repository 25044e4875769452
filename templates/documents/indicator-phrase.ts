import { INDICATORS } from '../../src/core/ita/indicators.js';
import type { JsonSchema } from '../../src/core/schema/json-schema.js';

/** Names of the indicators 1 to 10 as the frozen data carries them. */
export type IndicatorNames = readonly string[];

export const USUAL_INDICATOR_NAMES: IndicatorNames = INDICATORS.map(({ name }) => name);

export const indicatorNamesSchema: JsonSchema = {
  type: 'array',
  minItems: USUAL_INDICATOR_NAMES.length,
  maxItems: USUAL_INDICATOR_NAMES.length,
  items: { type: 'string', minLength: 1, maxLength: 500 },
  description: 'Names of the indicators 1 to 10 in this year; the usual ones when left out',
};

/** "ตัวชี้วัดที่ 2 การใช้งบประมาณ". */
export const indicatorPhrase = (number: number, names: IndicatorNames = USUAL_INDICATOR_NAMES): string =>
  `ตัวชี้วัดที่ ${number} ${names[number - 1] ?? ''}`.trim();
