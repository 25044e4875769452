import type { ActingCapacity } from '../core/acting/signature-block.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { reasonHash, type KeyedReason } from './reason-hash.js';

export interface HistoryEntry {
  readonly seq: string;
  readonly at: Date;
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
  /** Null when the product itself acted. */
  readonly personId: string | null;
  readonly person: string | null;
  readonly post: string | null;
  /** By which acting orders, nearest first: capacity, post acted for, order number. Empty for the own post. */
  readonly acting: readonly ActedFor[];
  readonly reason: string | null;
  /** Of a return: its code, and the step of the route it went back to (0 is the first); null for the submitter. */
  readonly reasonCode: string | null;
  readonly backToStep: number | null;
  /** Of a signature that was handed on: to whom. */
  readonly handedTo: string | null;
  readonly contentHash: string;
  readonly fileSha256: string;
}

export interface ActedFor {
  readonly capacity: ActingCapacity;
  readonly post: string;
  readonly orderNumber: string;
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
     where e.organization_id = $1 and e.item_kind = $2 and e.item_id = $3 order by e.seq`,
    [organizationId, itemKind, itemId],
  );
  const reasons = await reasonsOf(tx, organizationId, itemKind, itemId);
  const orders = await actingOrders(tx, organizationId);
  return rows.map(({ seq, event, person, post }) => ({
    seq,
    at: new Date(event.at ?? ''),
    action: event.action ?? '',
    fromState: event.fromState ?? '',
    toState: event.toState ?? '',
    personId: event.actorPersonId || null,
    person,
    post,
    acting: actingOf(event.onBehalfOf ?? '', orders),
    ...(reasons.get(event.reasonHash ?? '') ?? NO_WORDS),
    contentHash: event.contentHashAfter ?? '',
    fileSha256: event.fileSha256 ?? '',
  }));
}

async function actingOrders(tx: Tx, organizationId: OrganizationId): Promise<Map<string, ActedFor>> {
  const rows: (ActedFor & { id: string })[] = await tx.query(
    `select o.id, o.capacity, p.name as post, o.order_number as "orderNumber" from acting_order o
     join post p on p.organization_id = o.organization_id and p.id = o.post_id where o.organization_id = $1`,
    [organizationId],
  );
  return new Map(rows.map(({ id, ...order }) => [id, order]));
}

/** The log says "post acted for;order,order". */
const actingOf = (onBehalfOf: string, orders: ReadonlyMap<string, ActedFor>): ActedFor[] =>
  (onBehalfOf.split(';')[1] ?? '').split(',').flatMap((id) => orders.get(id) ?? []);

type Words = Pick<HistoryEntry, 'reason' | 'reasonCode' | 'backToStep' | 'handedTo'>;

const NO_WORDS: Words = { reason: null, reasonCode: null, backToStep: null, handedTo: null };

/** The log holds a keyed hash of each reason; the words are looked up by it. */
async function reasonsOf(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: string,
  itemId: string,
): Promise<Map<string, Words>> {
  const rows: (KeyedReason & Words & { reason: string })[] = await tx.query(
    `select d.reason, d.reason_key as "reasonKey", d.reason_code as "reasonCode", d.back_to_step as "backToStep",
       n.name as "handedTo"
     from decision d
     left join reassignment r on r.organization_id = d.organization_id and r.decision_id = d.id
     left join person n on n.organization_id = r.organization_id and n.id = r.to_person_id
     where d.organization_id = $1 and d.item_kind = $2 and d.item_id = $3
       and d.reason is not null and d.reason_key is not null`,
    [organizationId, itemKind, itemId],
  );
  return new Map(rows.map(({ reasonKey, ...words }) => [reasonHash({ ...words, reasonKey }), words] as const));
}
