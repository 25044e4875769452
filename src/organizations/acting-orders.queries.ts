import { daysWithin, type Month } from '../core/acting/acting-month.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { ActingOrderRow } from './acting-order.entity.js';
import { personNames, postNames } from './organizations.queries.js';

export interface ListedActingOrder {
  readonly order: ActingOrderRow;
  readonly person: string;
  readonly post: string;
}

/** Every acting order an organization ever recorded, the latest beginning first. */
export async function actingOrdersOf(tx: Tx, organizationId: OrganizationId): Promise<ListedActingOrder[]> {
  const orders = await tx.find(ActingOrderRow, { where: { organizationId }, order: { startsOn: 'DESC', id: 'DESC' } });
  const people = await personNames(tx, organizationId);
  const posts = await postNames(tx, organizationId);
  return orders.map((order) => ({
    order,
    person: people.get(order.personId) ?? '',
    post: posts.get(order.postId) ?? '',
  }));
}

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
