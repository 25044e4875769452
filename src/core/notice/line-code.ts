/** Capitals and digits that nobody takes for one another: no I, L, O, U, 0 or 1. */
export const LINE_CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const LINE_CODE_LENGTH = 8;

/** Six to ten letters and digits: what somebody types who means a code, perhaps with a slip. */
const MEANT_AS_CODE = /^[A-Z0-9]{6,10}$/;

/**
 * The code in a message to the LINE account, without the blanks and hyphens people type; null for any other talk. A code with a
 * slip is read too, so that its sender hears that it is wrong.
 */
export function lineCodeIn(text: string): string | null {
  const typed = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return MEANT_AS_CODE.test(typed) ? typed : null;
}

/** "ABCD-2345", as it is shown. */
export const shownLineCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
