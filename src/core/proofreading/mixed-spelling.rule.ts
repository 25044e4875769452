import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { looseSpan, type Rule, type Sighting } from './rule.js';

/** Foreign words that documents of this kind write in more than one way. */
const WORDS = [/\be-?\s?service\b/gi, /\bline(?!\w)(?=\s|,|\/|:|กลุ่ม|$)/gi, /\bface\s?book\b/gi, /\bQR\s?-?code\b/gi];

interface Spelling {
  readonly passage: Passage;
  readonly from: number;
  readonly written: string;
}

/** One spelling throughout a document: the one used most, the first among equals. */
export const mixedSpellingRule: Rule = {
  id: 'term.mixed',
  severity: 'I',
  title: { th: 'เขียนคำเดียวกันไม่เหมือนกัน', en: 'One word in several spellings' },
  source: 'DOMAIN 5.4 (terminology)',
  check: ({ passages }: ProofContext) =>
    WORDS.flatMap((word) => minority(passages.flatMap((passage) => spellings(passage, word)))),
};

const spellings = (passage: Passage, word: RegExp): Spelling[] =>
  [...passage.loose.text.matchAll(word)].map((match) => ({ passage, from: match.index, written: match[0] }));

function minority(found: readonly Spelling[]): Sighting[] {
  const counts = new Map<string, number>();
  for (const { written } of found) counts.set(written, (counts.get(written) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [usual = ''] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  return found
    .filter(({ written }) => written !== usual)
    .map(({ passage, from, written }) => ({
      ...looseSpan(passage, from, from + written.length),
      message: { th: `ที่อื่นในเอกสารเขียนว่า “${usual}”`, en: `Elsewhere it is written "${usual}"` },
      suggestion: usual,
    }));
}
