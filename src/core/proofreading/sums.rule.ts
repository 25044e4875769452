import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

/** Up to seven groups of three digits: no budget has more. */
const NUMBER = '(\\d{1,3}(?:,\\d{3}){1,6}|\\d{1,7})(?:\\.\\d{1,2})?';
const UNIT = '(คน|ราย|ครั้ง|โครงการ|เรื่อง|แห่ง|ฉบับ|หมู่บ้าน|รายการ|บาท|ข้อ)';
const TOTAL = new RegExp(`รวม(?:ทั้งสิ้น|ทั้งหมด|ทั้งหมดเป็น|เป็นเงิน|เป็นเงินทั้งสิ้น|จำนวน|เป็น){0,2}${NUMBER}${UNIT}`, 'g');
const PART = new RegExp(`(?<![\\d.,/])${NUMBER}${UNIT}`, 'g');
/** "รวม 80 คน แบ่งเป็นชาย 35 คน หญิง 45 คน": the parts follow. A list that says itself that it is not whole is not added up. */
const DIVIDED = new RegExp(
  `(?<![\\d.,/])${NUMBER}${UNIT}(?:\\(|\\(?(?:แบ่ง|แยก|จำแนก)(?:ออก)?เป็น|\\(?ประกอบด้วย)((?:[^\\d();]{1,40}${NUMBER}\\2){2,12})(?!เป็นต้น|และอื่น)`,
  'g',
);
const REACH = 220;

/** A total is the sum of the parts counted before it in the same unit. */
export const sumsRule: Rule = {
  id: 'number.sum',
  severity: 'W',
  title: { th: 'ยอดรวมไม่ตรงกับจำนวนย่อย', en: 'The total is not the sum of its parts' },
  source: 'DOMAIN 5.4 (weighted totals and arithmetic)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) => [...wrongTotals(passage), ...wrongParts(passage)]),
};

function wrongTotals(passage: Passage): Sighting[] {
  const text = passage.tight.text;
  return [...text.matchAll(TOTAL)].flatMap((match) => {
    const total = valueOf(match[1]);
    const parts = partsBefore(text, match.index, match[2] ?? '');
    if (parts.length < 2 || isSum(parts, total)) return [];
    const sum = parts.reduce((whole, part) => whole + part, 0);
    return [
      {
        ...tightSpan(passage, match.index, match.index + match[0].length),
        message: {
          th: `จำนวนย่อยก่อนหน้ารวมได้ ${sum.toLocaleString('en')} ไม่ใช่ ${total.toLocaleString('en')}`,
          en: `The parts before it add up to ${sum.toLocaleString('en')}, not to ${total.toLocaleString('en')}`,
        },
      },
    ];
  });
}

/** Bracketed counts that are no parts of the whole name something else: only kinds of people or stated divisions are added up. */
const NAMES_PARTS = /เป็น|ประกอบด้วย|ชาย|หญิง/;

function wrongParts(passage: Passage): Sighting[] {
  return [...passage.tight.text.matchAll(DIVIDED)].flatMap((match) => {
    const [written, whole, unit = '', list = ''] = match;
    const parts = [...list.matchAll(PART)].filter((part) => part[2] === unit).map((part) => valueOf(part[1]));
    const sum = parts.reduce((total, part) => total + part, 0);
    if (!NAMES_PARTS.test(written) || sum === valueOf(whole)) return [];
    return [
      {
        ...tightSpan(passage, match.index, match.index + written.length),
        message: {
          th: `จำนวนย่อยรวมได้ ${sum.toLocaleString('en')} ไม่ใช่ ${valueOf(whole).toLocaleString('en')}`,
          en: `The parts add up to ${sum.toLocaleString('en')}, not to ${valueOf(whole).toLocaleString('en')}`,
        },
      },
    ];
  });
}

/** Numbers of the same unit in the stretch before, up to the total before it. */
function partsBefore(text: string, at: number, unit: string): number[] {
  const stretch =
    text
      .slice(Math.max(0, at - REACH), at)
      .split('รวม')
      .pop() ?? '';
  return [...stretch.matchAll(PART)].filter((part) => part[2] === unit).map((part) => valueOf(part[1]));
}

/** All parts, or the last few of them: what stood further ahead may have been counted on its own. */
const isSum = (parts: readonly number[], total: number): boolean =>
  parts.some((_, first) => parts.slice(first).reduce((whole, part) => whole + part, 0) === total);

const valueOf = (digits: string | undefined): number => Number((digits ?? '').replaceAll(',', ''));
