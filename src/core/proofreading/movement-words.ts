/** Words that say in which direction a number went, in texts without spaces. "ไม่น้อยกว่า" sets a bound and is none of them. */
const UP = '(?:เพิ่ม|เพิ่มมาก|เพิ่มสูง|สูง|มาก|ดี|มากยิ่ง|ดียิ่ง|สูงยิ่ง|ปรับ|ขยับ)ขึ้น';
const DOWN = '(?:ลด|ลดน้อย|ลดต่ำ|ต่ำ|น้อย|ตก|แย่|ปรับลด)ลง';
const BEFORE = '(?:ปี(?:ก่อน|ที่แล้ว|ที่ผ่านมา|(?:งบประมาณ)?(?:พ\\.ศ\\.)?25\\d\\d)|เดิม|ครั้งก่อน|รอบก่อน)';
const ABOVE = `(?<!ไม่)(?:สูง|มาก|ดี)กว่า(?=(?:ผล|คะแนน|ของ){0,2}${BEFORE})`;
const BELOW = `(?<!ไม่)(?:ต่ำ|น้อย)กว่า(?=(?:ผล|คะแนน|ของ){0,2}${BEFORE})`;

export const RISES = `${UP}|${ABOVE}`;
export const FALLS = `${DOWN}|${BELOW}`;
export const MOVES = `${RISES}|${FALLS}`;
/** "เพิ่มจาก … เป็น", "ลดจาก … เหลือ": short words that a from-phrase completes. */
export const MOVES_FROM = `(?:${UP}|${DOWN}|เพิ่ม|ลด)(?=จาก)`;

/** @param word as RISES or FALLS found it */
export const isRise = (word: string): boolean => /เพิ่ม|สูง|มาก|ดี|ขยับ|ปรับขึ้น/.test(word);

/** The word that says the contrary, in the same form. */
export function contraryOf(word: string): string {
  if (word.endsWith('กว่า')) return isRise(word) ? 'ต่ำกว่า' : 'สูงกว่า';
  if (word === 'เพิ่ม') return 'ลด';
  if (word === 'ลด') return 'เพิ่ม';
  return isRise(word) ? 'ลดลง' : 'เพิ่มขึ้น';
}
