import { isInForce, linksOf, orderProblems, type ActingOrder } from '../../../src/core/acting/acting-order.js';

const order = (overrides: Partial<ActingOrder> = {}): ActingOrder => ({
  id: 'new',
  personId: 'finance',
  postId: 'chief',
  capacity: 'acting_for',
  throughOrderId: null,
  orderNumber: '๑/๒๕๖๘',
  orderedOn: '2025-01-01',
  startsOn: '2025-01-10',
  endsOn: '2025-01-20',
  itemKinds: null,
  inCapacityOf: null,
  revokedOn: null,
  ...overrides,
});

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

  it.each<[string, Partial<ActingOrder>, readonly ActingOrder[], readonly string[], readonly string[]]>([
    ['is fine by itself', {}, [], ['head'], []],
    ['that ends before it starts is refused', { endsOn: '2025-01-01' }, [], ['head'], ['acting.dates-reversed']],
    ['for somebody without a post is refused', {}, [], [], ['acting.person-without-post']],
    ['for the own post is refused', {}, [], ['chief'], ['acting.own-post']],
    [
      'that overlaps another for the post is refused',
      {},
      [order({ id: 'other', personId: 'works', startsOn: '2025-01-20', endsOn: null })],
      ['head'],
      ['acting.overlap'],
    ],
    [
      'after the other ended is fine',
      {},
      [order({ id: 'other', personId: 'works', startsOn: '2025-01-01', endsOn: '2025-01-09' })],
      ['head'],
      [],
    ],
    [
      'after the other was revoked is fine',
      {},
      [order({ id: 'other', startsOn: '2025-01-01', endsOn: null, revokedOn: '2025-01-10' })],
      ['head'],
      [],
    ],
    [
      'where the other was revoked before it began is fine',
      {},
      [order({ id: 'other', startsOn: '2025-01-15', endsOn: null, revokedOn: '2025-01-05' })],
      ['head'],
      [],
    ],
    [
      'for other kinds of item beside another is fine',
      { itemKinds: ['report'] },
      [order({ id: 'other', itemKinds: ['measure'] })],
      ['head'],
      [],
    ],
    [
      'through an order of somebody else is refused',
      { postId: 'executive', throughOrderId: 'first' },
      [{ ...first, personId: 'works' }],
      ['head'],
      ['acting.through-unusable'],
    ],
    [
      'through an unknown order is refused',
      { postId: 'executive', throughOrderId: 'lost' },
      [],
      ['head'],
      ['acting.through-unusable'],
    ],
    [
      'that leads back to its own post is refused',
      { id: 'x', throughOrderId: 'first', startsOn: '2026-02-01', endsOn: '2026-02-02' },
      [first],
      ['head'],
      ['acting.overlap', 'acting.circular'],
    ],
    [
      'as a third link is refused',
      { postId: 'council', throughOrderId: 'second' },
      [first, { ...second, endsOn: null }],
      ['head'],
      ['acting.chain-too-long'],
    ],
    [
      'that hands on a delegation is refused',
      { postId: 'executive', throughOrderId: 'first' },
      [{ ...first, capacity: 'delegated_by' }],
      ['head'],
      ['acting.handed-on'],
    ],
  ])('%s', (_sentence, overrides, others, ownPosts, problems) => {
    expect(orderProblems(order(overrides), others, ownPosts)).toEqual(problems);
  });
});
