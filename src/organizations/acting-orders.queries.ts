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
