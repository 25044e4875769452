import type { ItemKindName } from '../item.js';
import { lastDay, type ActingOrder } from './acting-order.js';

/** Days (YYYY-MM-DD, both count) and kinds of item (null: all) over which something gives a right. */
export interface RightSpan {
  readonly from: string;
  readonly to: string;
  readonly itemKinds: readonly ItemKindName[] | null;
}

/**
 * Where an order can give a right at all: within its days and kinds, and within those of the order it goes through. Null when
 * that is nowhere: it was revoked before it began, or the order it goes through is not there.
 */
export function spanOf(order: ActingOrder, orders: readonly ActingOrder[]): RightSpan | null {
  const own = { from: order.startsOn, to: lastDay(order), itemKinds: order.itemKinds };
  if (order.throughOrderId === null) return meet(own, own);
  const through = orders.find(({ id }) => id === order.throughOrderId);
  const before = through ? spanOf(through, orders) : null;
  return before && meet(own, before);
}

/** The days and kinds that both cover; null when there are none. */
export function meet(a: RightSpan, b: RightSpan): RightSpan | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  const itemKinds = sharedKinds(a.itemKinds, b.itemKinds);
  return from > to || itemKinds?.length === 0 ? null : { from, to, itemKinds };
}

const sharedKinds = (a: RightSpan['itemKinds'], b: RightSpan['itemKinds']): RightSpan['itemKinds'] =>
  a === null ? b : b === null ? a : a.filter((kind) => b.includes(kind));
