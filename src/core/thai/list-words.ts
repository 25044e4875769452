/** Words that agencies set as a sub-heading inside a method or result cell, without any mark-up. [Seed 001] */
export const CELL_HEADINGS: readonly string[] = [
  'วิธีดำเนินการ',
  'วิธีการดำเนินการ',
  'ขั้นตอนการดำเนินการ',
  'แนวทางการดำเนินการ',
  'ช่องทาง',
];

/** Marks a row or a cell that goes on from the page before. */
export const CONTINUED = '(ต่อ)';

/** Words that open a new phrase; a space before them is the writer's, not a broken line. */
export const PHRASE_OPENERS: ReadonlySet<string> = new Set([
  'และ',
  'หรือ',
  'แต่',
  'โดย',
  'เพื่อ',
  'ซึ่ง',
  'ใน',
  'จาก',
  'ตาม',
  'เช่น',
  'พร้อม',
  'รวม',
  'ทั้ง',
  'เมื่อ',
  'ให้',
  'ได้',
  'มี',
  'ไม่',
]);
