import { TERMS } from './data/terms.js';
import type { ProofContext } from './proof-context.js';
import { looseSpan, tightSpan, type Rule } from './rule.js';

/** Official terms in forms that are not the official ones. */
export const termsRule: Rule = {
  id: 'term.official',
  severity: 'W',
  title: { th: 'ใช้ชื่อหรือคำไม่ตรงกับคำทางการ', en: 'Not the official term' },
  source: 'DOMAIN 5.4 (terminology)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) =>
      TERMS.flatMap(({ pattern, on, right, severity, message }) => {
        const text = on === 'tight' ? passage.tight.text : passage.loose.text;
        return [...text.matchAll(pattern)].map((match) => {
          const span = on === 'tight' ? tightSpan : looseSpan;
          return {
            ...span(passage, match.index, match.index + match[0].length),
            severity,
            message,
            suggestion: typeof right === 'string' ? right : right(match[0]),
          };
        });
      }),
    ),
};
