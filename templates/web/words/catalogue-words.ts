import type { CatalogueKind } from '../../../src/core/ita/catalogue.js';

export const KIND_TITLES: Readonly<Record<CatalogueKind, string>> = {
  instrument: 'เครื่องมือ',
  indicator: 'ตัวชี้วัด',
  'o-code': 'ข้อ O',
};

/** Where a line comes from and how sure it is. */
export function sourceText({ isOwn, verified }: { readonly isOwn: boolean; readonly verified: boolean }): string {
  const doubt = verified ? '' : ' · ยังไม่ได้ตรวจกับคู่มือของปีนี้';
  return `${isOwn ? 'หน่วยงานแก้ไขเอง' : 'มากับระบบ'}${doubt}`;
}

export const NO_TITLE = '(ยังไม่มีชื่อ)';
export const O_CODE_NEEDED = 'รหัสต้องเป็นตัว O ตามด้วยเลข 1 ถึง 99 เช่น O27';
export const TITLE_NEEDED = 'กรุณากรอกชื่อ';
export const TITLE_TOO_LONG = 'ชื่อยาวเกิน 500 ตัวอักษร กรุณาย่อ';
export const WEIGHT_WRONG = 'น้ำหนักต้องเป็นร้อยละ 0 ถึง 100';
export const lineHeading = (kind: CatalogueKind, code: string): string => `${KIND_TITLES[kind]} ${code}`;
export const NEW_O_CODE = 'เพิ่มข้อ O';
