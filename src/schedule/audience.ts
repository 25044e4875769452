import { mayStillSign } from '../approvals/turn.js';
import type { Slot } from '../core/route/route.js';
import type { NoticeKind } from '../core/notice/notice.js';

export interface Audience {
  readonly kind: Extract<NoticeKind, 'waiting' | 'nobody-to-sign'>;
  readonly personIds: readonly string[];
}

/** Those who may sign; the administrators when nobody may, so that they find somebody who acts for the post. */
export function audienceOf(
  slot: Pick<Slot, 'holders' | 'handedTo'>,
  item: { readonly submittedBy: string | null },
  turn: { readonly decidedBy: readonly string[]; readonly authors: readonly string[] },
  administrators: readonly string[],
): Audience {
  const signers = mayStillSign(slot, item, turn);
  return signers.length > 0
    ? { kind: 'waiting', personIds: signers }
    : { kind: 'nobody-to-sign', personIds: administrators };
}
