import { signOfPrivateGlyph } from '../thai/private-glyphs.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import type { Rule, Sighting } from './rule.js';
import { looseSpan } from './rule.js';

interface Fault {
  readonly pattern: RegExp;
  readonly th: string;
  readonly en: string;
  /** Null when only a person can know which letter was meant. */
  readonly repair: (written: string) => string | null;
}

/** Faults of the encoding, looked for in the original text: most come from PDF text and old converters. */
const FAULTS: readonly Fault[] = [
  {
    pattern: /\u0E4D([\u0E48-\u0E4B]?)\u0E32/g,
    th: 'สระอำเขียนเป็นสองอักขระ (นิคหิต + สระอา)',
    en: 'Sara am written as two characters',
    repair: (written) => written.replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/, '$1\u0E33'),
  },
  {
    // sara ae never goes with sara i, ii or uee: one sara e is too many
    pattern: /\u0E40\u0E40(?=[\u0E01-\u0E2E]{1,2}[\u0E34-\u0E37])/g,
    th: 'สระเอเขียนซ้ำ',
    en: 'Sara e twice',
    repair: () => '\u0E40',
  },
  {
    pattern: /\u0E40\u0E40(?![\u0E01-\u0E2E]{1,2}[\u0E34-\u0E37])/g,
    th: 'สระแอเขียนด้วยสระเอสองตัว',
    en: 'Sara ae written as two sara e',
    repair: () => '\u0E41',
  },
  {
    pattern: /([\u0E42-\u0E44])\1+/g,
    th: 'สระหน้าเขียนซ้ำ',
    en: 'Leading vowel twice',
    repair: (written) => written.charAt(0),
  },
  {
    pattern: /ใไ|ไใ/g,
    th: 'สระหน้าสองตัวติดกัน',
    en: 'Two leading vowels in a row',
    repair: () => null,
  },
  {
    pattern:
      /(?<=[\u0E01-\u0E2E])(?<! [\u0E01-\u0E2E] [\u0E01-\u0E2E])[ \u00A0]+(?=[\u0E30\u0E32](?![\u0E50-\u0E59]))/g,
    th: 'มีช่องว่างก่อนสระ',
    en: 'Space before a vowel',
    repair: () => '',
  },
  {
    pattern: /[\u0E48-\u0E4C][\u0E31\u0E34-\u0E39]/g,
    th: 'วรรณยุกต์อยู่ก่อนสระ',
    en: 'Tone mark before the vowel',
    repair: (written) => written.charAt(1) + written.charAt(0),
  },
  {
    pattern: /([\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])\1+/g,
    th: 'สระหรือวรรณยุกต์ซ้ำ',
    en: 'Vowel or tone mark twice',
    repair: (written) => written.charAt(0),
  },
  {
    pattern: /(?<=[\u0E01-\u0E2E])(?<! [\u0E01-\u0E2E])[ \u00A0]+(?=[\u0E31\u0E33-\u0E3A\u0E47-\u0E4E])/g,
    th: 'มีช่องว่างก่อนสระหรือวรรณยุกต์',
    en: 'Space before a vowel or tone mark',
    repair: () => '',
  },
  {
    pattern: /(?<=[\u0E40-\u0E44])[ \u00A0]+(?=[\u0E01-\u0E2E])/g,
    th: 'มีช่องว่างหลังสระหน้า',
    en: 'Space after a leading vowel',
    repair: () => '',
  },
  { pattern: /[\u200B-\u200D\u2060\uFEFF]/g, th: 'มีอักขระที่มองไม่เห็น', en: 'Invisible character', repair: () => '' },
  {
    pattern: /[\uE000-\uF8FF\uFFFD]/g,
    th: 'มีอักขระที่อ่านไม่ได้',
    en: 'Unreadable character',
    repair: (written) => signOfPrivateGlyph(written) ?? '',
  },
];

/** Thai that looks right but is not the text it seems, so that nobody can search or copy it. */
export const unicodeRule: Rule = {
  id: 'unicode.broken',
  severity: 'W',
  title: { th: 'อักขระไทยไม่ถูกต้อง', en: 'Faulty Thai characters' },
  source: 'DOMAIN 5.4 (Unicode)',
  check: ({ document, passages }: ProofContext) =>
    passages.flatMap((passage) => passage.ranges.flatMap((range) => faults(document.text, passage, range))),
};

function faults(text: string, passage: Passage, range: { start: number; end: number }): Sighting[] {
  const part = text.slice(range.start, range.end);
  return FAULTS.flatMap(({ pattern, th, en, repair }) =>
    [...part.matchAll(pattern)]
      .filter((match) => !isByteOrderMark(match, range.start))
      .map((match) => ({
        passage,
        on: passage.loose,
        from: 0,
        to: 0,
        range: { start: range.start + match.index, end: range.start + match.index + match[0].length },
        message: { th, en },
        suggestion: repair(match[0]),
      })),
  );
}

/** The first character of a file, which tells its encoding, is no fault of the text. */
const isByteOrderMark = (match: RegExpExecArray, start: number): boolean =>
  match[0] === '\uFEFF' && start + match.index === 0;

/** No word has more than forty letters; a line of short words is given up after as many. */
const SPACED_OUT =
  /(?<![\u0E00-\u0E7F])(?:[\u0E01-\u0E4E]{1,3} ){2,40}[\u0E01-\u0E4E]{1,2}(?![\u0E01-\u0E4E])(?: ?\u0E4C)?/g;

/** Letters of a word set apart by spaces. */
export const spacedLettersRule: Rule = {
  id: 'word.spaced-out',
  severity: 'W',
  title: { th: 'ตัวอักษรเว้นห่างกัน', en: 'Spaced-out letters' },
  source: 'DOMAIN 5.2 (002-06)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) =>
      [...passage.loose.text.matchAll(SPACED_OUT)]
        .filter((match) => (match[0].match(/(?:^| )[\u0E01-\u0E4E](?= |$)/g) ?? []).length >= 3)
        .map((match) => ({
          ...looseSpan(passage, match.index, match.index + match[0].length),
          message: { th: 'ตัวอักษรในคำถูกเว้นวรรค', en: 'The letters of a word are spaced out' },
          suggestion: match[0].replaceAll(' ', ''),
        })),
    ),
};
