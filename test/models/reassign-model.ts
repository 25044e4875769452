import type { Person, Post } from './cast.js';
import { refused, type Outcome } from './deed-model.js';
import type { ModelItem } from './item-model.js';

export interface Handing {
  readonly by: Person;
  readonly step: number;
  readonly post: Post;
  readonly to: Person;
  readonly hasReason: boolean;
}

/** Asks another lawful holder for one waiting signature: whoever could sign before can sign after. */
export function handOn(item: ModelItem, { by, step, post, to, hasReason }: Handing): Outcome {
  const { agency, kind, askedPosts } = item;
  if (item.askedStep !== step || !askedPosts.includes(post)) return refused('lifecycle.wrong-state');
  const holders = agency.signersOf(post, kind);
  if (!agency.isA(by, 'administrator') && !holders.includes(by)) return refused('permission.denied');

  const need = item.route?.[step]?.need;
  const lawful = askedPosts
    .filter((each) => each === post || need !== 'all')
    .flatMap((each) => agency.signersOf(each, kind));
  const before = handedBefore(item, post);
  const asked = before ?? (holders.length === 1 ? holders[0] : null);
  const isFree = to !== asked && to !== item.submitter && !item.hasSigned(to) && !item.authors.has(to);
  const isSomebodyElse = before !== null || to !== by;
  if (!lawful.includes(to) || !isFree || !isSomebodyElse) return refused('route.not-to-them');
  if (!hasReason) return refused('lifecycle.reason-missing');

  item.handed.set(placeOf(item, post), to);
  item.history.push('reassign');
  return { state: item.state, version: item.version };
}

/** A post as lists show it: of one that was handed on, only whom it was handed to, and nothing when they hold another post. */
export function shownAsAsked(item: ModelItem, post: Post): string[] {
  const to = handedBefore(item, post);
  const shown = item.agency.signersOf(post, item.kind).filter((person) => to === null || person === to);
  return to !== null && shown.length === 0 ? [] : [`${post}: ${shown.sort().join(' ')}`];
}

/** Whom the signature was handed to, as long as they may still give it. */
function handedBefore(item: ModelItem, post: Post): Person | null {
  const person = item.handed.get(placeOf(item, post));
  const may = item.askedPosts.some((each) => person && item.agency.signersOf(each, item.kind).includes(person));
  return person && may ? person : null;
}

const placeOf = (item: ModelItem, post: Post): string => `${item.askedStep} ${post}`;
