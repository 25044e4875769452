import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { actingOf, actingOrders, type ActedFor } from './acted-for.queries.js';
import { keptHashes, namesThen } from './logged-texts.queries.js';
import { reasonHash, type KeyedReason } from './reason-hash.js';
import { returnedSignatures } from './set-aside.js';

export interface HistoryEntry {
  readonly seq: string;
  readonly at: Date;
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
  /** Null when the product itself acted; names and titles as they were then. */
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
  /** A signature that a later return made count no more. */
  readonly isSetAside: boolean;
  /** Of the text before and after; the same where it did not change, empty before there was one. */
  readonly contentHashBefore: string;
  readonly contentHash: string;
  /** The text changed, and both are kept. */
  readonly isComparable: boolean;
  readonly fileSha256: string;
}

type Event = Readonly<Record<string, string>>;

/** What happened to one item, oldest first: who, as which post, what, from where to where, why; names as they were then. */
export async function historyOf(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: string,
  itemId: string,
): Promise<HistoryEntry[]> {
  const rows: { seq: string; event: Event }[] = await tx.query(
    `select seq, event from audit_event where organization_id = $1 and item_kind = $2 and item_id = $3 order by seq`,
    [organizationId, itemKind, itemId],
  );
  const deeds = rows.map(({ seq, event }) => ({ seq, ...deedOf(event) }));
  const reasons = await reasonsOf(tx, organizationId, itemKind, itemId);
  const orders = await actingOrders(tx, organizationId, deeds);
  const names = await namesThen(
    tx,
    organizationId,
    deeds.map(({ actorPersonId }) => actorPersonId),
    [...deeds.map(({ actorPostId }) => actorPostId), ...[...orders.values()].map(({ postId }) => postId)],
  );
  const kept = await keptHashes(tx, organizationId, itemKind, itemId);
  const aside = await setAsideIn(tx, organizationId, itemKind, itemId, deeds);
  return deeds.map((deed) => ({
    seq: deed.seq,
    at: new Date(deed.at),
    action: deed.action,
    fromState: deed.fromState,
    toState: deed.toState,
    personId: deed.actorPersonId || null,
    person: names.person(deed.actorPersonId, deed.at),
    post: names.post(deed.actorPostId, deed.at),
    acting: actingOf(deed, orders, names),
    ...(reasons.get(deed.reasonHash) ?? NO_WORDS),
    isSetAside: aside.has(deed),
    contentHashBefore: deed.contentHashBefore,
    contentHash: deed.contentHashAfter,
    isComparable:
      deed.contentHashBefore !== deed.contentHashAfter &&
      kept.has(deed.contentHashBefore) &&
      kept.has(deed.contentHashAfter),
    fileSha256: deed.fileSha256,
  }));
}

/** The parts of an event that its history tells. */
const deedOf = (event: Event) => ({
  at: event['at'] ?? '',
  action: event['action'] ?? '',
  fromState: event['fromState'] ?? '',
  toState: event['toState'] ?? '',
  actorPersonId: event['actorPersonId'] ?? '',
  actorPostId: event['actorPostId'] ?? '',
  onBehalfOf: event['onBehalfOf'] ?? '',
  reasonHash: event['reasonHash'] ?? '',
  contentHashBefore: event['contentHashBefore'] ?? '',
  contentHashAfter: event['contentHashAfter'] ?? '',
  fileSha256: event['fileSha256'] ?? '',
});
type Deed = ReturnType<typeof deedOf>;

/** Signatures that count no more: by a return to the submitter, or to a step before them. */
async function setAsideIn<Done extends Deed>(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: string,
  itemId: string,
  deeds: readonly Done[],
): Promise<ReadonlySet<Done>> {
  const steps: Pick<Deed, 'action' | 'actorPersonId' | 'at'>[] = await tx.query(
    `select act as action, person_id as "actorPersonId",
       to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from decision where organization_id = $1 and item_kind = $2 and item_id = $3 and set_aside_by is not null`,
    [organizationId, itemKind, itemId],
  );
  const found = steps.flatMap(
    ({ action, actorPersonId, at }) =>
      deeds.find((deed) => deed.action === action && deed.actorPersonId === actorPersonId && deed.at >= at) ?? [],
  );
  return new Set([...returnedSignatures(itemKind, deeds), ...found]);
}

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
