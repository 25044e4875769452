import type { ColumnKey, Grouping } from '../../../src/core/report/layout.js';
import { LAYOUT_PRESETS } from '../../../src/core/report/layout-presets.js';
import type { PeriodStyle } from '../../../src/core/report/period-text.js';
import type { NarrowColumn } from '../../documents/narrow-columns.js';
import type { Choice } from '../components/field.js';
import type { Notice } from '../frame.js';

/** What a column shows, in the words of the form. */
export const COLUMN_LABELS: Readonly<Record<ColumnKey, string>> = {
  number: 'ลำดับ',
  indicator: 'ตัวชี้วัด ITA',
  measure: 'มาตรการ',
  methods: 'วิธีดำเนินการ',
  period: 'ระยะเวลา',
  responsible: 'ผู้รับผิดชอบ',
  monitoring: 'การกำกับติดตาม',
  results: 'ผลการดำเนินการ',
  outcomes: 'ผลลัพธ์',
  evidence: 'หลักฐาน',
};

const GROUPING_LABELS: Readonly<Record<Grouping, string>> = {
  flat: 'ไม่จัดกลุ่ม เรียงเป็นรายการเดียว',
  theme: 'ตามประเด็น มีแถวหัวเรื่องของแต่ละประเด็น',
  indicator: 'ตามตัวชี้วัด ITA ตัวที่ 1 ถึง 10',
};

const PERIOD_LABELS: Readonly<Record<PeriodStyle, string>> = {
  'as-written': 'ตามที่ผู้จัดทำเขียน',
  full: 'ชื่อเดือนเต็ม เช่น ตุลาคม 2567 – กันยายน 2568',
  short: 'ชื่อเดือนย่อ เช่น ต.ค. 2567 – ก.ย. 2568',
  'fiscal-year': 'ปีงบประมาณ ถ้าครบทั้งปี',
};

const choicesOf = (labels: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export const GROUPING_CHOICES = choicesOf(GROUPING_LABELS);
export const PERIOD_CHOICES = choicesOf(PERIOD_LABELS);
export const DIGIT_CHOICES = choicesOf({ thai: 'เลขไทย', arabic: 'เลขอารบิก' });
export const ORIENTATION_CHOICES = choicesOf({ landscape: 'แนวนอน', portrait: 'แนวตั้ง' });

/** Yes-or-no choices of a layout, by their names in the data. */
export const LAYOUT_SWITCHES = choicesOf({
  numbersTitles: 'ใส่ลำดับหน้าชื่อมาตรการ',
  hasCover: 'มีหน้าปก',
  hasSignature: 'มีช่องลงนามท้ายรายงาน',
});

export const PRESET_CHOICES: readonly Choice[] = Object.entries(LAYOUT_PRESETS).map(([value, { label }]) => ({
  value,
  label: label.th,
}));

export const presetLabel = (preset: string | null): string =>
  PRESET_CHOICES.find(({ value }) => value === preset)?.label ?? '–';

const PROBLEMS: Readonly<Record<string, (expected: string) => string>> = {
  'column-missing': () => 'ต้องมีคอลัมน์มาตรการ กรุณาใส่ลำดับของคอลัมน์มาตรการ',
  'unknown-placeholder': (name) => `ไม่รู้จัก ${name} ใช้ได้เฉพาะคำในวงเล็บปีกกาที่แสดงไว้`,
  'too-few': () => 'มีน้อยเกินไป ตารางต้องมีอย่างน้อย 2 คอลัมน์ และชื่อรายงานอย่างน้อย 1 บรรทัด',
  'too-many': () => 'มีมากเกินไป ชื่อรายงานมีได้ไม่เกิน 5 บรรทัด',
  'too-short': () => 'กรุณากรอกข้อความ',
  'too-long': (most) => `ยาวเกิน ${most} ตัวอักษร กรุณาย่อ`,
  'out-of-range': () => 'ต้องเป็นตัวเลข 1 ถึง 100',
  'wrong-type': () => 'ต้องเป็นตัวเลข 1 ถึง 100',
};

/** One fault of a layout as a finished sentence. */
export const layoutSentence = (kind: string, expected: string): string =>
  PROBLEMS[kind]?.(expected) ?? 'ค่านี้ใช้ไม่ได้ กรุณาเลือกใหม่';

export const PLACE_WRONG = 'ลำดับของคอลัมน์ต้องเป็นตัวเลข 1 ถึง 10 และไม่ซ้ำกัน เว้นว่างถ้าไม่แสดง';
export const NAME_NEEDED = 'กรุณาตั้งชื่อไม่เกิน 120 ตัวอักษร';
export const versionText = (version: number): string => `ฉบับที่ ${version}`;

/** What to do about columns that would break a word of their own header; null when there are none. */
export function narrowNotice(columns: readonly NarrowColumn[]): Notice | null {
  if (columns.length === 0) return null;
  const named = columns.map(({ header, word }) => `“${header}” (คำว่า ${word})`).join(' ');
  return {
    tone: 'wait',
    title: 'บางคอลัมน์แคบกว่าคำในหัวคอลัมน์ คำจะถูกตัดกลางคำ',
    body: `${named} ลดจำนวนคอลัมน์ เปลี่ยนเป็นแนวนอน หรือใช้หัวคอลัมน์ที่สั้นลง`,
  };
}
