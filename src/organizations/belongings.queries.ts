import { createHash } from 'node:crypto';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { TODAY } from './who-may-act.queries.js';

export interface OwnAppointment {
  readonly id: string;
  readonly postId: string;
  readonly post: string;
  /** YYYY-MM-DD; from today on where it began earlier. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Before today: the past stays with who held it. */
  readonly beganBefore: boolean;
}

export interface OwnItem {
  readonly kind: ItemKindName;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly contentHash: string;
  /** It was submitted and somebody else's signature is asked. */
  readonly isWaiting: boolean;
}

/** Everything that passes on when a person's work is handed over. */
export interface Belongings {
  /** Of today and of later days. */
  readonly appointments: readonly OwnAppointment[];
  /** Items that are not over yet, those that wait first. */
  readonly items: readonly OwnItem[];
  /** Items that are over; who looks after them changes all the same. */
  readonly finished: number;
  /** Ids of orders that end, because a right to act is a person's own. */
  readonly actingOrders: readonly string[];
}

/** What this person holds, looks after and answers for today. */
export async function belongingsOf(tx: Tx, organizationId: OrganizationId, personId: string): Promise<Belongings> {
  const appointments: OwnAppointment[] = await tx.query(
    `select a.id, a.post_id as "postId", p.name as post, a.starts_on < ${TODAY} as "beganBefore",
       to_char(greatest(a.starts_on, ${TODAY}), 'YYYY-MM-DD') as "startsOn", to_char(a.ends_on, 'YYYY-MM-DD') as "endsOn"
     from appointment a join post p on p.organization_id = a.organization_id and p.id = a.post_id
     where a.organization_id = $1 and a.person_id = $2 and (a.ends_on is null or a.ends_on >= ${TODAY})
     order by a.starts_on, a.id`,
    [organizationId, personId],
  );
  const items: (OwnItem & { isOver: boolean })[] = await tx.query(
    `select kind, id, title, state, content_hash as "contentHash", is_waiting as "isWaiting", is_over as "isOver"
     from (${OWN_ITEMS}) own order by is_waiting desc, title, id`,
    [organizationId, personId],
  );
  const orders: { id: string }[] = await tx.query(
    `select id from acting_order where organization_id = $1 and person_id = $2 and revoked_on is null
       and (ends_on is null or ends_on >= ${TODAY})`,
    [organizationId, personId],
  );
  return {
    appointments,
    items: items.flatMap(({ isOver, ...item }) => (isOver ? [] : [item])),
    finished: items.filter(({ isOver }) => isOver).length,
    actingOrders: orders.map(({ id }) => id),
  };
}

/** Tables of items; each has the columns of every item. */
export const ITEM_TABLES = ['measure', 'report', 'announcement'] as const satisfies readonly ItemKindName[];

/** Whoever drafted an item looks after it; whoever submitted it answers for it while it waits. */
const OWN_ITEMS = ITEM_TABLES.map(
  (table) => `
    select '${table}' as kind, id, title, state, content_hash,
      state in ('division_review', 'executive_review', 'results_review', 'signing') as is_waiting,
      state in ('completed', 'cancelled', 'signed', 'published', 'superseded', 'withdrawn')
        ${table === 'measure' ? `or (amends_id is not null and state = 'approved')` : ''} as is_over
    from ${table}
    where organization_id = $1 and (created_by = $2 or (coalesce(succeeded_by, submitted_by) = $2
      and state in ('division_review', 'executive_review', 'results_review', 'signing')))`,
).join(' union all ');

/** Names what was shown: another digest means that something came or went meanwhile. Hexadecimal. */
export const digestOf = ({ appointments, items, finished, actingOrders }: Belongings): string =>
  createHash('sha256')
    .update(JSON.stringify([appointments, items, finished, actingOrders]))
    .digest('hex');

/** What would be left behind: hand-over moves all of it. */
export interface Duties {
  readonly posts: number;
  readonly drafts: number;
  readonly waiting: number;
  readonly actingOrders: number;
}

export const dutiesIn = ({ appointments, items, actingOrders }: Belongings): Duties => ({
  posts: appointments.length,
  drafts: items.filter(({ isWaiting }) => !isWaiting).length,
  waiting: items.filter(({ isWaiting }) => isWaiting).length,
  actingOrders: actingOrders.length,
});
