import { arabicDigits } from '../../core/thai/digits.js';
import type { PlanField } from '../../core/thai/plan-words.js';
import type { MeasureCells } from './measure-cells.js';

const O_CODE = /(?<![A-Za-z0-9๐-๙])[Oo]([0-9๐-๙]{1,2})(?![0-9๐-๙])/g;
/** A zero where the letter O belongs, "0๒๐" or "๐๒๐"; not a time, a date, a telephone number or a decimal. */
const ZERO_CODE = /(?<![0-9๐-๙.]|[0-9๐-๙],)(?:0([๑-๙][๐-๙]?)|[0๐]([1-9๑-๙][0-9๐-๙]))(?![0-9๐-๙.:/-]|,[0-9๐-๙])/g;
const PLANNED: readonly PlanField[] = ['title', 'indicator', 'methods', 'monitoring'];

/**
 * O-codes of a measure. A column of codes decides; without one they are found in the plan. Results may speak of codes of other
 * years, which are other codes. (DOMAIN 1.1)
 */
export function readOCodes(cells: MeasureCells): string[] {
  const fields: readonly PlanField[] = cells.has('oCodes') ? ['oCodes'] : PLANNED;
  for (const field of [...PLANNED, 'oCodes', 'results', 'outcomes'] as const) {
    for (const [quote, mixed, digits = mixed ?? ''] of cells.text(field).matchAll(ZERO_CODE)) {
      cells.doubt('import.code-glyph', 'W', field, quote, { suggestion: code(digits) });
    }
  }
  return [...new Set(fields.flatMap((field) => oCodesIn(cells.text(field))))];
}

export const oCodesIn = (text: string): string[] => [...text.matchAll(O_CODE)].map(([, digits = '']) => code(digits));

const code = (digits: string): string => `O${Number(arabicDigits(digits))}`;
