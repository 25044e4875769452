const DIGIT = '[0-9๐-๙]';
/** Of bounded length: a longer search from every digit of a long number would take the square of its time. */
const NUMBER = `${DIGIT}[0-9๐-๙.,]{0,20}`;
const MONTH =
  '(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม' +
  '|ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.)';
const ERA = '(?:พ\\.ศ\\.|ค\\.ศ\\.|จ\\.ศ\\.|ร\\.ศ\\.)';
const UNIT =
  '(?:คน|บาท|คะแนน|ครั้ง|วัน|เดือน|ปี|โครงการ|กิจกรรม|แห่ง|ราย|เรื่อง|ข้อ|ฉบับ|หมู่บ้าน|หมู่|ตำบล|กอง|น\\.|เปอร์เซ็นต์|ชั่วโมง|นาที|กม\\.|ซม\\.|มม\\.)';
const LABEL = '(?:ข้อที่|ข้อ|มาตรา|ร้อยละ|ครั้งที่|ฉบับที่|ลำดับที่|ไตรมาสที่|ไตรมาส|หมู่ที่|เลขที่|บทที่|หน้า|วันที่|ระดับ|ที่|โทร\\.|No\\.)';

/** What a Thai reader expects on one line. Order matters: the longer form first. */
const PATTERNS: readonly string[] = [
  `(?:วันที่ ?)?${DIGIT}{1,2} ?${MONTH} ?(?:${ERA} ?)?${DIGIT}{2,4}`,
  `(?:วันที่ ?)?${DIGIT}{1,2} ?${MONTH}`,
  `${MONTH} ?(?:${ERA} ?)?${DIGIT}{2,4}`,
  `(?:ปีงบประมาณ ?)?${ERA} ?${DIGIT}{2,4}`,
  `ปีงบประมาณ ?${DIGIT}{2,4}`,
  `${LABEL} ?${NUMBER}(?:/${NUMBER})?(?: ?${UNIT})?`,
  `${NUMBER} ?[-–] ?${NUMBER}(?: ?${UNIT})?`,
  `${NUMBER} ?${UNIT}`,
  `[A-Za-z]{1,4} ?${DIGIT}{1,4}(?:[.,]${DIGIT}{1,6}){0,4}`,
  'https?://[^\\s/]{0,200}',
  // Prefixes that make one noun with the word after them; the dictionary takes some of these compounds apart.
  '(?:ผู้|ความ)[ก-ฮเ-ไ]',
  'หน่วยงาน|ภาครัฐ|เจ้าหน้าที่|งบประมาณ|ของขวัญ',
  '(?:นางสาว|นาย|นาง|น\\.ส\\.|ดร\\.|ว่าที่ร้อยตรี)[ก-ฮเ-ไ]',
  '(?:[ก-ฮ]{1,5}[ิ-ื็-๎]?\\.)(?: ?[ก-ฮ]{1,5}[ิ-ื็-๎]?\\.)*',
];
const ALWAYS_WHOLE: readonly string[] = ['No Gift Policy', 'No Gift'];

/** Finds the stretches of a text that are not broken where a line can hold them. */
export type KeepTogether = RegExp;

/** @param glossary the organization's own names, kept whole like dates and codes */
export function keepTogether(glossary: readonly string[] = []): KeepTogether {
  const names = [...ALWAYS_WHOLE, ...glossary]
    .map((name) => name.trim())
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp([...new Set(names), ...PATTERNS].join('|'), 'g');
}
