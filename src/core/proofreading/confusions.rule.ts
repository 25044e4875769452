import { CONFUSIONS } from './data/confusions.js';
import type { ProofContext } from './proof-context.js';
import { tightSpan, type Rule } from './rule.js';

/** ใด read as ไต, ใช้ as ไช้: short words that only their neighbours can tell. */
export const confusionsRule: Rule = {
  id: 'word.look-alike',
  severity: 'W',
  title: { th: 'อักษรคล้ายกันทำให้คำผิด', en: 'Look-alike letter in a short word' },
  source: 'Issue (dictionary-based search for near misses)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) =>
      CONFUSIONS.flatMap(({ pattern, right }) =>
        [...passage.tight.text.matchAll(pattern)].map((match) => ({
          ...tightSpan(passage, match.index, match.index + match[0].length),
          message: { th: `น่าจะเป็น “${right}”`, en: `Probably "${right}"` },
          suggestion: right,
        })),
      ),
    ),
};
