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

/** What decides, beside posts and orders, whether an order gives a right. */
export interface ActingDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Null asks for rights over every kind: orders limited to some kinds do not count then. */
  readonly itemKind: ItemKindName | null;
  /** Names of persons with open accounts; others never hold anything. */
  readonly people: ReadonlyMap<string, string>;
  /**
   * Own posts of that day by person. All four capacities are those of somebody who holds a post (DOMAIN 3.2: it stands first
   * in every block), so whoever left theirs acts for nobody.
   */
  readonly ownPosts: ReadonlyMap<string, readonly string[]>;
}

/**
 * Who may sign as this post: the appointed persons, or whoever acts in their place; a delegation leaves both. Whoever was
 * appointed to the post they act for signs as its holder.
 */
export function holdersOf(
  postId: string,
  appointed: readonly Appointed[],
  orders: readonly ActingOrder[],
  { day, itemKind, people, ownPosts }: ActingDay,
): Holder[] {
  const acting = orders.flatMap((order) => {
    if (order.postId !== postId || (itemKind === null && order.itemKinds !== null)) return [];
    const own = ownPosts.get(order.personId) ?? [];
    const name = people.get(order.personId);
    if (name === undefined || own.length === 0 || own.includes(postId)) return [];
    const links = linksOf(order, orders, day, itemKind)?.filter((link) => !own.includes(link.postId));
    return links ? [{ personId: order.personId, name, orders: links }] : [];
  });
  const isReplaced = acting.some(({ orders: links }) => !leavesHolderInPlace(links.at(-1)?.capacity ?? 'delegated_by'));
  const own = isReplaced ? [] : appointed.map((person) => ({ ...person, orders: [] }));
  return [...own, ...acting];
}
