import { ROOTS } from './data/look-alikes.js';
import { OFFICIAL_WORDS } from './data/official-words.js';
import { letterSlipAt } from './letter-slips.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';
import { skeletonOf, type Skeleton } from './skeleton.js';

const SHORTEST = 4;
const LONG_ENOUGH = 6;
const HEAD = 4;
const MOST_DIFFERENT = 2;

interface KnownWord extends Skeleton {
  readonly word: string;
}

/** Words by the first letters of their skeleton, longest first. */
const BY_HEAD = indexByHead();

/** The letters of a known word with other vowels, tone marks or look-alike letters: typing and scanning slips. Quiet about names. */
export const nearMissesRule: Rule = {
  id: 'word.near-miss',
  severity: 'W',
  title: { th: 'คล้ายคำที่รู้จักแต่สะกดต่างไป', en: 'Almost a known word' },
  source: 'Issue (dictionary-based search for near misses)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) => [...nearMisses(passage), ...letterSlips(passage)]),
};

function indexByHead(): ReadonlyMap<string, readonly KnownWord[]> {
  const index = new Map<string, KnownWord[]>();
  const known = [...new Set([...OFFICIAL_WORDS, ...ROOTS])]
    .map((word) => ({ word, ...skeletonOf(word) }))
    .filter(({ letters }) => letters.length >= SHORTEST);
  for (const word of known.sort((one, other) => other.letters.length - one.letters.length)) {
    const head = word.letters.slice(0, HEAD);
    index.set(head, [...(index.get(head) ?? []), word]);
  }
  return index;
}

function nearMisses(passage: Passage): Sighting[] {
  const text = passage.tight.text;
  const skeleton = skeletonOf(text);
  const found: Sighting[] = [];
  for (let at = 0; at + SHORTEST <= skeleton.letters.length;) {
    const candidates = BY_HEAD.get(skeleton.letters.slice(at, at + HEAD)) ?? [];
    const exact = candidates.find(({ word }) => text.startsWith(word, skeleton.starts[at]));
    const slip = firstSlip(skeleton, at, candidates, exact);
    if (slip && !isTailOfWord(text, skeleton.starts[at] ?? 0)) found.push(sighting(passage, skeleton, at, slip));
    at += slip?.length ?? exact?.letters.length ?? 1;
  }
  return found;
}

/** บันทึก, เริ่มต้น, แข่งขันตอน…: what looks like a slip may be the second half of a common word. */
const HALF = 5;

const isTailOfWord = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - HALF), at);
  return (
    ['บัน', 'เริ่ม', 'ขึ้น', 'แข่ง', 'กวด'].some((half) => before.endsWith(half)) &&
    /^(?:ทึก|ต้น|ขันต)/.test(text.slice(at, at + HALF))
  );
};

interface Slip {
  readonly word: string;
  /** Letters of the text it takes. */
  readonly length: number;
}

/** Where a shorter word stands as it should, a longer one must come closer to count. */
function firstSlip(
  skeleton: Skeleton,
  at: number,
  candidates: readonly KnownWord[],
  exact: KnownWord | undefined,
): Slip | null {
  for (const known of candidates) {
    if (exact && known.letters.length <= exact.letters.length) return null;
    const { length, different, isBare } = reading(skeleton, at, known);
    const isClose = different === 1 && !isBare;
    const isLong = known.letters.length >= LONG_ENOUGH;
    const isSlip = different <= (isLong ? MOST_DIFFERENT : 1) && (isLong || !isBare);
    if (length > 0 && different > 0 && (exact ? isClose : isSlip)) return { word: known.word, length };
  }
  return null;
}

interface Reading {
  /** Letters of the text that spell the word; 0 when they do not. */
  readonly length: number;
  readonly different: number;
  /** A letter that carries a mark in the word stands without any. */
  readonly isBare: boolean;
}

const NO_READING: Reading = { length: 0, different: 0, isBare: false };

/** Reads the text as the known word; a letter doubled inside it and other marks are counted as differences. */
function reading(skeleton: Skeleton, at: number, known: KnownWord): Reading {
  let different = 0;
  let isBare = false;
  let read = at;
  for (let index = 0; index < known.letters.length; index += 1, read += 1) {
    const expected = known.letters.charAt(index);
    if (skeleton.letters.charAt(read) !== expected) {
      const repeats = index > 0 && skeleton.letters.charAt(read) === skeleton.letters.charAt(read - 1);
      if (!repeats || skeleton.letters.charAt(read + 1) !== expected) return NO_READING;
      different += 1;
      read += 1;
    }
    if (skeleton.marks[read] === known.marks[index]) continue;
    different += 1;
    isBare ||= skeleton.marks[read] === '';
    if (different > MOST_DIFFERENT) return NO_READING;
  }
  return { length: read - at, different, isBare };
}

function sighting(passage: Passage, skeleton: Skeleton, at: number, slip: Slip): Sighting {
  const from = skeleton.starts[at] ?? 0;
  const to = skeleton.ends[at + slip.length - 1] ?? from;
  return probably(passage, from, to, slip.word);
}

const probably = (passage: Passage, from: number, to: number, word: string): Sighting => ({
  ...tightSpan(passage, from, to),
  message: { th: `น่าจะเป็น “${word}”`, en: `Probably "${word}"` },
  suggestion: word,
});

/** A letter lost, exchanged, or replaced by a look-alike. */
function letterSlips(passage: Passage): Sighting[] {
  const text = passage.tight.text;
  const found: Sighting[] = [];
  for (let at = 0; at < text.length;) {
    const slip = letterSlipAt(text, at);
    if (slip) found.push(probably(passage, at, at + slip.written.length, slip.word));
    at += slip?.written.length ?? 1;
  }
  return found;
}
