import { createRequire } from 'node:module';
import { Break, NEVER_FIRST, NEVER_LAST } from './break-kinds.js';
import {
  AFTER_HYPHEN,
  partAddresses,
  withholdAfterListMark,
  withholdAfterPrefix,
  withholdKept,
} from './kept-breaks.js';
import type { KeepTogether } from './kept-together.js';
import { wordStarts } from './thai-words.js';

interface UnicodeBreaks {
  nextBreak(): { position: number; required: boolean } | null;
}
type UnicodeBreaker = new (text: string) => UnicodeBreaks;
const LineBreaker = createRequire(import.meta.url)('linebreak') as UnicodeBreaker; // CommonJS without types

const THAI_STRETCH = /[\u0E01-\u0E3A\u0E40-\u0E4E]+/g;
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
  withholdAfterPrefix(text, breaks);
  partAddresses(text, breaks);
  withholdAfterListMark(text, breaks);
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

/** Also across the spaces before such a sign: "ต่าง ๆ" stays on one line. */
function withholdForbidden(text: string, breaks: Uint8Array): void {
  for (let at = 1; at < text.length; at++) {
    if (breaks[at] !== Break.Allowed) continue;
    if (NEVER_FIRST.test(text.charAt(at)) && !startsNumber(text, at)) breaks[at] = Break.None;
    else if (NEVER_LAST.test(text.charAt(at - 1))) breaks[at] = Break.None;
    else if (followsHyphen(text, at)) breaks[at] = Break.IfTooLong - 1 + AFTER_HYPHEN;
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
