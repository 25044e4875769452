import { RETURN_REASONS, type ReturnReason } from '../../../src/core/route/return-reason.js';
import type { Slot } from '../../../src/core/route/route.js';
import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';
import type { Choice } from '../components/field.js';

export const RETURN_REASON_LABELS: Readonly<Record<ReturnReason, { readonly th: string; readonly en: string }>> = {
  incomplete: { th: 'ข้อมูลไม่ครบ', en: 'Incomplete' },
  'wrong-figures': { th: 'ตัวเลขหรือข้อเท็จจริงไม่ถูกต้อง', en: 'Wrong figures or facts' },
  'wrong-format': { th: 'รูปแบบหรือถ้อยคำไม่ถูกต้อง', en: 'Wrong format or wording' },
  'wrong-division': { th: 'ส่วนราชการที่รับผิดชอบไม่ถูกต้อง', en: 'Wrong responsible division' },
  unclear: { th: 'ข้อความไม่ชัดเจน', en: 'Unclear' },
  'evidence-missing': { th: 'ขาดหลักฐาน', en: 'Evidence missing' },
  other: { th: 'อื่น ๆ ตามข้อความด้านล่าง', en: 'Other, as written' },
};

export const RETURN_REASON_CHOICES: readonly Choice[] = RETURN_REASONS.map((value) => ({
  value,
  label: RETURN_REASON_LABELS[value].th,
}));

/** The submitter, or an earlier step by the posts that are asked there. */
export const returnPlaces = (steps: readonly number[], slots: readonly Slot[], digits: DigitStyle): Choice[] => [
  { value: '', label: 'ผู้เสนอ เพื่อแก้ไขข้อความ' },
  ...steps.map((step) => {
    const posts = slots.filter((slot) => slot.step === step).map(({ postName }) => postName);
    return { value: String(step), label: `${stepText(step, digits)}: ${posts.join(', ')}` };
  }),
];

const stepText = (step: number, digits: DigitStyle): string => `ลำดับที่ ${printedDigits(String(step + 1), digits)}`;

interface Particulars {
  readonly reasonCode: string | null;
  readonly backToStep: number | null;
  readonly handedTo: string | null;
}

/** "ส่งคืนลำดับที่ ๑ · ข้อมูลไม่ครบ", "มอบให้ นาง…"; empty for other deeds. */
export function particularsText({ reasonCode, backToStep, handedTo }: Particulars, digits: DigitStyle): string {
  const code = RETURN_REASONS.find((known) => known === reasonCode);
  return [
    backToStep === null ? '' : `ส่งคืน${stepText(backToStep, digits)}`,
    code && code !== 'other' ? RETURN_REASON_LABELS[code].th : '',
    handedTo === null ? '' : `มอบให้ ${handedTo}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
