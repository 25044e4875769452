import type { Slot } from '../../../src/core/route/route.js';
import type { RouteStepView } from '../components/route-progress.js';

export interface RouteInHand {
  readonly slots: readonly (Slot & {
    readonly isOpen: boolean;
    readonly isSigned: boolean;
    readonly signedBy: string | null;
  })[];
}

interface AskedPost {
  readonly postName: string;
  readonly holders: readonly { readonly name: string }[];
}

/** "รอ ผู้อำนวยการกองคลัง (นางตัวอย่าง ละเอียดดี)"; says so when nobody holds the post. */
export function waitingText(open: readonly AskedPost[]): string {
  if (open.length === 0) return '';
  return `รอ ${open.map(postWithHolders).join(', ')}`;
}

/** Of a draft: no signature is asked, it is with whoever looks after it. */
export const ownTurnText = (wasReturned: boolean): string => (wasReturned ? 'รอผู้จัดทำแก้ไขแล้วเสนอใหม่' : 'รอผู้จัดทำเสนอ');

/** "มอบมาโดย นาย…: ติดราชการ" */
export const handedText = ({ by, reason }: { readonly by: string; readonly reason: string }): string =>
  `มอบมาโดย ${by}: ${reason}`;

const postWithHolders = ({ postName, holders }: AskedPost): string =>
  holders.length === 0
    ? `${postName} (ยังไม่มีผู้ดำรงตำแหน่ง กรุณาแจ้งผู้ดูแลระบบ)`
    : `${postName} (${holders.map(({ name }) => name).join(' หรือ ')})`;

/** The route with who signed, whose turn it is and who follows. */
export const routeView = ({ slots }: RouteInHand): RouteStepView[] =>
  slots.map((slot) => ({
    label: slot.postName,
    state: slot.isSigned ? 'done' : slot.isOpen ? 'current' : 'ahead',
    note: slot.isSigned ? `ลงความเห็นแล้ว${slot.signedBy ? ` โดย ${slot.signedBy}` : ''}` : holdersText(slot),
  }));

const holdersText = ({ holders, isOpen }: Slot & { isOpen: boolean }): string => {
  if (holders.length === 0) return 'ยังไม่มีผู้ดำรงตำแหน่ง';
  return `${isOpen ? 'รอ ' : ''}${holders.map(({ name }) => name).join(' หรือ ')}`;
};
