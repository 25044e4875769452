import type { Bilingual } from './finding.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { looseSpan, type Rule, type Sighting } from './rule.js';

const IDENTITY = /(?<![\d-])(?:\d{13}|\d([ -])\d{4}\1\d{5}\1\d{2}\1\d)(?![\d-])/g;
const MOBILE = /(?<![\d.-])0[689]\d?[\s-]?\d{3,4}[\s-]?\d{3,4}(?![\d-])/g;
const LANDLINE = /(?<![\d.-])0[2-57](?:\d)?[\s-]?\d{3}[\s-]?\d{3,4}(?![\d-])/g;
const ACCOUNT = /(?<![\d-])\d{3}[\s-]?\d[\s-]?\d{5}[\s-]?\d(?![\d-])/g;
const EMAIL = /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9.-]+\.[A-Za-z]{2,})/g;
const PRIVATE_MAIL = /^(?:gmail|hotmail|yahoo|outlook|live|icloud|msn|proton(?:mail)?|ymail|windowslive)\./i;

/** Personal data in a text that is going to be published; each must be cleared first. */
export const personalDataRule: Rule = {
  id: 'personal.data',
  severity: 'E',
  title: { th: 'ข้อมูลส่วนบุคคล', en: 'Personal data' },
  source: 'Issue (personal data stops publication until cleared)',
  check: ({ passages }: ProofContext) => passages.flatMap(personalData),
};

function personalData(passage: Passage): Sighting[] {
  const text = passage.loose.text;
  const identities = [...text.matchAll(IDENTITY)].filter((match) => hasValidCheckDigit(match[0]));
  const taken = new Uint8Array(text.length);
  for (const identity of identities) taken.fill(1, identity.index, identity.index + identity[0].length);
  const isTaken = (match: RegExpExecArray): boolean =>
    taken.subarray(match.index, match.index + match[0].length).includes(1);
  const before = (match: RegExpExecArray): string => text.slice(Math.max(0, match.index - 30), match.index);
  const numbers = (pattern: RegExp): RegExpExecArray[] =>
    [...text.matchAll(pattern)].filter((match) => !isTaken(match));
  const accounts = numbers(ACCOUNT).filter((match) => /บัญชี|ธนาคาร|พร้อมเพย์/.test(before(match)));
  const accountStarts = new Set(accounts.map(({ index }) => index));
  const telephones = [...numbers(MOBILE), ...numbers(LANDLINE).filter((match) => /โทร|ติดต่อ/.test(before(match)))];
  return [
    ...identities.map((match) => sighting(passage, match, { th: 'เลขประจำตัวประชาชน', en: 'National identity number' })),
    ...accounts.map((match) => sighting(passage, match, { th: 'เลขที่บัญชีธนาคาร', en: 'Bank account number' })),
    ...telephones
      .filter(
        (match) => digitsOf(match[0]).length >= 9 && digitsOf(match[0]).length <= 10 && !accountStarts.has(match.index),
      )
      .map((match) => telephone(passage, match)),
    ...[...text.matchAll(EMAIL)]
      .filter((match) => PRIVATE_MAIL.test(match[1] ?? ''))
      .map((match) => sighting(passage, match, { th: 'อีเมลส่วนตัว', en: 'Private e-mail address' })),
  ];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The thirteenth digit follows from the first twelve, weighted 13 down to 2, modulo 11. */
function hasValidCheckDigit(written: string): boolean {
  const digits = [...digitsOf(written)].map(Number);
  if (digits.length !== 13 || digits[0] === 0) return false;
  const sum = digits.slice(0, 12).reduce((total, digit, index) => total + digit * (13 - index), 0);
  return (11 - (sum % 11)) % 10 === digits[12];
}

/** The landline of an office is public; it is only mentioned. */
function telephone(passage: Passage, match: RegExpExecArray): Sighting {
  const isMobile = /^0[689]/.test(digitsOf(match[0])) && digitsOf(match[0]).length === 10;
  return {
    ...sighting(passage, match, { th: 'หมายเลขโทรศัพท์', en: 'Telephone number' }),
    severity: isMobile ? 'E' : 'I',
  };
}

function sighting(passage: Passage, match: RegExpExecArray, what: Bilingual): Sighting {
  return {
    ...looseSpan(passage, match.index, match.index + match[0].length),
    message: {
      th: `${what.th} ตรวจสอบและปกปิดก่อนเผยแพร่`,
      en: `${what.en}: clear or cover it before publishing`,
    },
  };
}
