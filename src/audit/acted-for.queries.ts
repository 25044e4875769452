import type { ActingCapacity } from '../core/acting/signature-block.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { NamesThen } from './logged-texts.queries.js';

export interface ActedFor {
  readonly capacity: ActingCapacity;
  readonly post: string;
  readonly orderNumber: string;
  /** YYYY-MM-DD */
  readonly orderedOn: string;
}

export type OrderThen = Omit<ActedFor, 'post'> & { readonly postId: string };

/** The acting orders that events name, by id. */
export async function actingOrders(
  tx: Tx,
  organizationId: OrganizationId,
  events: readonly { readonly onBehalfOf: string }[],
): Promise<Map<string, OrderThen>> {
  const ids = events.flatMap(({ onBehalfOf }) => orderIds(onBehalfOf));
  if (ids.length === 0) return new Map();
  const rows: (OrderThen & { id: string })[] = await tx.query(
    `select id, capacity, post_id as "postId", order_number as "orderNumber", to_char(ordered_on, 'YYYY-MM-DD') as "orderedOn"
     from acting_order where organization_id = $1 and id::text = any ($2)`,
    [organizationId, ids],
  );
  return new Map(rows.map(({ id, ...order }) => [id, order]));
}

/** The log says "post acted for;order,order". */
const orderIds = (onBehalfOf: string): string[] => (onBehalfOf.split(';')[1] ?? '').split(',').filter(Boolean);

/** By which orders somebody acted, nearest first, with the posts as they were called then. */
export const actingOf = (
  { onBehalfOf, at }: { readonly onBehalfOf: string; readonly at: string },
  orders: ReadonlyMap<string, OrderThen>,
  names: NamesThen,
): ActedFor[] =>
  orderIds(onBehalfOf).flatMap((id) => {
    const order = orders.get(id);
    if (!order) return [];
    const { postId, ...rest } = order;
    return { ...rest, post: names.post(postId, at) ?? '' };
  });
