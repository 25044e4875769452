import type { DigitStyle } from '../../../src/core/thai/digits.js';
import type { PathStep } from '../components/publication-path.js';
import type { StateView } from '../components/state-chip.js';
import { sentenceOf, SENTENCES } from '../sentences.js';
import type { ErrorCode } from '../../../src/core/errors.js';
import { momentText } from './time-words.js';

type Step = 'signed' | 'rendered' | 'sealed' | 'sent' | 'seen';

export interface PublicationInWords {
  readonly doneAt: Readonly<Record<Step, Date | null>>;
  readonly nextStep: Step | null;
  readonly standing: 'on-its-way' | 'published' | 'superseded' | 'withdrawing' | 'withdrawn';
  readonly isStuck: boolean;
  readonly hasTrouble: boolean;
  readonly address: string | null;
}

const LABELS: readonly (readonly [Step, string])[] = [
  ['signed', 'ลงนาม'],
  ['rendered', 'จัดทำ PDF'],
  ['sealed', 'ประทับรับรอง'],
  ['sent', 'ส่งขึ้นเว็บ'],
  ['seen', 'ตรวจพบบนเว็บ'],
];

/** The path with the time of each step; the step it stands at is current, or stuck when it was set aside. */
export function pathView(publication: PublicationInWords, digits: DigitStyle): PathStep[] {
  const { doneAt, nextStep, isStuck, hasTrouble, address } = publication;
  const steps = LABELS.map(([step, label]): PathStep => {
    const at = doneAt[step];
    if (at) {
      const opened = step === 'seen' && address && publication.standing === 'published' ? { address } : {};
      return { label, state: 'done', note: momentText(at, digits), ...opened };
    }
    if (step !== nextStep) return { label, state: 'ahead' };
    if (isStuck) return { label, state: 'stuck', note: 'หยุดรอการแก้ไข' };
    return { label, state: 'current', note: hasTrouble ? 'กำลังลองใหม่' : 'กำลังดำเนินการ' };
  });
  return [{ label: 'ร่าง', state: 'done' }, ...steps];
}

/** Before anything is signed: only the draft, or the wait for the signature. */
export const pathBeforeSigning = (isSigning: boolean): PathStep[] => [
  { label: 'ร่าง', state: isSigning ? 'done' : 'current' },
  ...LABELS.map(([step, label]): PathStep => ({ label, state: isSigning && step === 'signed' ? 'current' : 'ahead' })),
];

export function publicationState({ standing, isStuck, hasTrouble }: PublicationInWords): StateView {
  if (isStuck) return { tone: 'returned', label: 'ติดขัด ต้องสั่งลองใหม่' };
  switch (standing) {
    case 'published':
      return { tone: 'published', label: 'เผยแพร่แล้ว' };
    case 'superseded':
      return { tone: 'stopped', label: 'มีฉบับใหม่แทน' };
    case 'withdrawing':
      return { tone: 'working', label: 'กำลังนำออกจากเว็บ' };
    case 'withdrawn':
      return { tone: 'stopped', label: 'เพิกถอนการเผยแพร่' };
    case 'on-its-way':
      return hasTrouble ? { tone: 'wait', label: 'ล่าช้า กำลังลองใหม่' } : { tone: 'working', label: 'กำลังจัดทำและเผยแพร่' };
  }
}

export const publicationsHeadline = (published: number, moving: number, stuck: number): string =>
  [`เผยแพร่แล้ว ${published} ฉบับ`, moving > 0 && `กำลังดำเนินการ ${moving} ฉบับ`, stuck > 0 && `ติดขัด ${stuck} ฉบับ`]
    .filter(Boolean)
    .join(' · ');

/** The trouble of a piece of work as a sentence; codes that nobody wrote a sentence for are shown as they are. */
export const troubleText = (code: string): string =>
  code in SENTENCES ? sentenceOf(code as ErrorCode, {}, 'th') : `${SENTENCES['system.unexpected'].th} (${code})`; // just looked up
