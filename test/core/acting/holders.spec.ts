import { holdersOf } from '../../../src/core/acting/holders.js';
import type { ActingOrder } from '../../../src/core/acting/acting-order.js';
import { order } from './an-order.js';

const people = new Map(['finance', 'works', 'chief'].map((id) => [id, `นาย${id}`]));
const chief = { personId: 'chief', name: 'นายchief' };

/** "person by order+order" for everybody who may sign as the post on 15 January 2025. */
const signers = (
  postId: string,
  orders: readonly ActingOrder[],
  ownPosts: Record<string, readonly string[]>,
  appointed = [chief],
): string[] =>
  holdersOf(postId, appointed, orders, {
    day: '2025-01-15',
    itemKind: 'measure',
    people,
    ownPosts: new Map(Object.entries(ownPosts)),
  }).map((holder) => [holder.personId, ...holder.orders.map(({ id }) => id)].join(' '));

const acting = order({ id: 'acting' });
const chained = order({ id: 'chained', postId: 'executive', throughOrderId: 'acting' });

describe('who may sign as a post', () => {
  it('is whoever acts for it and holds a post of their own', () => {
    expect(signers('chief', [acting], { finance: ['finance'], chief: ['chief'] })).toEqual(['finance acting']);
  });

  it('is the holder again once the acting person left their own post', () => {
    expect(signers('chief', [acting], { chief: ['chief'] })).toEqual(['chief']);
  });

  it('is nobody by a chain once the acting person left their own post', () => {
    expect(signers('executive', [acting, chained], { chief: ['chief'] }, [])).toEqual([]);
  });

  it('is the acting person as holder, once appointed to the post', () => {
    const ownPosts = { finance: ['finance', 'chief'] };
    const appointed = [{ personId: 'finance', name: 'นายfinance' }];
    expect(signers('chief', [acting], ownPosts, appointed)).toEqual(['finance']);
  });

  it('names no acting for a post that became the own one', () => {
    expect(signers('executive', [acting, chained], { finance: ['chief'] }, [])).toEqual(['finance chained']);
  });
});
