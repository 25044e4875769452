import { isInForce, linksOf, type ActingOrder } from '../../../src/core/acting/acting-order.js';
import { order } from './an-order.js';

describe('an acting order', () => {
  it.each<[string, Partial<ActingOrder>, string, 'measure' | null, boolean]>([
    ['does not count the day before', {}, '2025-01-09', null, false],
    ['counts on its first day', {}, '2025-01-10', null, true],
    ['counts on its last day', {}, '2025-01-20', null, true],
    ['ends by itself', {}, '2025-01-21', null, false],
    ['without an end goes on', { endsOn: null }, '2030-01-01', null, true],
    ['does not count on the day it is revoked', { revokedOn: '2025-01-15' }, '2025-01-15', null, false],
    ['counts until the day before it is revoked', { revokedOn: '2025-01-15' }, '2025-01-14', null, true],
    ['of other kinds of item does not count', { itemKinds: ['report'] }, '2025-01-15', 'measure', false],
    ['of this kind of item counts', { itemKinds: ['measure'] }, '2025-01-15', 'measure', true],
    ['of some kinds of item does not count for every kind', { itemKinds: ['measure'] }, '2025-01-15', null, false],
  ])('%s', (_sentence, overrides, day, kind, expected) => {
    expect(isInForce(order(overrides), day, kind)).toBe(expected);
  });

  const first = order({ id: 'first', endsOn: null });
  const second = order({ id: 'second', postId: 'executive', capacity: 'performing_duties', throughOrderId: 'first' });

  it('through another order has two links, nearest first', () => {
    expect(linksOf(second, [first, second], '2025-01-15', null)?.map(({ postId }) => postId)).toEqual([
      'chief',
      'executive',
    ]);
  });

  it('through an order of some kinds of item gives no right over every kind', () => {
    const limited = { ...first, itemKinds: ['report' as const] };
    expect(linksOf(second, [limited, second], '2025-01-15', null)).toBeNull();
    expect(linksOf(second, [limited, second], '2025-01-15', 'report')).toHaveLength(2);
  });

  it('through an order that is over gives no right', () => {
    const over = { ...first, revokedOn: '2025-01-12' };
    expect(linksOf(second, [over, second], '2025-01-15', null)).toBeNull();
  });
});
