import { DomainError } from '../core/errors.js';

/** What the webhook understands of LINE's webhook event objects. Everything else that LINE may send is left out. */
export type LineEvent =
  | {
      readonly kind: 'said';
      readonly id: string;
      readonly lineUserId: string;
      readonly text: string;
      readonly replyToken: string;
    }
  | { readonly kind: 'followed'; readonly id: string; readonly lineUserId: string; readonly replyToken: string }
  /** Blocked us, or gave the account up. `at` is the moment of the fact when the event is told again, later. */
  | { readonly kind: 'left'; readonly lineUserId: string; readonly at: Date | null };

interface Told {
  readonly type?: unknown;
  readonly mode?: unknown;
  readonly timestamp?: unknown;
  readonly webhookEventId?: unknown;
  readonly replyToken?: unknown;
  readonly source?: { readonly type?: unknown; readonly userId?: unknown } | null;
  readonly deliveryContext?: { readonly isRedelivery?: unknown } | null;
  readonly message?: { readonly type?: unknown; readonly text?: unknown } | null;
}

const LINE_USER = /^U[0-9a-f]{32}$/;
const LONGEST_ID = 100;

/**
 * The events of a request whose signature was right, in their order. People are heard one to one only: a code in a group is known
 * to the group. @throws DomainError input.invalid when it is no JSON object with a list of events
 */
export function lineEventsIn(body: Uint8Array): LineEvent[] {
  const told = parsed(body);
  if (!Array.isArray(told)) throw new DomainError('input.invalid', { field: 'events' });
  return told.flatMap((event: unknown) => (typeof event === 'object' && event !== null ? understood(event) : []));
}

function parsed(body: Uint8Array): unknown {
  try {
    const root: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof root === 'object' && root !== null && 'events' in root ? root.events : null;
  } catch {
    return null;
  }
}

function understood(event: Told): LineEvent[] {
  const { type, source, webhookEventId: id, replyToken, message } = event;
  const lineUserId = source?.type === 'user' ? source.userId : null;
  if (typeof lineUserId !== 'string' || !LINE_USER.test(lineUserId)) return [];
  if (type === 'unfollow') return [{ kind: 'left', lineUserId, at: momentIfToldAgain(event) }];
  // in standby another program talks with the person
  if (event.mode === 'standby' || typeof id !== 'string' || id.length > LONGEST_ID) return [];
  if (typeof replyToken !== 'string') return [];
  if (type === 'follow') return [{ kind: 'followed', id, lineUserId, replyToken }];
  const text = type === 'message' && message?.type === 'text' ? message.text : null;
  return typeof text === 'string' ? [{ kind: 'said', id, lineUserId, text, replyToken }] : [];
}

const momentIfToldAgain = ({ deliveryContext, timestamp }: Told): Date | null =>
  deliveryContext?.isRedelivery === true && typeof timestamp === 'number' ? new Date(timestamp) : null;
