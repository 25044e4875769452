import { randomInt } from 'node:crypto';

/** No letter or digit that is mistaken for another when it is read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

/** "k7qx-m2pa-…": sixteen of 31 letters, 79 bits, in groups that can be dictated. */
export const newOneTimeSecret = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');
