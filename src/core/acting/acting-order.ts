import type { ItemKindName } from '../item.js';
import type { ActingCapacity } from './signature-block.js';

/** A person acts for a post from one day to another, by a written order. (DOMAIN 3.2) */
export interface ActingOrder {
  readonly id: string;
  readonly personId: string;
  /** The post acted for. */
  readonly postId: string;
  readonly capacity: ActingCapacity;
  /**
   * The order that makes the person hold, by acting, the post whose duties include this one: an acting chief
   * administrator who performs the executive's duties. Null for an order on the person's own standing.
   */
  readonly throughOrderId: string | null;
  readonly orderNumber: string;
  /** Calendar dates YYYY-MM-DD; `endsOn` null means until revoked. */
  readonly orderedOn: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Kinds of item it covers; null means all. */
  readonly itemKinds: readonly ItemKindName[] | null;
  readonly inCapacityOf: string | null;
  readonly revokedOn: string | null;
}

/**
 * The order counts on this day. Its last day counts; the day of a revocation does not.
 * @param itemKind null asks for every kind: an order limited to some does not count then
 */
export function isInForce(order: ActingOrder, day: string, itemKind: ItemKindName | null): boolean {
  const begun = order.startsOn <= day;
  const over = (order.endsOn !== null && order.endsOn < day) || (order.revokedOn !== null && order.revokedOn <= day);
  const covers = order.itemKinds === null || (itemKind !== null && order.itemKinds.includes(itemKind));
  return begun && !over && covers;
}

/** ปฏิบัติราชการแทน leaves the right with whoever gave it; the other three put the acting person in the holder's place. */
export const leavesHolderInPlace = (capacity: ActingCapacity): boolean => capacity === 'delegated_by';

/**
 * The links from the person's own post to the post of this order, nearest first: one, or two when it goes through
 * another order. Null when the order it goes through is not in force that day: then this one gives no right either.
 */
export function linksOf(
  order: ActingOrder,
  orders: readonly ActingOrder[],
  day: string,
  itemKind: ItemKindName | null,
): readonly ActingOrder[] | null {
  if (!isInForce(order, day, itemKind)) return null;
  if (order.throughOrderId === null) return [order];
  const through = orders.find(({ id }) => id === order.throughOrderId);
  return through && isInForce(through, day, itemKind) ? [through, order] : null;
}

const LAST_DAY = '9999-12-31';

/** The last day with an effect, before the revocation; a day before the first when there is none. */
export const lastDay = ({ endsOn, revokedOn }: Pick<ActingOrder, 'endsOn' | 'revokedOn'>): string => {
  const end = endsOn ?? LAST_DAY;
  return revokedOn !== null && revokedOn <= end ? dayBefore(revokedOn) : end;
};

function dayBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date - 1)).toISOString().slice(0, 10);
}
