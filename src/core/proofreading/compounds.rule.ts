import type { ProofContext } from './proof-context.js';
import { tightSpan, type Rule } from './rule.js';
import { BROKEN_COMPOUNDS } from './data/broken-compounds.js';

/** The second half of a compound without its first: a syllable or word was lost in typing or scanning. */
export const compoundsRule: Rule = {
  id: 'word.missing-part',
  severity: 'W',
  title: { th: 'คำประสมขาดส่วนหน้า', en: 'Part of a compound word is missing' },
  source: 'DOMAIN 5.1 (000-14, 000-17)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) =>
      BROKEN_COMPOUNDS.flatMap(({ pattern, right }) =>
        [...passage.tight.text.matchAll(pattern)].map((match) => ({
          ...tightSpan(passage, match.index, match.index + match[0].length),
          message: { th: `คำไม่ครบ น่าจะเป็น “${right}”`, en: `Incomplete word, probably "${right}"` },
          suggestion: right,
        })),
      ),
    ),
};
