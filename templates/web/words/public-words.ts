import type { StateView } from '../components/state-chip.js';
import type { Notice } from '../frame.js';
import type { VerdictKind } from '../pages/public/verify.page.js';

type FileState = 'current' | 'superseded' | 'withdrawn';

const FILE_STATES: Readonly<Record<FileState, StateView>> = {
  current: { tone: 'published', label: 'เผยแพร่แล้ว' },
  superseded: { tone: 'stopped', label: 'มีฉบับใหม่แทน' },
  withdrawn: { tone: 'stopped', label: 'เพิกถอนการเผยแพร่' },
};
export const fileState = (state: FileState): StateView => FILE_STATES[state];

/** "อำเภอตัวอย่าง จังหวัดตัวอย่าง" */
export const placeText = ({ district, province }: { readonly district: string; readonly province: string }): string =>
  province === 'กรุงเทพมหานคร' ? `เขต${district} ${province}` : `อำเภอ${district} จังหวัด${province}`;

export const withdrawalNotice = (atText: string, reason: string): Notice => ({
  tone: 'stop',
  title: `หน่วยงานเพิกถอนเอกสารนี้เมื่อ ${atText}`,
  body: `เหตุผล: ${reason}`,
});

/** Until another person ratifies an emergency decision, everybody sees that one was taken. */
export const OVERRIDE_NOTICE: Notice = {
  tone: 'wait',
  title: 'เอกสารนี้ผ่านการพิจารณาโดยใช้อำนาจกรณีฉุกเฉิน',
  body: 'ยังไม่มีบุคคลอื่นรับรองการใช้อำนาจนั้น ข้อความนี้จะหายไปเมื่อมีผู้รับรองแล้ว',
};

export const editionLabel = (number: string): string => `ฉบับที่ ${number}`;

export const publicKind = (kind: string, fiscalYear: string): string => `${kind} · ปีงบประมาณ พ.ศ. ${fiscalYear}`;

export const PUBLIC_FACTS = {
  agency: 'หน่วยงาน',
  fiscalYear: 'ปีงบประมาณ',
  edition: 'ฉบับที่เผยแพร่',
  signedAt: 'ลงนามเมื่อ',
  publishedAt: 'เผยแพร่เมื่อ',
  seal: 'ตราประทับอิเล็กทรอนิกส์',
  document: 'เอกสาร',
  sha256: 'รหัสยืนยันไฟล์ (SHA-256)',
  sealer: 'ผู้ประทับรับรอง',
  sealedAt: 'เวลาที่ประทับรับรอง',
} as const;

export const VERDICT_SENTENCES: Readonly<Record<VerdictKind, string>> = {
  current: 'ไฟล์นี้ตรงทุกตัวอักษรกับฉบับที่หน่วยงานเผยแพร่อยู่ในขณะนี้',
  superseded: 'ไฟล์นี้ตรงกับฉบับที่เคยเผยแพร่ แต่หน่วยงานเผยแพร่ฉบับใหม่แทนแล้ว กรุณาใช้ฉบับปัจจุบัน',
  withdrawn: 'ไฟล์นี้ตรงกับฉบับที่เคยเผยแพร่ แต่หน่วยงานเพิกถอนแล้ว กรุณาดูเหตุผลที่หน้าเอกสาร',
  altered: 'ไฟล์นี้มีตราประทับ แต่ไม่ตรงกับที่ประทับไว้ กรุณาดาวน์โหลดใหม่จากเว็บไซต์ของหน่วยงาน',
  sealed: 'ตราประทับของไฟล์นี้สมบูรณ์ แต่ไฟล์นี้ไม่อยู่ในเอกสารที่เผยแพร่จากระบบนี้ กรุณาตรวจสอบกับหน่วยงานผู้ออก',
  unknown: 'ไม่พบไฟล์นี้ในเอกสารที่เผยแพร่ และไม่มีตราประทับที่ตรวจได้ กรุณาตรวจสอบกับหน่วยงานผู้ออก',
};
export const DEMO_SEAL = 'ใบรับรองตัวอย่าง ไม่มีผลทางกฎหมาย';

/** Level and, for a certificate that the installation made itself, what it is worth. */
export const sealText = (level: string, isDemo: boolean): string =>
  isDemo ? `PAdES ${level} · ${DEMO_SEAL}` : `PAdES ${level}`;
