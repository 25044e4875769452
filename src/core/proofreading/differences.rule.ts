import { contraryOf, isRise, MOVES, MOVES_FROM } from './movement-words.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';
import { NUMBER, scorePairs, type ScorePair } from './score-pairs.js';

/** The number behind "ซึ่งได้" is the score before, not the difference. */
const NOT_THE_SCORE_BEFORE = '(?![^\\d]{0,30}(?:25\\d\\d)?[^\\d]{0,8}(?:ซึ่ง|ที่)(?:ได้|มี))';
const STATED = new RegExp(
  `(${MOVES}|(?:แตก)?ต่างกัน|ผลต่าง)${NOT_THE_SCORE_BEFORE}(?:[^\\d]{0,16}ปี(?:งบประมาณ)?(?:พ\\.ศ\\.)?25\\d\\d)?[^\\d]{0,16}?${NUMBER}(?:คะแนน|%|(?![\\d.]))`,
  'g',
);
/** "(+7.00)" behind the pair it belongs to. */
const SIGNED = new RegExp(`\\(?([+-])${NUMBER}(?:คะแนน)?\\)?`, 'y');
/** "… ซึ่งเพิ่มขึ้น": a direction without a number, of the scores themselves. */
const BARE = new RegExp(`(?:คะแนน|ซึ่ง|มี|ถือว่า|แนวโน้ม|ผล|โดย|นับว่า){0,4}(${MOVES})(?![^\\d]{0,24}\\d)`, 'y');
/** "ได้ 92.50 คะแนน เพิ่มขึ้นจากปี 2566 ที่ได้ 89.50 คะแนน จำนวน 3.00 คะแนน" */
const RISEN = new RegExp(
  `${NUMBER}(?:คะแนน[^\\d]{0,40}?|(?=${MOVES}))(${MOVES})(?:จาก|กว่า)?(?:[^\\d]{0,30}25\\d\\d)?[^\\d]{0,24}?${NUMBER}(?:คะแนน)?[^\\d]{0,16}?(?:จำนวน|เท่ากับ|คิดเป็น|อยู่|ถึง)[^\\d]{0,8}${NUMBER}(?:คะแนน|%|(?![\\d.]))`,
  'g',
);
/** "เพิ่มขึ้นจาก 80.50 เป็น 75.25": the word and the numbers in one breath. */
const MOVED = new RegExp(
  `(${MOVES_FROM})จาก(?:เดิม|ปีก่อน|ปี(?:งบประมาณ)?(?:พ\\.ศ\\.)?25\\d\\d)?[^\\d]{0,24}${NUMBER}(?![\\d.,])[^\\d]{0,16}(?:(?<!คิด)เป็น|เหลือ)[^\\d]{0,16}${NUMBER}(?![\\d.,])`,
  'g',
);
const REACH = 160;
const ROUNDING = 0.011;

/** A stated difference equals the two stated scores, and its direction is theirs. */
export const differencesRule: Rule = {
  id: 'number.difference',
  severity: 'E',
  title: { th: 'ผลต่างของคะแนนไม่ถูกต้อง', en: 'Stated difference does not follow from the scores' },
  source: 'DOMAIN 5.4 (arithmetic of differences)',
  check: ({ passages }: ProofContext) =>
    passages
      .filter(({ tight }) => /\d[^\d]/.test(tight.text))
      .flatMap((passage) => [...wrongDifferences(passage), ...wrongMoves(passage), ...wrongRises(passage)]),
};

function wrongMoves(passage: Passage): Sighting[] {
  return [...passage.tight.text.matchAll(MOVED)].flatMap((match) => {
    const [written, word = '', earlier = '', later = ''] = match;
    const change = Number(later) - Number(earlier);
    if (isRise(word) ? change >= 0 : change <= 0) return [];
    const right = contraryOf(word);
    const message = {
      th: `ตัวเลขเปลี่ยนจาก ${earlier} เป็น ${later} จึงต้องเป็น “${right}”`,
      en: `The number went from ${earlier} to ${later}: the word of direction is wrong`,
    };
    const span = tightSpan(passage, match.index, match.index + written.length);
    const repair = otherWord(word, right);
    return [{ ...span, message, suggestion: (quote) => repair(quote)?.replace('เหลือ', 'เป็น') ?? null }];
  });
}

