import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { wholePassage, type Rule } from './rule.js';

/** Letters, marks left out. */
const THAI = /[ก-ฮ]/g;
const LATIN = /[A-Za-z]/g;
/** A text is English when Thai letters are fewer than one in this many. */
const ENGLISH_FROM = 4;
/** A name in Thai may stand behind its English form. */
const BRACKETED = /\([^()]*\)/g;
const FEWEST = 4;

/** An English edition that was filled in with Thai words: its readers cannot read them. */
export const mixedLanguageRule: Rule = {
  id: 'language.mixed',
  severity: 'W',
  title: { th: 'มีข้อความภาษาไทยในเอกสารภาษาอังกฤษ', en: 'Thai text in an English document' },
  source: 'DOMAIN 1.5 (English versions)',
  check: ({ document, passages }: ProofContext) =>
    isEnglish(document.text) ? passages.filter(holdsThai).map(sighted) : [],
};

function isEnglish(text: string): boolean {
  const [thai, latin] = [count(text, THAI), count(text, LATIN)];
  return latin > 200 && latin > thai * ENGLISH_FROM;
}

const holdsThai = ({ loose }: Passage): boolean => count(loose.text.replace(BRACKETED, ''), THAI) >= FEWEST;

const sighted = (passage: Passage): ReturnType<Rule['check']>[number] => ({
  ...wholePassage(passage),
  message: {
    th: 'ข้อความนี้เป็นภาษาไทย กรุณากรอกข้อความฉบับภาษาอังกฤษ',
    en: 'This is in Thai. Give the text of the English edition.',
  },
});

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;
