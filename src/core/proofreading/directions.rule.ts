import { FALLS, RISES } from './movement-words.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

const BY =
  '(?:จาก[^\\d]{0,30}(?:25\\d\\d)?[^\\d]{0,12}|(?:ผล|คะแนน|ของ){0,2}(?:ปี[^\\d]{0,14}(?:25\\d\\d)?|เดิม)[^\\d]{0,8})?';
const AMOUNT = '(?:เท่ากับ|จำนวน|ร้อยละ|คิดเป็น|ถึง|อยู่)?\\d{1,3}(?:\\.\\d+)?(?:คะแนน|%)?';
const FALL = new RegExp(`(?:${FALLS})${BY}${AMOUNT}`, 'g');
const RISE = new RegExp(`(?:${RISES})${BY}${AMOUNT}`, 'g');
const CONCLUSION = /(?:แสดงให้เห็น|สะท้อน|บ่งชี้|ชี้ให้เห็น|ส่งผลให้|ทำให้|แสดงว่า|เห็นได้ว่า|สรุปได้ว่า|ถือว่า)/;
const BETTER = /(?:เพิ่มมากขึ้น|เพิ่มขึ้น|มากยิ่งขึ้น|มากขึ้น|ดียิ่งขึ้น|ดีขึ้น|สูงขึ้น)/;
const WORSE = /(?:น้อยลง|ลดลง|แย่ลง|ต่ำลง|ลดน้อยลง)/;
/** Things of which less is better: their fall explains a rising score. */
const UNWANTED =
  /ทุจริต|สินบน|ร้องเรียน|ความเสี่ยง|ข้อบกพร่อง|ปัญหา|ระยะเวลา|ขั้นตอน|เรียกรับ|ทับซ้อน|ค่าใช้จ่าย|มิชอบ|เลือกปฏิบัติ|ข้อผิดพลาด|ล่าช้า|ดุลพินิจ|จุดอ่อน|รอคอย|ค้าง|สูญหาย|เสียหาย|อุบัติเหตุ|หนี้/;
const REACH = 260;

/** A fall is not praised as a rise, nor a rise explained by things getting worse. */
export const directionsRule: Rule = {
  id: 'number.direction',
  severity: 'E',
  title: { th: 'ข้อสรุปขัดกับทิศทางของคะแนน', en: 'Conclusion contradicts the direction of the score' },
  source: 'DOMAIN 5.4 (direction words)',
  check: ({ passages }: ProofContext) =>
    passages.flatMap((passage) => [...praisedFalls(passage), ...lamentedRises(passage)]),
};

function praisedFalls(passage: Passage): Sighting[] {
  return contradictions(passage, FALL, BETTER, (between) => !UNWANTED.test(between), {
    th: 'คะแนนลดลง แต่ข้อความสรุปว่าดีขึ้นหรือเพิ่มขึ้น',
    en: 'The score fell, yet the sentence concludes that things rose or got better',
  });
}

function lamentedRises(passage: Passage): Sighting[] {
  return contradictions(passage, RISE, WORSE, (between) => !UNWANTED.test(between), {
    th: 'คะแนนเพิ่มขึ้น แต่ข้อความสรุปว่าลดลงหรือแย่ลง',
    en: 'The score rose, yet the sentence concludes that things fell or got worse',
  });
}

function contradictions(
  passage: Passage,
  movement: RegExp,
  verdict: RegExp,
  counts: (between: string) => boolean,
  message: Sighting['message'],
): Sighting[] {
  const text = passage.tight.text;
  return [...text.matchAll(movement)].flatMap((moved) => {
    if (isOfUnwanted(text, moved)) return [];
    const end = moved.index + moved[0].length;
    const rest = sentenceFrom(text.slice(end, end + REACH));
    const conclusion = CONCLUSION.exec(rest);
    const found = conclusion && verdict.exec(rest.slice(conclusion.index));
    if (!conclusion || !found || !counts(rest.slice(conclusion.index, conclusion.index + found.index))) return [];
    const to = end + conclusion.index + found.index + found[0].length;
    return [{ ...tightSpan(passage, moved.index, to), message }];
  });
}

const SUBJECT = 40;

/** "เรื่องร้องเรียนลดลง 5 เรื่อง": no score moved, but something of which less is better. */
function isOfUnwanted(text: string, moved: RegExpExecArray): boolean {
  const subject = text.slice(Math.max(0, moved.index - SUBJECT), moved.index);
  return UNWANTED.test(subject) && !/คะแนน|ตัวชี้วัด|%$/.test(subject + moved[0]);
}

/** Up to the next item of a list, or the next statement of a result. */
const sentenceFrom = (rest: string): string => rest.split(/(?<=\D)\d{1,2}\.(?=[\u0E01-\u0E44])|ผลการประเมิน/)[0] ?? rest;
