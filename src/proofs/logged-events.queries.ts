import type { ChainedEvent } from '../audit/chain.js';
import { STATED } from '../audit/stated-record.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** An event with what a bundle chooses by. */
export type LocatedEvent = ChainedEvent & {
  readonly action: string;
  readonly itemKind: string;
  readonly itemId: string;
  /** UTC with microseconds. */
  readonly at: string;
  /** Says what a person, a post or an order is called. */
  readonly isStatement: boolean;
};

/** The log from its first event up to a size. */
export async function eventsUpTo(tx: Tx, organizationId: OrganizationId, size: number): Promise<LocatedEvent[]> {
  const rows: (Omit<LocatedEvent, 'seq' | 'hash'> & { seq: string; hash: Buffer })[] = await tx.query(
    `select seq, bytes, hash, event ->> 'action' as action, item_kind as "itemKind", item_id as "itemId",
       event ->> 'at' as at, item_kind = any ($3) and event ->> 'contentHashAfter' <> '' as "isStatement"
     from audit_event where organization_id = $1 and seq <= $2 order by seq`,
    [organizationId, size, Object.values(STATED).map(({ itemKind }) => itemKind)],
  );
  return rows.map(({ seq, hash, ...event }) => ({ ...event, seq: Number(seq), hash: hash.toString('hex') }));
}

/** When the log was opened, as bound into its first hash. */
export async function openingOf(tx: Tx, organizationId: OrganizationId): Promise<string> {
  const [head]: { createdAt: string }[] = await tx.query(
    'select created_at as "createdAt" from audit_head where organization_id = $1',
    [organizationId],
  );
  return head?.createdAt ?? '';
}
