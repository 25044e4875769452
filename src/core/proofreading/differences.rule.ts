import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

const NUMBER = '(\\d{1,3}(?:\\.\\d{1,2})?)';
const SCORE_OF_YEAR = new RegExp(
  `ปี(?:งบประมาณ)?(?:พ\\.ศ\\.)?(25\\d\\d)[^\\d]{0,28}?(?:คะแนน|ร้อยละ|เท่ากับ|ได้|คือ|อยู่ที่)[^\\d]{0,12}?${NUMBER}(?![\\d.,])(?!ครั้ง|คน|ราย|บาท|เรื่อง|โครงการ|ฉบับ|แห่ง|ระบบ|ช่องทาง|ข้อ)`,
  'g',
);
const FROM_TO = new RegExp(`จาก[^\\d]{0,24}${NUMBER}(?:คะแนน|%)?[^\\d]{0,16}เป็น[^\\d]{0,24}${NUMBER}(?:คะแนน|%)?`, 'g');
const STATED = new RegExp(
  `(เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง|น้อยลง)(?:[^\\d]{0,12}ปี(?:พ\\.ศ\\.)?25\\d\\d)?[^\\d]{0,16}?${NUMBER}(?:คะแนน|%|(?![\\d.]))`,
  'g',
);
/** "ได้ 85.00 คะแนน ปีก่อนได้ 80.00 คะแนน" */
const THEN_BEFORE = new RegExp(
  `${NUMBER}คะแนน[^\\d]{0,24}(?:(?:ปีก่อน|ปีที่แล้ว|ปีที่ผ่านมา|ครั้งก่อน|เดิม)[^\\d]{0,16}(?:ได้|คะแนน|เท่ากับ|คือ|อยู่ที่)[^\\d]{0,8}|จากเดิม)${NUMBER}`,
  'g',
);
/** "ได้ 92.50 คะแนน เพิ่มขึ้นจากปี 2566 ที่ได้ 89.50 คะแนน จำนวน 3.00 คะแนน" */
const RISEN = new RegExp(
  `${NUMBER}คะแนน[^\\d]{0,40}?(เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง|น้อยลง)จาก(?:[^\\d]{0,30}25\\d\\d)?[^\\d]{0,24}?${NUMBER}(?:คะแนน)?[^\\d]{0,16}?(?:จำนวน|เท่ากับ|คิดเป็น|อยู่)[^\\d]{0,8}${NUMBER}(?:คะแนน|%|(?![\\d.]))`,
  'g',
);
/** "เพิ่มขึ้นจาก 80.50 เป็น 75.25": the word and the numbers in one breath. */
const MOVED = new RegExp(
  `(เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง|น้อยลง)จาก(?:เดิม|ปีก่อน|ปี(?:งบประมาณ)?(?:พ\\.ศ\\.)?25\\d\\d)?[^\\d]{0,24}${NUMBER}(?![\\d.,])[^\\d]{0,16}(?:เป็น|เหลือ)[^\\d]{0,16}${NUMBER}(?![\\d.,])`,
  'g',
);
const REACH = 160;
const ROUNDING = 0.011;

interface Pair {
  readonly earlier: number;
  readonly later: number;
  readonly end: number;
}

/** A stated difference equals the two stated scores, and its direction is theirs. */
export const differencesRule: Rule = {
  id: 'number.difference',
  severity: 'E',
  title: { th: 'ผลต่างของคะแนนไม่ถูกต้อง', en: 'Stated difference does not follow from the scores' },
  source: 'DOMAIN 5.4 (arithmetic of differences)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) => [...wrongDifferences(passage), ...wrongMoves(passage), ...wrongRises(passage)]),
};

