import { formatOCode, oCodesOf, QUESTION_COUNT } from '../ita/o-codes.js';
import type { MappedText } from './mapped-text.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { looseSpan, type Rule, type Sighting } from './rule.js';

/** A leading zero: no number in these papers begins with one, except times, dates and telephone numbers. */
const ZERO_CODE = /(?<![\d.:/-])(?<!\d,)0(\d{1,2})(?![\w:/%])(?!\s?[-.]\s?\d)(?!\s?(?:น\.|นาฬิกา))/g;
/** Greek and Cyrillic O, full-width and slashed O, the Thai mark fongman. */
const LOOKALIKE = /(?<![A-Za-z0-9])([\u039F\u041E\u043E\u03BF\u0E4F\uFF2F\uFF4F\u00D8\u25CB\u3007])(\d{1,2})(?!\d)/g;
/** "O" torn from its number, as a zero: only where a code is announced. */
const TORN_ZERO = /(?<=(?:อ้างอิง(?:จาก|ตาม)?|OIT|ตัวชี้วัดย่อย|รายการที่?|ข้อ)\s?\(?)0\s(\d{1,2})(?![\w:/%.])/g;
const QUESTION_HEAD = /^-?\s?([\dlI|!])(\d{1,2})\s(?=ประเด็น)/;
const CODE = /(?<![A-Za-z0-9])([Ooei])\s?(\d{1,2})(?![\dA-Za-z%]|\.\d)/g;

/** Codes are written with the Latin letters O, i, e; a zero, a Thai zero or a misread digit in their place is found. */
export const codeGlyphRule: Rule = {
  id: 'code.glyph',
  severity: 'E',
  title: { th: 'รหัสข้อใช้อักขระผิด', en: 'Code written with the wrong letter' },
  source: 'DOMAIN 5.4 (code glyphs)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) => [...zeroCodes(passage), ...lookalikes(passage), ...misreadQuestions(passage)]),
};

function zeroCodes(passage: Passage): Sighting[] {
  const text = passage.loose.text;
  const torn = [...text.matchAll(TORN_ZERO)].filter((match) => Number(match[1]) > 0);
  return [...text.matchAll(ZERO_CODE), ...torn]
    .filter((match) => Number(match[1]) > 0 && !isPlainNumber(text, match))
    .map((match) => glyph(passage, match.index, match[0], formatOCode(Number(match[1])), 'O'));
}

const NUMBER_BEFORE =
  /(?:โทร[^ก-๙]*|แฟกซ์[^ก-๙]*|หมู่(?:ที่)?|เลขที่|รหัส\S*|ห้อง|ครั้งที่|ฉบับที่|ลำดับ(?:ที่)?|วันที่|เวลา|อายุ|ต่อ|ชุดที่|รุ่นที่)\s?$/;
const UNIT_AFTER =
  /^\s?(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค|มกรา|กุมภา|มีนา|เมษา|พฤษ|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|ธันวา|คน|ครั้ง|บาท|ฉบับ|โครงการ|หมู่|เรื่อง|ราย)/;

/** "หมู่ที่ ๐๕", "๐๙ มกราคม": numbers that people write with a leading zero. */
const isPlainNumber = (text: string, match: RegExpExecArray): boolean =>
  NUMBER_BEFORE.test(text.slice(Math.max(0, match.index - 20), match.index)) ||
  UNIT_AFTER.test(text.slice(match.index + match[0].length));

const lookalikes = (passage: Passage): Sighting[] =>
  [...passage.loose.text.matchAll(LOOKALIKE)].map((match) =>
    glyph(passage, match.index, match[0], formatOCode(Number(match[2])), 'O'),
  );

/** "๓๓ ประเด็น": the letter of a question code was read as a digit. */
function misreadQuestions(passage: Passage): Sighting[] {
  const match = QUESTION_HEAD.exec(passage.loose.text);
  if (!match) return [];
  return [glyph(passage, match.index, match[0].trimEnd(), `i${match[2] ?? ''}`, 'i, e')];
}

function glyph(passage: Passage, from: number, written: string, right: string, letter: string): Sighting {
  return {
    ...looseSpan(passage, from, from + written.length),
    message: {
      th: `รหัสข้อต้องขึ้นต้นด้วยอักษรอังกฤษ ${letter} ไม่ใช่ตัวเลขหรืออักขระอื่น`,
      en: `A code begins with the Latin letter ${letter}, not with a digit or another sign`,
    },
    suggestion: right,
  };
}

/** The code exists in the list of its year: that of the words before it, or that of the document. */
export const codeExistsRule: Rule = {
  id: 'code.unknown',
  severity: 'E',
  title: { th: 'ไม่มีรหัสข้อนี้ในปีงบประมาณ', en: 'No such code in that fiscal year' },
  source: 'DOMAIN 1.1, 1.3 (code lists by year)',
  check: ({ passages, fiscalYear }: ProofContext) =>
    passages.flatMap((passage) =>
      [...passage.loose.text.matchAll(CODE)].flatMap((match) => unknownCode(passage, match, fiscalYear)),
    ),
};

function unknownCode(passage: Passage, match: RegExpExecArray, fiscalYear: number | null): Sighting[] {
  const [written, letter = '', digits = ''] = match;
  const year = yearBefore(passage.loose, match.index) ?? fiscalYear;
  const count =
    letter === 'i' || letter === 'e' ? QUESTION_COUNT[letter] : year === null ? null : (oCodesOf(year)?.length ?? null);
  const number = Number(digits);
  if (count === null || (number >= 1 && number <= count)) return [];
  const upper = letter === 'o' ? 'O' : letter;
  return [
    {
      ...looseSpan(passage, match.index, match.index + written.length),
      message: {
        th: `ไม่มีข้อ ${upper}${number} ในปี ${year ?? ''} (มี ${upper}1 ถึง ${upper}${count})`,
        en: `There is no ${upper}${number} in ${year ?? 'that year'} (${upper}1 to ${upper}${count})`,
      },
    },
  ];
}

const yearBefore = (loose: MappedText, at: number): number | null => {
  const years = [...loose.text.slice(Math.max(0, at - 60), at).matchAll(/25\d\d/g)];
  const last = years[years.length - 1];
  return last ? Number(last[0]) : null;
};
