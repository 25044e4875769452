import { MAY_MEET, SHORT_WORDS } from './data/short-words.js';
import { spaceBefore } from './own-agency.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

/** A stretch of letters written twice, at once or with a comma or a prefix between. */
const TWICE = /([\u0E01-\u0E4E]{5,40}?)\1/g;
const NEARLY_TWICE = /([\u0E01-\u0E4E]{9,60}?)(?:,|และ|,?การ)\1/g;
const TWICE_LATIN = /\b([A-Za-z]{3,})\s\1\b/g;
/** "เจ้าหน้าที่ที่มีความเข้าใจ…มากขึ้น": the sentence has lost its verb to a relative ที่. */
const LOST_VERB = /(?:พนักงาน|บุคลากร)?เจ้าหน้าที่ที่มี(?=ความ(?:รู้|เข้าใจ|ตระหนัก|เชื่อมั่น)[^.]{0,160}(?:มากขึ้น|เพิ่มขึ้น|ดีขึ้น|ยิ่งขึ้น))/g;

/** Words written twice. Words that may meet at the seam of two others (หน้าที่ที่, มาตรการการ) are left alone. */
export const doubledWordsRule: Rule = {
  id: 'word.doubled',
  severity: 'W',
  title: { th: 'คำซ้ำ', en: 'Doubled word' },
  source: 'DOMAIN 5.4 (doubled words)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) => [
      ...found(passage, TWICE),
      ...found(passage, NEARLY_TWICE),
      ...found(passage, LOST_VERB),
      ...shortOnes(passage),
      ...latin(passage),
    ]),
};

function found(passage: Passage, pattern: RegExp): Sighting[] {
  return [...passage.tight.text.matchAll(pattern)]
    .filter((match) => !isList(passage, match))
    .filter(
      (match) =>
        !MAY_MEET.test(passage.tight.text.slice(Math.max(0, match.index - 8), match.index + match[0].length + 4)),
    )
    .map((match) => sighting(passage, match.index, match[0], match[1] ?? null));
}

const LONG = 12;

/** Two verbs of a list ("… ตรวจสอบ ตรวจสอบทาง …") stand apart; only a long stretch is a slip in spite of the space. */
function isList(passage: Passage, match: RegExpExecArray): boolean {
  const once = match[1] ?? '';
  return once.length < LONG && match[0].length === once.length * 2 && spaceBefore(passage, match.index + once.length);
}

function shortOnes(passage: Passage): Sighting[] {
  return [...passage.tight.text.matchAll(SHORT_WORDS)]
    .filter((match) => !isSeam(passage, match))
    .map((match) => sighting(passage, match.index, match[0], match[0].slice(match[0].length / 2)));
}

/** "คณะกรรมการ การค้นหา": syllables that begin and end words meet at a space. */
const isSeam = (passage: Passage, match: RegExpExecArray): boolean =>
  /^(?:การ|ความ|ที่)/.test(match[0]) && spaceBefore(passage, match.index + match[0].length / 2);

const latin = (passage: Passage): Sighting[] =>
  [...passage.loose.text.matchAll(TWICE_LATIN)].map((match) => ({
    passage,
    on: passage.loose,
    from: match.index,
    to: match.index + match[0].length,
    message: { th: 'คำซ้ำ', en: 'Written twice' },
    suggestion: match[1] ?? null,
  }));

function sighting(passage: Passage, from: number, written: string, once: string | null): Sighting {
  return {
    ...tightSpan(passage, from, from + written.length),
    message: { th: 'เขียนซ้ำหรือมีคำเกิน', en: 'Written twice, or a word too many' },
    suggestion: once,
  };
}
