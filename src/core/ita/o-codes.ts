import { O_CODES_2566 } from './o-codes-2566.js';
import { O_CODES_2567 } from './o-codes-2567.js';
import { O_CODES_2568 } from './o-codes-2568.js';
import { O_CODES_2569 } from './o-codes-2569.js';

/** One item of the public disclosure list (OIT) of a fiscal year. Codes mean something only together with their year. */
export interface OCode {
  readonly number: number;
  /** Null when the title of this number is not known. */
  readonly title: string | null;
  /** False: DOMAIN marks it unverified; an agency may correct it. */
  readonly verified: boolean;
}

const LISTS: ReadonlyMap<number, readonly OCode[]> = new Map([
  [2566, O_CODES_2566],
  [2567, O_CODES_2567],
  [2568, O_CODES_2568],
  [2569, O_CODES_2569],
]);

/** The list of a fiscal year (Buddhist era); null when none is known. Source: DOMAIN 1.3. */
export const oCodesOf = (fiscalYear: number): readonly OCode[] | null => LISTS.get(fiscalYear) ?? null;

/** Printed form: Latin capital O and Arabic digits, never a zero or Thai ๐ in place of the letter. */
export const formatOCode = (number: number): string => `O${number}`;

/** Number of questions: IIT i1 to i15, EIT e1 to e9 since 2567 (unverified, DOMAIN 1.1). */
export const QUESTION_COUNT = { i: 15, e: 9 } as const;
