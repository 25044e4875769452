import type { Sentence } from '../web/sentences.js';

/** What the machine or the database said, as far as an operator can mend it. */
const CAUSES: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: {
    th: 'เชื่อมต่อ {where} ไม่ได้ ไม่มีบริการรับอยู่ที่นั่น กรุณาตรวจสอบว่าเปิดบริการแล้วและที่อยู่ในการตั้งค่าถูกต้อง',
    en: 'Nothing answers at {where}. Check that the service runs and that the address in the settings is right.',
  },
  ENOTFOUND: {
    th: 'ไม่พบเครื่องชื่อ {where} กรุณาตรวจสอบที่อยู่ในการตั้งค่า',
    en: 'There is no host called {where}. Check the address in the settings.',
  },
  ETIMEDOUT: {
    th: '{where} ไม่ตอบภายในเวลา กรุณาตรวจสอบเครือข่าย',
    en: '{where} did not answer in time. Check the network.',
  },
  EACCES: {
    th: 'ไม่มีสิทธิ์ใช้ {where} กรุณาให้สิทธิ์อ่านและเขียนแก่ผู้ใช้ที่เปิดโปรแกรม หรือเลือกที่อื่น',
    en: '{where} may not be used. Give the user who runs the program the right to read and write there, or choose another place.',
  },
  EROFS: {
    th: '{where} อยู่บนดิสก์ที่อ่านได้อย่างเดียว กรุณาเลือกที่อื่น',
    en: '{where} lies on a disk that can only be read. Choose another place.',
  },
  ENOSPC: {
    th: 'พื้นที่ดิสก์เต็ม เขียน {where} ไม่ได้ กรุณาเพิ่มพื้นที่แล้วลองใหม่',
    en: 'The disk is full: {where} cannot be written. Make room and try again.',
  },
  ENOTDIR: {
    th: '{where} ไม่ใช่โฟลเดอร์ กรุณาเลือกโฟลเดอร์',
    en: '{where} is not a folder. Choose a folder.',
  },
  '28P01': {
    th: 'ฐานข้อมูลไม่รับรหัสผ่าน กรุณาตรวจสอบ DATABASE_URL',
    en: 'The database refused the password. Check DATABASE_URL.',
  },
  '3D000': {
    th: 'ไม่มีฐานข้อมูลตามที่ระบุใน DATABASE_URL กรุณาสร้างแล้วสั่ง prongsai migrate',
    en: 'The database that DATABASE_URL names does not exist. Make it, then run prongsai migrate.',
  },
  '42P01': {
    th: 'ฐานข้อมูลยังไม่ได้เตรียม กรุณาสั่ง prongsai migrate',
    en: 'The database has not been prepared. Run prongsai migrate.',
  },
};
/** Other names of the same. */
const ALIASES: Readonly<Record<string, string>> = {
  EPERM: 'EACCES',
  EEXIST: 'ENOTDIR',
  EAI_AGAIN: 'ENOTFOUND',
  '28000': '28P01',
};

interface SystemFailure {
  readonly code?: unknown;
  readonly path?: unknown;
  readonly address?: unknown;
  readonly hostname?: unknown;
  readonly port?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** Why a command could not work at all, in Thai and English; null for what no operator can mend. */
export function failureText(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const failure: SystemFailure = error;
  const code = String(failure.code);
  const cause = CAUSES[ALIASES[code] ?? code];
  if (cause) return [cause.th, cause.en].map((text) => text.replace('{where}', placeOf(failure))).join('\n');
  for (const inner of [failure.cause, ...(failure.errors ?? [])]) {
    const found = failureText(inner);
    if (found !== null) return found;
  }
  return null;
}

function placeOf({ path, address, hostname, port }: SystemFailure): string {
  const [place] = [path, address, hostname].filter((each) => typeof each === 'string');
  return `${place ?? '–'}${typeof port === 'number' ? `:${port}` : ''}`;
}
