import type { Sentence } from './sentences.js';

/** What a field of the API must be, by the rule that it broke (names of class-validator, and our own). */
export const RULE_SENTENCES: Readonly<Record<string, Sentence>> = {
  arrayMaxSize: { th: 'มีจำนวนรายการเกินกำหนด', en: 'There are too many entries.' },
  arrayMinSize: { th: 'มีจำนวนรายการน้อยกว่ากำหนด', en: 'There are too few entries.' },
  isArray: { th: 'ต้องเป็นรายการ (array)', en: 'This must be a list.' },
  isBoolean: { th: 'ต้องเป็น true หรือ false', en: 'This must be true or false.' },
  isCalendarDay: {
    th: 'ต้องเป็นวันที่ที่มีอยู่จริง เขียนแบบ YYYY-MM-DD ปีคริสต์ศักราช',
    en: 'This must be an existing day, YYYY-MM-DD, in the Gregorian calendar.',
  },
  isIn: { th: 'ต้องเป็นค่าหนึ่งในรายการที่กำหนด', en: 'This must be one of the listed values.' },
  isInt: { th: 'ต้องเป็นจำนวนเต็ม', en: 'This must be a whole number.' },
  isNotEmpty: { th: 'ต้องไม่เว้นว่าง', en: 'This must not be empty.' },
  isNumber: { th: 'ต้องเป็นตัวเลข', en: 'This must be a number.' },
  isObject: { th: 'ต้องเป็นออบเจกต์', en: 'This must be an object.' },
  isString: { th: 'ต้องเป็นข้อความ', en: 'This must be a text.' },
  isUuid: { th: 'ต้องเป็นรหัสแบบ UUID', en: 'This must be a UUID.' },
  matches: { th: 'รูปแบบไม่ถูกต้อง', en: 'This has not the form that is asked for.' },
  max: { th: 'ค่ามากเกินกำหนด', en: 'This is too large.' },
  maxLength: { th: 'ยาวเกินกำหนด', en: 'This is too long.' },
  min: { th: 'ค่าน้อยเกินกำหนด', en: 'This is too small.' },
  minLength: { th: 'สั้นกว่ากำหนด', en: 'This is too short.' },
  nestedValidation: { th: 'ต้องเป็นออบเจกต์ตามแบบที่กำหนด', en: 'This must be an object of the described form.' },
  whitelistValidation: { th: 'ไม่รู้จักช่องนี้', en: 'This field is not known.' },
};

/** All rules that a field broke, in one language; those without a sentence are left out. */
export const ruleSentence = (rules: readonly string[], language: keyof Sentence): string =>
  rules.flatMap((rule) => RULE_SENTENCES[rule]?.[language] ?? []).join(' ');
