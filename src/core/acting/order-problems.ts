import type { ErrorCode } from '../errors.js';
import { lastDay, type ActingOrder } from './acting-order.js';
import { meet, spanOf, type RightSpan } from './right-span.js';

/** A person holds a post by appointment. Calendar dates YYYY-MM-DD, the last day counts; null means until further notice. */
export interface OwnPost {
  readonly personId: string;
  readonly postId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface OrderProblem {
  readonly code: Extract<ErrorCode, `acting.${string}`>;
  /** Numbers of the orders that it meets or closes a circle with. */
  readonly orders: readonly string[];
}

/** Why an order may not be made, all reasons at once. @param ownPosts everybody's, over all time */
export function orderProblems(
  order: ActingOrder,
  others: readonly ActingOrder[],
  ownPosts: readonly OwnPost[],
): readonly OrderProblem[] {
  const codes: OrderProblem['code'][] = [];
  const held = ownPosts
    .filter(({ personId }) => personId === order.personId)
    .filter((own) => isOn(own, order.startsOn));
  if (order.endsOn !== null && order.endsOn < order.startsOn) codes.push('acting.dates-reversed');
  if (held.length === 0) codes.push('acting.person-without-post');
  if (held.some(({ postId }) => postId === order.postId)) codes.push('acting.own-post');
  const overlapping = overlappingOf(order, others);
  if (overlapping.length > 0) codes.push('acting.overlap');
  const circle = circleOf(order, others, ownPosts);
  codes.push(...throughProblems(order, others));
  if (circle.length > 0) codes.push('acting.circular');
  return [...new Set(codes)].map((code) => {
    const met = code === 'acting.overlap' ? overlapping : code === 'acting.circular' ? circle : [];
    return { code, orders: met.map(({ orderNumber }) => orderNumber) };
  });
}

const isOn = ({ startsOn, endsOn }: OwnPost, day: string): boolean =>
  startsOn <= day && (endsOn === null || endsOn >= day);

/** Orders for the same post on some day and kind of item. One that can give no right any more stands in nobody's way. */
function overlappingOf(order: ActingOrder, others: readonly ActingOrder[]): ActingOrder[] {
  const span = spanOf(order, others);
  return others.filter((other) => {
    const taken = other.id !== order.id && other.postId === order.postId ? spanOf(other, others) : null;
    return span !== null && taken !== null && meet(span, taken) !== null;
  });
}

/** A chain has two links at most, both of one person, and what was delegated is not handed on. */
function throughProblems(order: ActingOrder, others: readonly ActingOrder[]): OrderProblem['code'][] {
  if (order.throughOrderId === null) return [];
  const through = others.find(({ id }) => id === order.throughOrderId);
  if (!through || through.personId !== order.personId || !covers(through, order)) return ['acting.through-unusable'];
  if (through.postId === order.postId) return ['acting.circular'];
  if (through.throughOrderId !== null) return ['acting.chain-too-long'];
  return through.capacity === 'delegated_by' || order.capacity === 'delegated_by' ? ['acting.handed-on'] : [];
}

const covers = (outer: ActingOrder, inner: ActingOrder): boolean =>
  outer.startsOn <= inner.startsOn && lastDay(outer) >= lastDay(inner);

/**
 * The orders by which whoever stands in for somebody is, in the end, stood in for by that very person: from the post acted for
 * to its holder, by the holder's orders to the next post, and so on, over days and kinds that all of them share. The new order
 * comes first; empty when there is no circle.
 */
function circleOf(
  order: ActingOrder,
  others: readonly ActingOrder[],
  ownPosts: readonly OwnPost[],
): readonly ActingOrder[] {
  const follow = (way: readonly ActingOrder[], postId: string, shared: RightSpan): readonly ActingOrder[] => {
    for (const own of ownPosts.filter((each) => each.postId === postId)) {
      const during = meet(shared, { from: own.startsOn, to: own.endsOn ?? shared.to, itemKinds: null });
      if (!during) continue;
      if (own.personId !== order.personId) {
        const circle = onwards(way, own.personId, during);
        if (circle.length > 0) return circle;
      } else if (way.length > 1) return way;
    }
    return [];
  };
  const onwards = (way: readonly ActingOrder[], personId: string, during: RightSpan): readonly ActingOrder[] => {
    for (const next of others.filter((each) => each.personId === personId && !way.includes(each))) {
      const span = spanOf(next, others);
      const shared = span && meet(during, span);
      const circle = shared ? follow([...way, next], next.postId, shared) : [];
      if (circle.length > 0) return circle;
    }
    return [];
  };
  const span = spanOf(order, others);
  return span ? follow([order], order.postId, span) : [];
}