function wrongMoves(passage: Passage): Sighting[] {
  return [...passage.tight.text.matchAll(MOVED)].flatMap((match) => {
    const [written, word = ''] = match;
    const [earlier, later] = [Number(match[2]), Number(match[3])];
    if (/เพิ่ม|สูง/.test(word) ? later >= earlier : later <= earlier) return [];
    const right = later > earlier ? 'เพิ่มขึ้น' : 'ลดลง';
    const message = {
      th: `ตัวเลขเปลี่ยนจาก ${match[2] ?? ''} เป็น ${match[3] ?? ''} จึงต้องเป็น “${right}”`,
      en: `The number went from ${match[2] ?? ''} to ${match[3] ?? ''}: the word of direction is wrong`,
    };
    const span = tightSpan(passage, match.index, match.index + written.length);
    return [{ ...span, message, suggestion: otherWord(word, right) }];
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
  const pairs = [...yearPairs(text), ...fromToPairs(text), ...thenBeforePairs(text)];
  if (pairs.length === 0) return [];
  const lastEnding = lastPairByEnd(pairs, text.length);
  return [...text.matchAll(STATED)].flatMap((stated) => {
    const near = lastEnding.subarray(Math.max(0, stated.index - REACH + 1), stated.index + 1);
    const pair = pairs[Math.max(-1, ...near)];
    const [written, word = '', number] = stated;
    return pair ? judge(passage, { text: written, index: stated.index, word, number: Number(number) }, pair) : [];
  });
}

/** By offset: the last of the pairs that end there, -1 where none does. */
function lastPairByEnd(pairs: readonly Pair[], length: number): Int32Array {
  const last = new Int32Array(length + 1).fill(-1);
  pairs.forEach(({ end }, index) => (last[end] = index));
  return last;
}

/** Two neighbouring scores, each with its year; the later year is the later score. */
function yearPairs(text: string): Pair[] {
  const scores = [...text.matchAll(SCORE_OF_YEAR)].map((match) => ({
    year: Number(match[1]),
    score: Number(match[2]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return scores.slice(1).flatMap((second, index) => {
    const first = scores[index];
    if (!first || second.start - first.end > REACH || first.year === second.year) return [];
    const [earlier, later] = first.year < second.year ? [first.score, second.score] : [second.score, first.score];
    return [{ earlier, later, end: second.end }];
  });
}

const fromToPairs = (text: string): Pair[] =>
  [...text.matchAll(FROM_TO)].map((match) => ({
    earlier: Number(match[1]),
    later: Number(match[2]),
    end: match.index + match[0].length,
  }));

const thenBeforePairs = (text: string): Pair[] =>
  [...text.matchAll(THEN_BEFORE)].map((match) => ({
    earlier: Number(match[2]),
    later: Number(match[1]),
    end: match.index + match[0].length,
  }));

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

function judge(passage: Passage, stated: Stated, { earlier, later }: Pair): Sighting[] {
  const difference = Math.abs(later - earlier);
  const said = stated.number;
  const rises = /เพิ่ม|สูง/.test(stated.word);
  const span = tightSpan(passage, stated.index, stated.index + stated.text.length);
  const result = difference.toFixed(2);
  if (Math.abs(difference - said) > ROUNDING) {
    const message = {
      th: `${later.toFixed(2)} กับ ${earlier.toFixed(2)} ต่างกัน ${result} ไม่ใช่ ${said.toFixed(2)}`,
      en: `${later.toFixed(2)} and ${earlier.toFixed(2)} differ by ${result}, not by ${said.toFixed(2)}`,
    };
    return [{ ...span, message, suggestion: (quote) => quote.replace(LAST_NUMBER, result) }];
  }
  if (difference > ROUNDING && rises !== later > earlier) {
    const right = later > earlier ? 'เพิ่มขึ้น' : 'ลดลง';
    const message = {
      th: `คะแนนเปลี่ยนจาก ${earlier.toFixed(2)} เป็น ${later.toFixed(2)} จึงต้องเป็น “${right}”`,
      en: `The score went from ${earlier.toFixed(2)} to ${later.toFixed(2)}: the word of direction is wrong`,
    };
    return [{ ...span, message, suggestion: otherWord(stated.word, right) }];
  }
  return [];
}
