import { createHmac, randomInt } from 'node:crypto';
import { LINE_CODE_LENGTH, LINE_CODE_LETTERS } from '../core/notice/line-code.js';

/** Eight of thirty letters, 39 bits: enough for ten minutes and five tries an hour. */
export const newLineCode = (): string =>
  Array.from({ length: LINE_CODE_LENGTH }, () => LINE_CODE_LETTERS[randomInt(LINE_CODE_LETTERS.length)]).join('');

/** What is kept of a code. Keyed, because all codes could be tried against a plain hash. @param secret of the LINE channel */
export const lineCodeHash = (code: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`line code ${code}`).digest();
