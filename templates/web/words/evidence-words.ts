import type { EvidenceKind } from '../../../src/core/measure/evidence-file.js';
import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';
import { momentText, sizeText } from './time-words.js';

const KIND: Readonly<Record<EvidenceKind, string>> = { pdf: 'PDF', png: 'ภาพ PNG', jpeg: 'ภาพ JPEG' };

/** "PDF 3 หน้า · 240 KB" */
export function fileDetail(kind: EvidenceKind, pages: number, bytes: number, digits: DigitStyle): string {
  const length = kind === 'pdf' ? ` ${pages} หน้า` : '';
  return printedDigits(`${KIND[kind]}${length} · ${sizeText(bytes)}`, digits);
}

/** Said where the product cannot read a page, so that a person looks; null where all pages were read. */
export function unreadText(kind: EvidenceKind, unread: readonly number[], digits: DigitStyle): string | null {
  if (kind !== 'pdf' || unread.length === 0) return null;
  return printedDigits(`หน้า ${unread.join(', ')} ไม่มีข้อความให้ระบบอ่าน กรุณาตรวจข้อมูลส่วนบุคคลด้วยตา`, digits);
}

/** What an address answered when it was last asked. */
export interface LinkFound {
  readonly outcome: 'answered' | 'silent' | 'forbidden' | null;
  readonly status: number | null;
  readonly checkedAt: Date | null;
}

/** "ลิงก์ตอบ 404 เมื่อ 14 ม.ค. 2568 10:10 น." */
export function linkText({ outcome, status, checkedAt }: LinkFound, digits: DigitStyle): string {
  const when = checkedAt ? ` เมื่อ ${momentText(checkedAt, digits)}` : '';
  if (outcome === 'forbidden') return `ที่อยู่นี้ชี้เข้าเครือข่ายภายใน ประชาชนเปิดไม่ได้ ตรวจ${when}`;
  if (outcome === 'silent') return `ลิงก์ไม่ตอบ${when}`;
  return isFine({ outcome, status }) ? `เปิดได้${when}` : `ลิงก์ตอบ ${status}${when}`;
}

export const isFine = ({ outcome, status }: Pick<LinkFound, 'outcome' | 'status'>): boolean =>
  outcome === 'answered' && status !== null && status >= 200 && status < 400;

export const NOT_CHECKED_YET = 'ยังไม่ได้ตรวจว่าเปิดได้หรือไม่';
export const FILES_LABEL = 'ไฟล์หลักฐาน';
