import type { StateView } from '../components/state-chip.js';
import { sentenceOf, type Sentence } from '../sentences.js';

/** Why a certificate file cannot be used, and what to do. */
const REASONS: Readonly<Record<string, Sentence>> = {
  'pkcs12-unreadable': {
    th: 'เปิดไฟล์ใบรับรองไม่ได้ กรุณาตรวจว่ารหัสผ่านของไฟล์ถูกต้อง และเป็นไฟล์ .p12 หรือ .pfx ที่ผู้ให้บริการออกให้',
    en: 'The file cannot be opened. Check its password, and that it is a .p12 or .pfx file with AES encryption.',
  },
  'too-large': {
    th: 'ไฟล์ใหญ่เกินกว่าจะเป็นใบรับรอง กรุณาเลือกไฟล์ .p12 หรือ .pfx',
    en: 'The file is too large to be a certificate. Choose a .p12 or .pfx file.',
  },
  'no-certificate-for-this-key': {
    th: 'ในไฟล์ไม่มีใบรับรองที่คู่กับกุญแจ กรุณาขอไฟล์ที่สมบูรณ์จากผู้ให้บริการ',
    en: 'The file holds no certificate that belongs to its key. Ask the provider for a complete file.',
  },
  'not-for-sealing': {
    th: 'ใบรับรองนี้ออกเพื่อการอื่น ใช้ประทับรับรองเอกสารไม่ได้ กรุณาขอใบรับรองสำหรับลงลายมือชื่อ',
    en: 'The certificate was issued for something else. Ask for one that may sign.',
  },
  'key-kind-unknown': {
    th: 'ระบบไม่รองรับกุญแจชนิดนี้ กรุณาขอใบรับรองแบบ RSA หรือ ECDSA (P-256, P-384)',
    en: 'Keys of this kind are not supported. Ask for RSA, or ECDSA on P-256 or P-384.',
  },
  'not-yet-valid': { th: 'ใบรับรองนี้ยังไม่ถึงวันเริ่มใช้', en: 'The certificate is not valid yet.' },
};

/** What is wrong with a certificate that was brought, as a finished sentence. */
export const certificateSentence = (reason: string, language: keyof Sentence = 'th'): string =>
  REASONS[reason]?.[language] ?? sentenceOf('seal.certificate-invalid', {}, language);

/** How long it lasts. @param warning null while more than 60 days are left */
export function certificateState(
  warning: { readonly withinDays: number; readonly daysLeft: number } | null,
): StateView {
  if (!warning) return { tone: 'ok', label: 'ใช้อยู่' };
  if (warning.withinDays === 0) return { tone: 'stopped', label: 'หมดอายุแล้ว เอกสารรอประทับรับรอง' };
  return { tone: 'wait', label: `ใกล้หมดอายุ เหลือ ${warning.daysLeft} วัน` };
}

export const DEMO_SEAL: StateView = { tone: 'wait', label: 'ใช้ใบรับรองสาธิต' };
export const DEMO_SEAL_MEANS = 'เอกสารที่ประทับรับรองตอนนี้ไม่มีผลทางกฎหมาย จนกว่าจะนำใบรับรองของหน่วยงานเข้า';
export const CERTIFICATE_ENDED = 'ใบรับรองในไฟล์นี้หมดอายุแล้ว กรุณาขอใบรับรองใหม่จากผู้ให้บริการ';

export const CERTIFICATE_FACTS = {
  subject: 'ออกให้แก่',
  issuer: 'ผู้ออกใบรับรอง',
  validFrom: 'ใช้ได้ตั้งแต่',
  validTo: 'ใช้ได้ถึง',
  sha256: 'ลายนิ้วมือ (SHA-256)',
} as const;
