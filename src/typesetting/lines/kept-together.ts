import { keptWords, type KeptWords } from './kept-words.js';

const DIGIT = '[0-9๐-๙]';
/** Of bounded length: a longer search from every digit of a long number would take the square of its time. */
const NUMBER = `${DIGIT}[0-9๐-๙.,]{0,20}`;
const MONTH =
  '(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม' +
  '|ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.)';
const ERA = '(?:พ\\.ศ\\.|ค\\.ศ\\.|จ\\.ศ\\.|ร\\.ศ\\.)';
const UNIT =
  '(?:คน|บาท|คะแนน|ครั้ง|วันทำการ|วัน|เดือน|ปี|โครงการ|กิจกรรม|แห่ง|รายการ|ราย|เรื่อง|ข้อ|ฉบับ|หมู่บ้าน|หมู่|ตำบล|กอง|น\\.|เปอร์เซ็นต์|ชั่วโมง|นาที' +
  '|กม\\.|ซม\\.|มม\\.|มาตรการ|ตัวชี้วัด|ประเภท|ไตรมาส|ความเห็น|ช่องทาง|ด้าน|ระดับ|อันดับ|ชุด|หน้า|แผ่น|คัน|รุ่น|หน่วยงาน|ส่วนราชการ|ครัวเรือน)';
const LABEL =
  '(?:ข้อที่|ข้อ|มาตรา|ร้อยละ|ครั้งที่|ฉบับที่|ลำดับที่|(?:EIT )?ส่วนที่|รอบที่|ไตรมาสที่|ไตรมาส|หมู่ที่|เลขที่|บทที่|หน้า|วันที่|ระดับ|ตัวชี้วัดที่|ที่|โทร\\.|No\\.)';

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
  '(?:https?://|www\\.)[^\\s/]{0,200}/?',
  'หน่วยงาน|ภาครัฐ|เจ้าหน้าที่|งบประมาณ|ของขวัญ',
  '(?:[ก-ฮ]{1,5}[ิ-ื็-๎]?\\.)(?: ?[ก-ฮ]{1,5}[ิ-ื็-๎]?\\.)*',
];
/** What is one with the word after it; looked for by itself, so that a date after it is found all the same. */
const PREFIXES: readonly string[] = [
  '(?:ผู้|ความ)[ก-ฮเ-ไ]',
  '(?:จังหวัด|อำเภอ) ?[ก-ฮเ-ไ]',
  '(?<![ก-๎])ณ ?[ก-ฮเ-ไ]',
  '(?:นางสาว|นาย|นาง|น\\.ส\\.|ดร\\.|ว่าที่ร้อยตรี)[ก-ฮเ-ไ]',
];
/** The heart of longer patterns, held more firmly than a label before it: "วันที่ | ๓๑ มีนาคม ๒๕๖๘". */
const HEARTS: readonly string[] = [`${DIGIT}{1,2} ?${MONTH}(?: ?(?:${ERA} ?)?${DIGIT}{2,4})?`, `${NUMBER} ?${UNIT}`];
const ALWAYS_WHOLE: readonly string[] = ['No Gift Policy', 'No Gift'];

/** What belongs together, and how firmly: where a line cannot hold it, it parts where it holds least. */
export interface KeptStretch {
  readonly start: number;
  readonly end: number;
  readonly firmness: number;
}

const PATTERN_FIRMNESS = 1;
export const WORD_FIRMNESS = 2;
const EVERY_PATTERN = [PATTERNS, PREFIXES, HEARTS].map((list) => new RegExp(list.join('|'), 'g'));

/** Finds the stretches of a text that are not broken where a line can hold them. */
export class KeepTogether {
  private readonly words: KeptWords;

  /** @param glossary names and compounds kept whole like dates and codes */
  constructor(glossary: readonly string[]) {
    this.words = keptWords([...ALWAYS_WHOLE, ...glossary]);
  }

  *stretchesOf(text: string): Generator<KeptStretch> {
    for (let start = 0; start < text.length; start++) {
      for (const end of this.words.endsOfWordsAt(text, start)) yield { start, end, firmness: WORD_FIRMNESS };
    }
    for (const pattern of EVERY_PATTERN) {
      for (const { index, 0: found } of text.matchAll(pattern)) {
        yield { start: index, end: index + found.length, firmness: PATTERN_FIRMNESS };
      }
    }
  }
}

export const keepTogether = (glossary: readonly string[] = []): KeepTogether => new KeepTogether(glossary);
