import { addDays } from '../time/calendar-days.js';
import { lastDay, type ActingOrder } from './acting-order.js';
import type { OwnPost } from './order-problems.js';

/** What an administrator should look at in an order that goes on. Days are YYYY-MM-DD. */
export type OrderRemark =
  /** From this day on the person holds no post of their own: the order gives no right. */
  | { readonly kind: 'without-post'; readonly from: string }
  /** From this day on the order it goes through does not count, nor does this one. */
  | { readonly kind: 'through-ended'; readonly from: string }
  /** It is dated after the day on which it begins. No source says whether such an order is valid, so it is only told. */
  | { readonly kind: 'ordered-late' };

/** Remarks on an order from a day on; none once it is over or revoked. Pure. @param ownPosts everybody's, over all time */
export function remarksOn(
  order: ActingOrder,
  orders: readonly ActingOrder[],
  ownPosts: readonly OwnPost[],
  day: string,
): OrderRemark[] {
  const last = lastDay(order);
  const first = order.startsOn > day ? order.startsOn : day;
  if (order.revokedOn !== null || last < first) return [];
  const without = dayWithoutPost(
    ownPosts.filter(({ personId }) => personId === order.personId),
    first,
    last,
  );
  const through = orders.find(({ id }) => id === order.throughOrderId);
  const unsupported = through && lastDay(through) < last ? addDays(lastDay(through), 1) : null;
  return [
    ...(without === null ? [] : [{ kind: 'without-post', from: without } as const]),
    ...(unsupported === null ? [] : [{ kind: 'through-ended', from: unsupported } as const]),
    ...(order.orderedOn > order.startsOn ? [{ kind: 'ordered-late' } as const] : []),
  ];
}

/** True when an order does not give the right that its paper says, or will not. */
export const isLapsing = (remarks: readonly OrderRemark[]): boolean =>
  remarks.some(({ kind }) => kind !== 'ordered-late');

/** The first day of these on which the person holds nothing. */
function dayWithoutPost(own: readonly OwnPost[], first: string, last: string): string | null {
  for (let day = first; day <= last;) {
    const held = own.filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn >= day));
    if (held.length === 0) return day;
    const ends = held.flatMap(({ endsOn }) => (endsOn === null ? [] : [endsOn]));
    if (ends.length < held.length) return null;
    day = addDays(ends.sort().at(-1) ?? day, 1);
  }
  return null;
}
