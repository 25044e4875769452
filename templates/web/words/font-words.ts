import type { StateView } from '../components/state-chip.js';

/** What is to be said about a font, by the engine's name for it. */
export const FONT_REMARKS = {
  unreadable: {
    th: 'เปิดอ่านไฟล์ไม่ได้ กรุณาใช้ไฟล์ .ttf หรือ .otf ที่สมบูรณ์',
    en: 'The file cannot be read. Use a complete .ttf or .otf file.',
  },
  'thai-missing': { th: 'ขาดอักษรไทย', en: 'Thai letters are missing' },
  'embedding-forbidden': {
    th: 'ผู้ผลิตไม่อนุญาตให้ฝังแบบอักษรลงใน PDF กรุณาใช้แบบอักษรอื่นหรือขอสิทธิ์จากผู้ผลิต',
    en: 'Its maker forbids embedding in PDF files. Use another font, or ask the maker.',
  },
  'subsetting-forbidden': {
    th: 'ผู้ผลิตไม่อนุญาตให้ฝังเฉพาะบางตัวอักษร กรุณาตรวจสอบสัญญาอนุญาตก่อนใช้',
    en: 'Its maker forbids embedding a part of it. Read its licence before you use it.',
  },
  'bitmap-only': { th: 'อนุญาตให้ฝังเฉพาะภาพตัวอักษร จึงพิมพ์ไม่ได้', en: 'Only its bitmaps may be embedded' },
  'letters-missing': {
    th: 'ขาดอักษรหรือเครื่องหมายบางตัว ซึ่งจะพิมพ์เป็นกรอบว่าง',
    en: 'Some letters or signs are missing; they print as an empty frame',
  },
  'marks-collide': {
    th: 'วรรณยุกต์อาจซ้อนทับสระบน กรุณาดูไฟล์ตัวอย่าง',
    en: 'Tone marks may lie on vowels; look at the specimen',
  },
  'no-layout-rules': {
    th: 'ไม่มีกฎการจัดวางสระและวรรณยุกต์ กรุณาดูไฟล์ตัวอย่าง',
    en: 'It has no rules for placing vowels and tone marks; look at the specimen',
  },
} as const;

export type FontRemarkName = keyof typeof FONT_REMARKS;

export const FONT_STYLE_LABELS = {
  normal: 'ตัวปกติ',
  bold: 'ตัวหนา',
  italics: 'ตัวเอียง',
  bolditalics: 'ตัวหนาเอียง',
} as const;

export const HOUSE_FONT = 'Sarabun';

/** What stands under the heading of the list. */
export const fontInUse = (family: string | null): string =>
  family === null ? `เอกสารใหม่พิมพ์ด้วย ${HOUSE_FONT} ซึ่งมากับระบบ` : `เอกสารใหม่พิมพ์ด้วย ${family}`;

export interface FontUse {
  readonly isChosen: boolean;
  readonly isRetired: boolean;
}

export function fontState({ isChosen, isRetired }: FontUse): StateView {
  if (isRetired) return { tone: 'stopped', label: 'เลิกใช้แล้ว' };
  return isChosen ? { tone: 'ok', label: 'ใช้อยู่' } : { tone: 'draft', label: 'ยังไม่ใช้' };
}

/** Why a typeface can be neither chosen nor retired; null when it can. */
export function fontNote({ isChosen, isRetired }: FontUse): string | null {
  if (isRetired) return 'เลิกใช้แบบอักษรนี้แล้ว หากจะใช้อีกให้นำไฟล์เดิมเข้าใหม่';
  return isChosen ? 'เอกสารใหม่พิมพ์ด้วยแบบอักษรนี้ จะเลิกใช้ได้เมื่อเลือกแบบอักษรอื่นแล้ว' : null;
}

export const fontVerdict = (remarkCount: number): string =>
  remarkCount === 0 ? 'ใช้ได้' : `ใช้ได้ แต่มีข้อควรทราบ ${remarkCount} ข้อ`;

/** What is printed where the family lacks a style. */
export const standInText = (style: keyof typeof FONT_STYLE_LABELS): string =>
  `ไม่มีไฟล์ พิมพ์ด้วย${FONT_STYLE_LABELS[style]}แทน`;
