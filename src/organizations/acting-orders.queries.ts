import { daysWithin, type Month } from '../core/acting/acting-month.js';
import { isLapsing, remarksOn, type OrderRemark } from '../core/acting/order-remarks.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { ActingOrderRow } from './acting-order.entity.js';
import { ownPostsOf } from './order-acting.js';
import { personNames, postNames, today } from './organizations.queries.js';

export interface ListedActingOrder {
  readonly order: ActingOrderRow;
  readonly person: string;
  readonly post: string;
  /** What an administrator should look at from today on. */
  readonly remarks: readonly OrderRemark[];
}

/** Every acting order an organization ever recorded, the latest beginning first. */
export async function actingOrdersOf(tx: Tx, organizationId: OrganizationId): Promise<ListedActingOrder[]> {
  const orders = await tx.find(ActingOrderRow, { where: { organizationId }, order: { startsOn: 'DESC', id: 'DESC' } });
  const people = await personNames(tx, organizationId);
  const posts = await postNames(tx, organizationId);
  const ownPosts = await ownPostsOf(tx, organizationId);
  const day = await today(tx);
  return orders.map((order) => ({
    order,
    person: people.get(order.personId) ?? '',
    post: posts.get(order.postId) ?? '',
    remarks: remarksOn(order, orders, ownPosts, day),
  }));
}

/** How many orders do not give the right that their paper says, or will not: their person left, or the order they go through. @param personId only theirs */
export const lapsingOrders = async (tx: Tx, organizationId: OrganizationId, personId?: string): Promise<number> =>
  (await actingOrdersOf(tx, organizationId)).filter(
    ({ order, remarks }) => isLapsing(remarks) && (personId === undefined || order.personId === personId),
  ).length;

/** An order with the days of one month on which it gives a right. */
export interface ActingStretch extends ListedActingOrder {
  /** YYYY-MM-DD, both within the month. */
  readonly from: string;
  readonly to: string;
}

/** Who acts for whom in a month: by post, then by day. */
export async function actingStretches(tx: Tx, organizationId: OrganizationId, month: Month): Promise<ActingStretch[]> {
  return (await actingOrdersOf(tx, organizationId))
    .flatMap((listed) => {
      const days = daysWithin(listed.order, month);
      return days ? [{ ...listed, ...days }] : [];
    })
    .sort((a, b) => a.post.localeCompare(b.post, 'th') || a.from.localeCompare(b.from));
}
