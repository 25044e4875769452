import { canonicalBytes, EVENT_KEYS, EVENT_SCHEMA, type CanonicalEvent } from '../audit/canonical-event.js';
import { chainNext } from '../audit/chain.js';
import type { BulkRows } from './bulk-insert.js';
import type { BenchMeasure, Hands } from './desk-years.js';

/** The audit chain so far. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Buffer;
}

const NOTHING = Object.fromEntries(EVENT_KEYS.map((key) => [key, ''])) as Record<keyof CanonicalEvent, string>; // every key is in the list

/** Everything that was done, in the order of its days, as the database chains it. */
export function chainOf(
  hands: Hands,
  measures: readonly BenchMeasure[],
  start: ChainHead,
): { rows: BulkRows; head: ChainHead } {
  const { organizationId } = hands;
  const done = measures
    .flatMap((measure) => measure.deeds.map((deed, nth) => ({ measure, deed, at: measure.at(nth) })))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  let { seq, hash } = start;
  const rows = done.map(({ measure, deed: [hand, action, fromState, toState], at }) => {
    seq += 1;
    const event: CanonicalEvent = {
      ...NOTHING,
      schema: EVENT_SCHEMA,
      organizationId,
      seq: String(seq),
      at: at.replace('Z', '000Z'),
      action,
      itemKind: 'measure',
      itemId: measure.row.id,
      fromState,
      toState,
      actorPersonId: hands[hand].personId,
      actorPostId: hands[hand].postId,
      contentHashBefore: action === 'draft' ? '' : measure.row.content_hash,
      contentHashAfter: measure.row.content_hash,
    };
    const bytes = canonicalBytes(event);
    hash = chainNext(organizationId, seq, hash, bytes);
    const hex = (part: Uint8Array): string => `\\x${Buffer.from(part).toString('hex')}`;
    return { organization_id: organizationId, seq, bytes: hex(bytes), hash: hex(hash), event };
  });
  return { rows, head: { seq, hash } };
}
