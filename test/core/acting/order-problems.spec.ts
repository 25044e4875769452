import { orderProblems, type OwnPost } from '../../../src/core/acting/order-problems.js';
import type { ActingOrder } from '../../../src/core/acting/acting-order.js';
import { order } from './an-order.js';

const holds = (personId: string, postId = personId, more: Partial<OwnPost> = {}): OwnPost => ({
  personId,
  postId,
  startsOn: '2020-10-01',
  endsOn: null,
  ...more,
});
const PEOPLE = ['works', 'education', 'chief', 'executive'].map((name) => holds(name));

describe('an acting order', () => {
  const first = order({ id: 'first', endsOn: null });
  const second = order({ id: 'second', postId: 'executive', capacity: 'performing_duties', throughOrderId: 'first' });

  it.each<[string, Partial<ActingOrder>, readonly ActingOrder[], readonly string[], readonly string[]]>([
    ['is fine by itself', {}, [], ['finance'], []],
    ['that ends before it starts is refused', { endsOn: '2025-01-01' }, [], ['finance'], ['acting.dates-reversed']],
    ['for somebody without a post is refused', {}, [], [], ['acting.person-without-post']],
    ['for the own post is refused', {}, [], ['chief'], ['acting.own-post']],
    [
      'that overlaps another for the post is refused',
      {},
      [order({ id: 'other', personId: 'works', startsOn: '2025-01-20', endsOn: null })],
      ['finance'],
      ['acting.overlap'],
    ],
    [
      'after the other ended is fine',
      {},
      [order({ id: 'other', personId: 'works', startsOn: '2025-01-01', endsOn: '2025-01-09' })],
      ['finance'],
      [],
    ],
    [
      'after the other was revoked is fine',
      {},
      [order({ id: 'other', startsOn: '2025-01-01', endsOn: null, revokedOn: '2025-01-10' })],
      ['finance'],
      [],
    ],
    [
      'where the other was revoked before it began is fine',
      {},
      [order({ id: 'other', startsOn: '2025-01-15', endsOn: null, revokedOn: '2025-01-05' })],
      ['finance'],
      [],
    ],
    [
      'for other kinds of item beside another is fine',
      { itemKinds: ['report'] },
      [order({ id: 'other', itemKinds: ['measure'] })],
      ['finance'],
      [],
    ],
    [
      'through an order of somebody else is refused',
      { postId: 'executive', throughOrderId: 'first' },
      [{ ...first, personId: 'works' }],
      ['finance'],
      ['acting.through-unusable'],
    ],
    [
      'through an unknown order is refused',
      { postId: 'executive', throughOrderId: 'lost' },
      [],
      ['finance'],
      ['acting.through-unusable'],
    ],
    [
      'that leads back to its own post is refused',
      { id: 'x', throughOrderId: 'first', startsOn: '2026-02-01', endsOn: '2026-02-02' },
      [first],
      ['finance'],
      ['acting.overlap', 'acting.circular'],
    ],
    [
      'as a third link is refused',
      { postId: 'council', throughOrderId: 'second' },
      [first, { ...second, endsOn: null }],
      ['finance'],
      ['acting.chain-too-long'],
    ],
    [
      'that hands on a delegation is refused',
      { postId: 'executive', throughOrderId: 'first' },
      [{ ...first, capacity: 'delegated_by' }],
      ['finance'],
      ['acting.handed-on'],
    ],
    [
      'beside a chain whose first link was revoked is fine',
      { personId: 'works', postId: 'executive' },
      [{ ...first, revokedOn: '2025-01-01' }, second],
      ['finance'],
      [],
    ],
    [
      'before the day on which the first link of a chain was revoked is refused',
      { personId: 'works', postId: 'executive' },
      [{ ...first, revokedOn: '2025-01-15' }, second],
      ['finance'],
      ['acting.overlap'],
    ],
    [
      'for other kinds of item than a chain reaches is fine',
      { personId: 'works', postId: 'executive', itemKinds: ['report'] },
      [{ ...first, itemKinds: ['measure'] }, second],
      ['finance'],
      [],
    ],
  ])('%s', (_sentence, overrides, others, ownPosts, problems) => {
    const held = [...PEOPLE, ...ownPosts.map((postId) => holds('finance', postId))];
    expect(orderProblems(order(overrides), others, held).map(({ code }) => code)).toEqual(problems);
  });

  it('names the orders that it overlaps', () => {
    const other = order({ id: 'other', orderNumber: '๒/๒๕๖๘' });
    expect(orderProblems(order(), [other], [holds('finance')])).toEqual([
      { code: 'acting.overlap', orders: ['๒/๒๕๖๘'] },
    ]);
  });

  it('for somebody whose own appointment ends the day before is refused', () => {
    const over = holds('finance', 'finance', { endsOn: '2025-01-09' });
    expect(orderProblems(order(), [], [over]).map(({ code }) => code)).toEqual(['acting.person-without-post']);
  });
});

