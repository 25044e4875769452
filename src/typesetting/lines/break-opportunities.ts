import { createRequire } from 'node:module';
import { BoundedCache } from '../fonts/bounded-cache.js';
import type { KeepTogether } from './kept-together.js';

interface UnicodeBreaks {
  nextBreak(): { position: number; required: boolean } | null;
}
type UnicodeBreaker = new (text: string) => UnicodeBreaks;
const LineBreaker = createRequire(import.meta.url)('linebreak') as UnicodeBreaker; // CommonJS without types

/** What may happen before a character. `IfTooLong` breaks only what a whole line cannot hold. */
export const Break = { None: 0, Allowed: 1, IfTooLong: 2, Required: 3 } as const;

const THAI_STRETCH = /[\u0E01-\u0E3A\u0E40-\u0E4E]+/g;
/** Below, above and following vowels, tone marks, mai yamok, paiyannoi, closing signs: never first on a line. */
const NEVER_FIRST = /[\u0E2F-\u0E3A\u0E45-\u0E4E\u0300-\u036F)\]}”’»…%,.:;!?]/;
/** Leading vowels and opening signs: never last on a line. */
const NEVER_LAST = /[\u0E40-\u0E44([{“‘«]/;
const WORD_START = /[\u0E01-\u0E2E\u0E40-\u0E44]/;

const words = new Intl.Segmenter('th', { granularity: 'word' });
const knownWords = new BoundedCache<readonly number[]>(10_000);
const KEPT_STRETCH_LETTERS = 120;
/** The dictionary's time grows faster than the text; a longer stretch is cut at a letter that starts a word or syllable. */
const LONGEST_STRETCH = 2_000;

/**
 * Where a text may be broken into lines: UAX 14, and between the words of the ICU dictionary inside Thai.
 * @returns one entry per character and one for the end, values of `Break`, about the place before the character
 */
export function breakOpportunities(text: string, kept: KeepTogether): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  markUnicodeBreaks(text, breaks);
  markThaiWords(text, breaks);
  withholdForbidden(text, breaks);
  withholdKept(text, breaks, kept);
  return breaks;
}

function markUnicodeBreaks(text: string, breaks: Uint8Array): void {
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    if (found.position < text.length) breaks[found.position] = found.required ? Break.Required : Break.Allowed;
  }
}

function markThaiWords(text: string, breaks: Uint8Array): void {
  for (const match of text.matchAll(THAI_STRETCH)) {
    for (const offset of wordStarts(match[0])) {
      const at = match.index + offset;
      if (breaks[at] === Break.None) breaks[at] = Break.Allowed;
    }
  }
}

/** Offsets inside a stretch of Thai letters at which a word begins, the first excepted. */
function wordStarts(stretch: string): readonly number[] {
  if (stretch.length > KEPT_STRETCH_LETTERS) return segment(stretch);
  const known = knownWords.get(stretch);
  if (known) return known;
  const found = segment(stretch);
  knownWords.set(stretch, found);
  return found;
}

function segment(stretch: string): number[] {
  const starts: number[] = [];
  for (let from = 0; from < stretch.length; from += LONGEST_STRETCH) {
    for (const word of words.segment(stretch.slice(from, from + LONGEST_STRETCH))) {
      const at = from + word.index;
      if (at > 0 && WORD_START.test(stretch.charAt(at))) starts.push(at);
    }
  }
  return starts;
}

/** Also across the spaces before such a sign: "ต่าง ๆ" stays on one line. */
function withholdForbidden(text: string, breaks: Uint8Array): void {
  for (let at = 1; at < text.length; at++) {
    if (breaks[at] !== Break.Allowed) continue;
    if (NEVER_FIRST.test(text.charAt(at)) && !startsNumber(text, at)) breaks[at] = Break.None;
    else if (NEVER_LAST.test(text.charAt(at - 1))) breaks[at] = Break.None;
    else if (followsHyphen(text, at)) breaks[at] = Break.IfTooLong;
  }
}

/** Programs that read PDFs take a hyphen at a line's end for one put there by hyphenation, and drop it. */
function followsHyphen(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charAt(before) === ' ') before--;
  return text.charAt(before) === '-';
}

/** ".5" and the like may begin a line. */
function startsNumber(text: string, at: number): boolean {
  return /^[.,][0-9๐-๙]/.test(text.slice(at, at + 2)) && text.charAt(at - 1) === ' ';
}

function withholdKept(text: string, breaks: Uint8Array, kept: KeepTogether): void {
  for (const match of text.matchAll(kept)) {
    const end = match.index + match[0].length;
    for (let at = match.index + 1; at < end; at++) {
      if (breaks[at] === Break.Allowed) breaks[at] = Break.IfTooLong;
    }
  }
}

/** Whether an over-long word can be cut before this character without splitting what is written as one letter. */
export function isLetterBoundary(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  if (next >= 0xdc00 && next <= 0xdfff) return false;
  return !NEVER_FIRST.test(text.charAt(at)) && !NEVER_LAST.test(text.charAt(at - 1));
}