/** Score, word, score before and difference in one sentence; judged as if the difference stood behind its word. */
const wrongRises = (passage: Passage): Sighting[] =>
  [...passage.tight.text.matchAll(RISEN)].flatMap((match) => {
    const [written, later, word = '', earlier, difference = ''] = match;
    const from = written.indexOf(word);
    const stated = { text: written.slice(from), index: match.index + from, word, number: Number(difference) };
    return judge(passage, stated, { earlier: Number(earlier), later: Number(later), end: 0 });
  });

function wrongDifferences(passage: Passage): Sighting[] {
  const text = passage.tight.text;
  const pairs = scorePairs(text);
  if (pairs.length === 0) return [];
  const lastEnding = lastPairByEnd(pairs, text.length);
  const stated = [...text.matchAll(STATED)].flatMap((match) => {
    const near = lastEnding.subarray(Math.max(0, match.index - REACH + 1), match.index + 1);
    const pair = pairs[Math.max(-1, ...near)];
    const [written, word = '', number] = match;
    return pair ? judge(passage, { text: written, index: match.index, word, number: Number(number) }, pair) : [];
  });
  return [...stated, ...pairs.flatMap((pair) => behind(passage, pair))];
}

/** What stands right behind a pair: a signed difference, or a direction without number. */
function behind(passage: Passage, pair: ScorePair): Sighting[] {
  const text = passage.tight.text;
  SIGNED.lastIndex = pair.end + (text.startsWith('คะแนน', pair.end) ? 'คะแนน'.length : 0);
  const signed = SIGNED.exec(text);
  if (signed) {
    const word = signed[1] === '+' ? 'เพิ่มขึ้น' : 'ลดลง';
    return judge(passage, { text: signed[0], index: signed.index, word, number: Number(signed[2]) }, pair);
  }
  BARE.lastIndex = pair.end;
  const bare = BARE.exec(text);
  if (!bare) return [];
  const number = Math.abs(pair.later - pair.earlier);
  return judge(passage, { text: bare[0], index: bare.index, word: bare[1] ?? '', number }, pair);
}

/** By offset: the last of the pairs that end there, -1 where none does. */
function lastPairByEnd(pairs: readonly ScorePair[], length: number): Int32Array {
  const last = new Int32Array(length + 1).fill(-1);
  pairs.forEach(({ end }, index) => (last[end] = index));
  return last;
}

const LAST_NUMBER = /[\d๐-๙]+(?:\.[\d๐-๙]+)?(?=[^\d๐-๙]*$)/;

/** Null where the word is torn apart by a space. */
const otherWord =
  (word: string, right: string) =>
  (quote: string): string | null =>
    quote.includes(word) ? quote.replace(word, right) : null;

/** A difference as it is written: the whole phrase and where it stands, its word of direction, its number. */
interface Stated {
  readonly text: string;
  readonly index: number;
  readonly word: string;
  readonly number: number;
}

function judge(passage: Passage, stated: Stated, { earlier, later }: ScorePair): Sighting[] {
  const difference = Math.abs(later - earlier);
  const span = tightSpan(passage, stated.index, stated.index + stated.text.length);
  const result = difference.toFixed(2);
  if (Math.abs(difference - stated.number) > ROUNDING) {
    const message = {
      th: `${later.toFixed(2)} กับ ${earlier.toFixed(2)} ต่างกัน ${result} ไม่ใช่ ${stated.number.toFixed(2)}`,
      en: `${later.toFixed(2)} and ${earlier.toFixed(2)} differ by ${result}, not by ${stated.number.toFixed(2)}`,
    };
    return [{ ...span, message, suggestion: (quote) => quote.replace(LAST_NUMBER, result) }];
  }
  if (difference <= ROUNDING || /ต่าง/.test(stated.word) || isRise(stated.word) === later > earlier) return [];
  const right = contraryOf(stated.word);
  const message = {
    th: `คะแนนเปลี่ยนจาก ${earlier.toFixed(2)} เป็น ${later.toFixed(2)} จึงต้องเป็น “${right}”`,
    en: `The score went from ${earlier.toFixed(2)} to ${later.toFixed(2)}: the word of direction is wrong`,
  };
  return [{ ...span, message, suggestion: otherWord(stated.word, right) }];
}