/** "finance for works" from the 10th to the 20th unless it says otherwise. */
const acts = (line: string, more: Partial<ActingOrder> = {}): ActingOrder => {
  const [personId = '', postId = ''] = line.split(' for ');
  return order({ id: line, orderNumber: line, personId, postId, ...more });
};

describe('orders in a circle', () => {
  const people = [...PEOPLE, holds('finance')];
  const circle = (given: ActingOrder, others: readonly ActingOrder[], held = people): readonly string[] | undefined =>
    orderProblems(given, others, held).find(({ code }) => code === 'acting.circular')?.orders;

  it('of two are refused, and both are named', () => {
    expect(circle(acts('finance for works'), [acts('works for finance')])).toEqual([
      'finance for works',
      'works for finance',
    ]);
  });

  it('of three are refused, and all are named in their order', () => {
    const others = [acts('chief for finance'), acts('works for chief'), acts('education for executive')];
    expect(circle(acts('finance for works'), others)).toEqual([
      'finance for works',
      'works for chief',
      'chief for finance',
    ]);
  });

  it.each<[string, ActingOrder, ActingOrder[], OwnPost[]]>([
    [
      'on other days',
      acts('finance for works', { startsOn: '2025-01-21', endsOn: null }),
      [acts('works for finance')],
      people,
    ],
    [
      'over other kinds of item',
      acts('finance for works', { itemKinds: ['report'] }),
      [acts('works for finance', { itemKinds: ['measure'] })],
      people,
    ],
    [
      'after the other was revoked',
      acts('finance for works'),
      [acts('works for finance', { revokedOn: '2025-01-10' })],
      people,
    ],
    [
      'of three whose days never meet together',
      acts('finance for works'),
      [acts('works for chief', { endsOn: '2025-01-13' }), acts('chief for finance', { startsOn: '2025-01-14' })],
      people,
    ],
    [
      'for a post that the other left before',
      acts('finance for works'),
      [acts('works for finance')],
      [...people.filter(({ personId }) => personId !== 'works'), holds('works', 'works', { endsOn: '2025-01-09' })],
    ],
    ['along one line', acts('finance for chief'), [acts('chief for executive'), acts('works for finance')], people],
  ])('are none %s', (_sentence, given, others, held) => {
    expect(circle(given, others, held)).toBeUndefined();
  });

  it('are found for whoever holds two posts', () => {
    const held = [...people, holds('finance', 'education-too')];
    expect(circle(acts('finance for works'), [acts('works for education-too')], held)).toEqual([
      'finance for works',
      'works for education-too',
    ]);
  });

  it('are found where one of them goes through another order', () => {
    const chain = acts('works for executive', { throughOrderId: 'works for chief' });
    expect(circle(acts('executive for works'), [acts('works for chief'), chain])).toEqual([
      'executive for works',
      'works for executive',
    ]);
  });
});
