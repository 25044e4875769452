import { arabicDigits } from '../thai/digits.js';

/** A question of a survey or an item of the public disclosure list: "i3", "e6", "O17". */
export interface FindingCode {
  readonly letter: 'i' | 'e' | 'O';
  readonly number: number;
}

/** Reads a code as people type it: "e๖", " I3 ", "o17". Null when it is none; the digit zero is no letter O. */
export function readFindingCode(written: string): FindingCode | null {
  const match = /^\s*([ieo])\s*([0-9]{1,2})\s*$/i.exec(arabicDigits(written));
  const number = Number(match?.[2] ?? 0);
  if (!match || number < 1) return null;
  const letter = match[1]?.toLowerCase();
  return { letter: letter === 'i' || letter === 'e' ? letter : 'O', number };
}

/** Printed form: "i3", "e6", "O17". */
export const formatFindingCode = ({ letter, number }: FindingCode): string => `${letter}${number}`;

const FIRST_YEAR_OF_THREES = 2567;
const PER_INDICATOR = 3;
const FIRST_EIT_INDICATOR = 6;

/**
 * The indicator a question usually belongs to: three questions each since FY2567 (DOMAIN 1.1, unverified; an officer may
 * say otherwise). Null for items of the disclosure list and for earlier years.
 */
export function usualIndicator({ letter, number }: FindingCode, fiscalYear: number): number | null {
  if (letter === 'O' || fiscalYear < FIRST_YEAR_OF_THREES) return null;
  const place = Math.ceil(number / PER_INDICATOR);
  const last = letter === 'i' ? FIRST_EIT_INDICATOR - 1 : PER_INDICATOR;
  if (place > last) return null;
  return letter === 'i' ? place : FIRST_EIT_INDICATOR - 1 + place;
}
