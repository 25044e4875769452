import { Break, isLetterBoundary, withhold } from './break-kinds.js';
import { WORD_FIRMNESS, type KeepTogether, type KeptStretch } from './kept-together.js';
import { THAI_LETTER, WORD_START, wordStarts } from './thai-words.js';

/** Parts of an address, and what stands between a number and the entry it numbers. */
export const AFTER_HYPHEN = 6;
const FIRMNESS = { prefix: 1, withinAddress: 3, unit: 3, deputy: 20, afterScheme: 20, afterListMark: 30 } as const;

/** Holds together what belongs together: words and names of a list, dates, numbers with their units. */
export function withholdKept(text: string, breaks: Uint8Array, kept: KeepTogether): void {
  const stretches = [...kept.stretchesOf(text)];
  markMissedWords(text, breaks, stretches);
  for (const { start, end, firmness } of stretches) {
    if (firmness >= WORD_FIRMNESS) forgetChanceBreaks(text, breaks, start, end);
    for (let at = start + 1; at < end; at++) withhold(breaks, at, firmness);
  }
}

/** Inside a known word only its own parts count: "ก|อง" is none of "กอง|คลัง". */
function forgetChanceBreaks(text: string, breaks: Uint8Array, start: number, end: number): void {
  const own = wordStarts(text.slice(start, end));
  for (let at = start + 1; at < end; at++) {
    const isWithinThai = THAI_LETTER.test(text.charAt(at - 1)) && THAI_LETTER.test(text.charAt(at));
    if (isWithinThai && breaks[at] !== Break.None && !own.includes(at - start)) breaks[at] = Break.None;
  }
}

/** Shorter words also stand inside others by chance. */
const SURE_WORD_LETTERS = 8;
/** Letters after a known word in which the dictionary finds its way again. */
const ASTRAY_LETTERS = 40;

/**
 * The dictionary reads "ช่อง|ทางการ|ติดต่อ", "อำนวย|การก|อง" and "จัด|จ้า|งอ|ย่าง": where a known word ends, the next one
 * begins, and what follows is read anew.
 */
function markMissedWords(text: string, breaks: Uint8Array, stretches: readonly KeptStretch[]): void {
  const starts = new Set(stretches.map(({ start }) => start));
  for (const { start, end, firmness } of stretches) {
    if (text.startsWith('กอง', start) && isMissed(text, breaks, start)) breaks[start] = Break.Allowed;
    if (firmness < WORD_FIRMNESS || !isMissed(text, breaks, end)) continue;
    const isSure = end - start >= SURE_WORD_LETTERS || starts.has(end) || text.startsWith('การ', end);
    if (isSure) readAnew(text, breaks, end);
  }
}

const isMissed = (text: string, breaks: Uint8Array, at: number): boolean =>
  breaks[at] === Break.None &&
  THAI_LETTER.test(text.charAt(at - 1)) &&
  WORD_START.test(text.charAt(at)) &&
  isLetterBoundary(text, at);

/** Word starts from here on, until they agree with those found before. */
function readAnew(text: string, breaks: Uint8Array, from: number): void {
  const rest = /^[\u0E01-\u0E3A\u0E40-\u0E4E]+/.exec(text.slice(from, from + ASTRAY_LETTERS))?.[0] ?? '';
  const found = new Set(wordStarts(rest).map((offset) => from + offset));
  breaks[from] = Break.Allowed;
  for (let at = from + 1; at < from + rest.length; at++) {
    if (found.has(at) && breaks[at] === Break.Allowed) return;
    if (found.has(at)) breaks[at] = Break.Allowed;
    else if (breaks[at] === Break.Allowed) breaks[at] = Break.None;
  }
}

const PREFIX = /(?:การ|ไม่)(?=[ก-ฮเ-ไ])/g;
/** What posts and units begin with says nothing alone: "รอง | นายกองค์การ…", "กอง | สวัสดิการสังคม". */
const DEPUTY = /(?:รอง|ผู้ช่วย)(?=นายก|ปลัด|ผู้อำนวยการ|หัวหน้า)/g;
const UNIT = /(?:กอง|หน่วย|ฝ่าย|สำนัก)(?=[ก-ฮเ-ไ])/g;

/** "การ" makes a noun of the word after it, unless it ends another word ("ดำเนินการ"); "ไม่" denies the word after it. */
export function withholdAfterPrefix(text: string, breaks: Uint8Array): void {
  withholdAfter(PREFIX, FIRMNESS.prefix, text, breaks);
  withholdAfter(DEPUTY, FIRMNESS.deputy, text, breaks);
  withholdAfter(UNIT, FIRMNESS.unit, text, breaks);
}

function withholdAfter(pattern: RegExp, firmness: number, text: string, breaks: Uint8Array): void {
  for (const { index, 0: prefix } of text.matchAll(pattern)) {
    const isWordStart = index === 0 || breaks[index] === Break.Allowed || !THAI_LETTER.test(text.charAt(index - 1));
    if (isWordStart) withhold(breaks, index + prefix.length, firmness);
  }
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s]{1,2000}/g;

/** An address too long for the line parts behind a dot or stroke rather than inside a name, and never right after "https://". */
export function partAddresses(text: string, breaks: Uint8Array): void {
  for (const { index, 0: address } of text.matchAll(ADDRESS)) {
    for (let at = index + 1; at < index + address.length; at++) {
      const before = text.charAt(at - 1);
      if (
        breaks[at] === Break.None &&
        /[._?&=/]/.test(before) &&
        isLetterBoundary(text, at) &&
        text.charAt(at) !== '/'
      ) {
        breaks[at] = Break.IfTooLong - 1 + FIRMNESS.withinAddress;
      }
    }
    const scheme = /^https?:\/\//.exec(address)?.[0].length ?? 0;
    if (scheme > 0) withhold(breaks, index + scheme, FIRMNESS.afterScheme);
  }
}

const LIST_MARK = /(?:^|\n) *(?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,3}[.)]?|[-•]) +(?=\S)/g;

export function withholdAfterListMark(text: string, breaks: Uint8Array): void {
  for (const { index, 0: mark } of text.matchAll(LIST_MARK))
    withhold(breaks, index + mark.length, FIRMNESS.afterListMark);
}
