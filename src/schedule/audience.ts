import type { Slot } from '../core/route/route.js';
import type { NoticeKind } from '../core/notice/notice.js';

/** Whom it makes sense to ask: four eyes keep out the submitter, the authors, and whoever signed in this round. */
export const mayStillSign = (
  { holders, handedTo }: Pick<Slot, 'holders' | 'handedTo'>,
  { submittedBy }: { readonly submittedBy: string | null },
  { decidedBy, authors }: { readonly decidedBy: readonly string[]; readonly authors: readonly string[] },
): string[] =>
  (handedTo ? [handedTo] : holders)
    .map(({ personId }) => personId)
    .filter((person) => person !== submittedBy && !decidedBy.includes(person) && !authors.includes(person));

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
