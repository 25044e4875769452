import type { ItemKindName } from '../item.js';
import { leavesHolderInPlace, linksOf, type ActingOrder } from './acting-order.js';

/** Somebody who may sign as a post on a day: by appointment (no orders), or by one or two acting orders, nearest first. */
export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly orders: readonly ActingOrder[];
}

export interface Appointed {
  readonly personId: string;
  readonly name: string;
}

/**
 * Who may sign as this post: the appointed persons, or whoever acts in their place; a delegation leaves both.
 * @param people names of persons with open accounts; others never hold anything
 * @param itemKind null asks for rights over every kind: orders limited to some kinds do not count then
 */
export function holdersOf(
  postId: string,
  appointed: readonly Appointed[],
  orders: readonly ActingOrder[],
  { day, itemKind, people }: { day: string; itemKind: ItemKindName | null; people: ReadonlyMap<string, string> },
): Holder[] {
  const acting = orders.flatMap((order) => {
    if (order.postId !== postId || (itemKind === null && order.itemKinds !== null)) return [];
    const links = linksOf(order, orders, day, itemKind);
    const name = people.get(order.personId);
    return links && name !== undefined ? [{ personId: order.personId, name, orders: links }] : [];
  });
  const isReplaced = acting.some(({ orders: links }) => !leavesHolderInPlace(links.at(-1)?.capacity ?? 'delegated_by'));
  const own = isReplaced ? [] : appointed.map((person) => ({ ...person, orders: [] }));
  return [...own, ...acting];
}
