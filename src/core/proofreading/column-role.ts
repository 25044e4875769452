import type { ColumnRole } from './proof-document.js';

/** Tried in order: "สรุปผลตามมาตรการ" is a result although it names a measure. */
const ROLE_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['order', /^(ลำดับ(ที่)?|ที่|ข้อ|อันดับ|no\.?)$/i],
  ['responsible', /รับผิดชอบ|^ผู้(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติ)$|เจ้าของเรื่อง|^เจ้าภาพ/],
  ['period', /ระยะเวลา|กำหนดเวลา|ช่วงเวลา|ห้วงเวลา|กรอบเวลา|กำหนดแล้วเสร็จ|ปฏิทิน|วันเดือนปี|วันที่ดำเนินการ/],
  ['outcome', /ผลลัพธ์|ความสำเร็จ|ผลสัมฤทธิ์|ผลที่(?:ได้รับ|เกิด|คาด)/],
  ['result', /^ผล(?!ต่าง|คะแนน)|สรุปผล|ผลการดำเนิน|ผลดำเนิน|ผลการปฏิบัติ/],
  ['monitoring', /กำกับ|ติดตาม/],
  ['score', /^คะแนน|^ค่าคะแนน/],
  ['measure', /มาตรการ|กิจกรรม|โครงการ/],
  ['method', /วิธี|ขั้นตอน|แนวทาง/],
  ['indicator', /ชี้วัด/],
];

const LONGEST_HEADER = 60;

/** The part a column plays, from its heading without spaces; null when no word of it is known. */
export function columnRole(tightTitle: string): ColumnRole | null {
  if (tightTitle.length > LONGEST_HEADER) return null;
  return ROLE_WORDS.find(([, words]) => words.test(tightTitle))?.[0] ?? null;
}

/** A header row has at least two known columns, mostly known ones, and no cell as long as a sentence. */
export function isHeaderRow(tightTitles: readonly string[]): boolean {
  const filled = tightTitles.filter((title) => title !== '');
  const known = filled.filter((title) => columnRole(title) !== null);
  return (
    known.length >= 2 &&
    known.length * 2 > filled.length &&
    filled.every((title) => title.length <= LONGEST_HEADER && !/^[-\d]/.test(title))
  );
}
