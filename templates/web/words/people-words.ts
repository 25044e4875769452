import { thaiShortDate } from '../../../src/core/thai/dates.js';
import type { DigitStyle } from '../../../src/core/thai/digits.js';
import type { Choice } from '../components/field.js';
import type { StateView } from '../components/state-chip.js';

/** What a post does in the product. */
export const POST_KIND_LABELS: Readonly<Record<string, string>> = {
  officer: 'เจ้าหน้าที่ผู้จัดทำ',
  division_head: 'หัวหน้าส่วนราชการ',
  chief_administrator: 'ปลัด',
  executive: 'ผู้บริหารสูงสุด',
  administrator: 'ผู้ดูแลระบบ',
  auditor: 'ผู้ตรวจสอบ',
};

export const POST_KIND_CHOICES: readonly Choice[] = Object.entries(POST_KIND_LABELS).map(([value, label]) => ({
  value,
  label,
}));

interface Span {
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** "ตั้งแต่ 1 ต.ค. 2558", "1 ต.ค. 2558 ถึง 30 ก.ย. 2568". */
export const heldText = ({ startsOn, endsOn }: Span, digits: DigitStyle): string =>
  endsOn === null
    ? `ตั้งแต่ ${thaiShortDate(startsOn, digits)}`
    : `${thaiShortDate(startsOn, digits)} ถึง ${thaiShortDate(endsOn, digits)}`;

/** Whether a span counts on a day, will, or did. */
export function spanState({ startsOn, endsOn }: Span, day: string): StateView {
  if (startsOn > day) return { label: 'ยังไม่เริ่ม', tone: 'wait' };
  return endsOn !== null && endsOn < day ? { label: 'สิ้นสุดแล้ว', tone: 'draft' } : { label: 'ปัจจุบัน', tone: 'ok' };
}

/** Chip of an account. */
export function accountState({ isClosed, awaitsPassword }: { isClosed: boolean; awaitsPassword: boolean }): StateView {
  if (isClosed) return { label: 'ปิดบัญชีแล้ว', tone: 'stopped' };
  return awaitsPassword ? { label: 'รอตั้งรหัสผ่าน', tone: 'wait' } : { label: 'ใช้งานอยู่', tone: 'ok' };
}

export const NOBODY = 'ไม่มีผู้ดำรงตำแหน่ง';
export const WHOLE_AGENCY = 'ทั้งหน่วยงาน';

/** Why nobody may sign for a post. */
export const unsignedWhy = (keptOut: readonly string[]): string =>
  keptOut.length === 0 ? 'ไม่มีผู้ดำรงตำแหน่งหรือผู้รักษาราชการแทน' : `${keptOut.join(', ')} เป็นผู้จัดทำ ผู้เสนอ หรือลงนามเรื่องนี้แล้ว`;
export const WHOLE_AGENCY_POSTS = 'ปลัดและผู้บริหาร';
