import { createHmac } from 'node:crypto';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

export interface HistoryEntry {
  readonly seq: string;
  readonly at: Date;
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
  /** Null when the product itself acted. */
  readonly person: string | null;
  readonly post: string | null;
  readonly reason: string | null;
  readonly contentHash: string;
  readonly fileSha256: string;
}

interface EventRow {
  readonly seq: string;
  readonly event: Readonly<Record<string, string>>;
  readonly person: string | null;
  readonly post: string | null;
}

/** What happened to one item, oldest first: who, as which post, what, from where to where, why. */
export async function historyOf(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: string,
  itemId: string,
): Promise<HistoryEntry[]> {
  const rows: EventRow[] = await tx.query(
    `select e.seq, e.event, n.name as person, p.name as post from audit_event e
     left join person n on n.organization_id = e.organization_id and n.id::text = e.event ->> 'actorPersonId'
     left join post p on p.organization_id = e.organization_id and p.id::text = e.event ->> 'actorPostId'
     where e.organization_id = $1 and e.event ->> 'itemKind' = $2 and e.event ->> 'itemId' = $3 order by e.seq`,
    [organizationId, itemKind, itemId],
  );
  const reasons = await reasonsOf(tx, organizationId, itemKind, itemId);
  return rows.map(({ seq, event, person, post }) => ({
    seq,
    at: new Date(event.at ?? ''),
    action: event.action ?? '',
    fromState: event.fromState ?? '',
    toState: event.toState ?? '',
    person,
    post,
    reason: reasons.get(event.reasonHash ?? '') ?? null,
    contentHash: event.contentHashAfter ?? '',
    fileSha256: event.fileSha256 ?? '',
  }));
}

/** The log holds a keyed hash of each reason; the words are looked up by it. */
async function reasonsOf(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: string,
  itemId: string,
): Promise<Map<string, string>> {
  const rows: { reason: string; key: Buffer }[] = await tx.query(
    `select reason, reason_key as key from decision
     where organization_id = $1 and item_kind = $2 and item_id = $3 and reason is not null and reason_key is not null`,
    [organizationId, itemKind, itemId],
  );
  return new Map(rows.map(({ reason, key }) => [createHmac('sha256', key).update(reason).digest('hex'), reason]));
}
