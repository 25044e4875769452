import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

/** Up to seven groups of three digits: no budget has more. */
const AMOUNT =
  /(\d{1,3}(?:,\d{3}){1,6}|\d{1,9})(?:\.(\d{1,2})|\.-)?บาท\(?((?:[\u0E01-\u0E4E]{2,60}?))บาท(?:ถ้วน|([\u0E01-\u0E4E]{2,24}?)สตางค์)\)?/g;
const DIGITS: Readonly<Record<string, number>> = {
  ศูนย์: 0,
  หนึ่ง: 1,
  เอ็ด: 1,
  สอง: 2,
  ยี่: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  แปด: 8,
  เก้า: 9,
};
const PLACES: Readonly<Record<string, number>> = { สิบ: 10, ร้อย: 100, พัน: 1_000, หมื่น: 10_000, แสน: 100_000 };
const WORD = new RegExp(`${[...Object.keys(DIGITS), ...Object.keys(PLACES), 'ล้าน'].join('|')}`, 'g');

/** An amount in figures and the same amount in words beside it. */
export const amountWordsRule: Rule = {
  id: 'number.words',
  severity: 'E',
  title: { th: 'จำนวนเงินตัวเลขกับตัวอักษรไม่ตรงกัน', en: 'Amount in figures and in words differ' },
  source: 'DOMAIN 5.4 (arithmetic)',
  check: ({ passages }: ProofContext) => passages.flatMap(differing),
};

function differing(passage: Passage): Sighting[] {
  return [...passage.tight.text.matchAll(AMOUNT)].flatMap((match) => {
    const figures = Number((match[1] ?? '').replaceAll(',', ''));
    const words = numberInWords(match[3] ?? '');
    if (words === null || words === figures) return [];
    return [
      {
        ...tightSpan(passage, match.index, match.index + match[0].length),
        message: {
          th: `ตัวอักษรอ่านได้ ${words.toLocaleString('en')} บาท แต่ตัวเลขคือ ${figures.toLocaleString('en')} บาท`,
          en: `The words say ${words.toLocaleString('en')} baht, the figures ${figures.toLocaleString('en')}`,
        },
      },
    ];
  });
}

/** A whole number below a million millions, spelt out; null when another word stands among them. */
function numberInWords(text: string): number | null {
  if (text.replace(WORD, '') !== '') return null;
  let millions = 0;
  let sum = 0;
  let digit: number | null = null;
  for (const [word] of text.matchAll(WORD)) {
    const place = PLACES[word];
    if (word === 'ล้าน') {
      millions = (millions + sum + (digit ?? 0)) * 1_000_000;
      [sum, digit] = [0, null];
    } else if (place === undefined) digit = DIGITS[word] ?? null;
    else {
      sum += (digit ?? 1) * place;
      digit = null;
    }
  }
  return millions + sum + (digit ?? 0);
}
