import { THAI_MONTHS, THAI_MONTHS_SHORT } from './dates.js';
import { arabicDigits } from './digits.js';

/** One word of a date as people write it. `number` keeps how many digits it had: ๖๘ is a year only after a month. */
export type DateWord =
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | { readonly kind: 'dash' | 'and' | 'slash' | 'fiscal' | 'quarter' | 'whole-year' | 'until' | 'other' };

/** "ม.ค." may be written "ม.ค"; without any dot it would be found inside other words. */
const MONTH_PATTERNS = THAI_MONTHS.map((full, index) => {
  const letters = (THAI_MONTHS_SHORT[index] ?? '').split('.').filter(Boolean);
  return `${full}|${letters.join('\\.')}\\.?`;
});

type Rule = readonly [pattern: string, read: (found: string) => DateWord | null];

const WORDS: readonly Rule[] = [
  ...MONTH_PATTERNS.map((pattern, index): Rule => [pattern, () => ({ kind: 'month', month: index + 1 })]),
  ['\\d+', (found) => ({ kind: 'number', value: Number(found), digits: found.length })],
  ['จนถึง|ถึง|[-–—−~]+', () => ({ kind: 'dash' })],
  ['และ|,', () => ({ kind: 'and' })],
  ['/', () => ({ kind: 'slash' })],
  ['ตลอดปีงบประมาณ|ตลอดทั้งปี|ตลอดปี|ทั้งปีงบประมาณ|ทั้งปี', () => ({ kind: 'whole-year' })],
  ['ปีงบประมาณ|งบประมาณ', () => ({ kind: 'fiscal' })],
  ['ไตรมาสที่|ไตรมาส', () => ({ kind: 'quarter' })],
  ['ภายใน|ไม่เกิน|ก่อน', () => ({ kind: 'until' })],
  ['พ\\.?ศ\\.?|ประจำ|ระหว่าง|ตั้งแต่|วันที่|เดือน|ปี|ณ|[.()|:;]', () => null],
];

const WORD = new RegExp(WORDS.map(([pattern]) => `(${pattern})`).join('|'), 'gy');

/** Splits a written date or period into its words; `other` stands for anything that is not part of a date. Any spacing. */
export function dateWords(text: string): DateWord[] {
  const written = arabicDigits(text)
    .replace(/(\d)\s+(?=\d)/g, '$1|')
    .replace(/\s+/g, '');
  const words: DateWord[] = [];
  for (let at = 0; at < written.length;) {
    WORD.lastIndex = at;
    const match = WORD.exec(written);
    const word = match ? wordOf(match) : ({ kind: 'other' } as const);
    if (word) words.push(word);
    at += match ? match[0].length : 1;
  }
  return words;
}

function wordOf(match: RegExpExecArray): DateWord | null {
  const index = match.slice(1).findIndex((group) => group !== undefined);
  const read = WORDS[index]?.[1];
  return read ? read(match[0]) : null;
}
