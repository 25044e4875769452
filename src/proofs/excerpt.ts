import type { BundleRecords } from '../audit/bundle-records.js';

/** One measure, report or announcement. */
export interface ItemRef {
  readonly itemKind: string;
  readonly itemId: string;
}

/**
 * The records of one item, and of the people, posts and orders that they name: nothing of any other.
 * @param ownPosts ids of posts that its events name besides
 */
export function excerptOf(
  all: BundleRecords,
  { itemKind, itemId }: ItemRef,
  ownPosts: ReadonlySet<string>,
): BundleRecords {
  const ofItem = (row: ItemRef): boolean => row.itemKind === itemKind && row.itemId === itemId;
  const versions = all.versions.filter(ofItem);
  const decisions = all.decisions.filter(ofItem);
  const overrides = all.overrides.filter(ofItem);
  const editions = all.editions.filter(ofItem);
  const publications = all.publications.filter(({ editionId }) => editions.some(({ id }) => id === editionId));
  const orderIds = new Set(decisions.flatMap(({ actingOrderIds }) => actingOrderIds.split(',')));
  const orders = all.orders.filter(({ id }) => orderIds.has(id));
  const people = new Set([
    ...decisions.map(({ personId }) => personId),
    ...versions.map(({ frozenBy }) => frozenBy),
    ...overrides.flatMap(({ personId, ratifiedBy }) => [personId, ratifiedBy]),
    ...orders.map(({ personId }) => personId),
  ]);
  const posts = new Set([...[...decisions, ...orders].map(({ postId }) => postId), ...ownPosts]);
  return {
    people: all.people.filter(({ id }) => people.has(id)),
    posts: all.posts.filter(({ id }) => posts.has(id)),
    orders,
    appointments: [],
    routes: [],
    versions,
    decisions,
    overrides,
    editions,
    publications,
  };
}
