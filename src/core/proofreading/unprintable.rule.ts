import { PRINTABLE } from './data/printable.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import type { Rule, Sighting } from './rule.js';

const RANGES = PRINTABLE.replace(/[0-9a-f]+/g, '\\u{$&}').replaceAll(' ', '');
/** Spaces are set as spaces; controls, invisible and private characters are dropped, or told by the rule on faulty characters. */
const UNPRINTABLE = new RegExp(`[^${RANGES}\\s\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\uFFFD\\uFE0F]+`, 'gu');
const MOST_NAMED = 8;

/** Characters no typeface of the product holds: printed, and signed, as empty frames. */
export const unprintableRule: Rule = {
  id: 'character.unprintable',
  severity: 'W',
  title: { th: 'อักขระที่พิมพ์ลงเอกสารไม่ได้', en: 'Character not printable' },
  source: 'Sarabun, the typeface of documents (its own table of characters)',
  check: ({ document, passages }: ProofContext) =>
    passages.flatMap((passage) => passage.ranges.flatMap((range) => unprintable(document.text, passage, range))),
};

/** Each unprintable character of a text once, in order. */
export const unprintableCharacters = (text: string): string[] => [
  ...new Set((text.match(UNPRINTABLE) ?? []).flatMap((run) => [...run])),
];

function unprintable(text: string, passage: Passage, range: { start: number; end: number }): Sighting[] {
  return [...text.slice(range.start, range.end).matchAll(UNPRINTABLE)].map((match) => {
    const start = range.start + match.index;
    const named = [...new Set(match[0])].slice(0, MOST_NAMED).map(nameOf).join(', ');
    return {
      passage,
      on: passage.loose,
      from: 0,
      to: 0,
      range: { start, end: start + match[0].length },
      message: {
        th: `แบบอักษรของเอกสารไม่มีอักขระนี้ จะพิมพ์เป็นกรอบว่าง (${named})`,
        en: `The typeface of documents lacks it; an empty frame is printed (${named})`,
      },
    };
  });
}

const nameOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
