import { isLapsing, remarksOn } from '../../../src/core/acting/order-remarks.js';
import type { OwnPost } from '../../../src/core/acting/order-problems.js';
import type { ActingOrder } from '../../../src/core/acting/acting-order.js';
import { order } from './an-order.js';

const held = (startsOn: string, endsOn: string | null, personId = 'finance'): OwnPost => ({
  personId,
  postId: 'finance',
  startsOn,
  endsOn,
});
const ALWAYS = [held('2020-01-01', null)];

/** Of an order of 10 to 20 January 2025, as "kind from". */
const remarks = (
  ownPosts: OwnPost[],
  { day = '2025-01-05', others = [], ...more }: Partial<ActingOrder> & { day?: string; others?: ActingOrder[] } = {},
): string[] =>
  remarksOn(order(more), others, ownPosts, day).map((each) =>
    'from' in each ? `${each.kind} ${each.from}` : each.kind,
  );

describe('an acting order is remarked on', () => {
  it('not at all while its person holds a post', () => {
    expect(remarks(ALWAYS)).toEqual([]);
    expect(remarks([held('2020-01-01', '2025-01-14'), held('2025-01-15', '2025-01-20')])).toEqual([]);
  });

  it('from the day on which its person holds no post of their own', () => {
    expect(remarks([])).toEqual(['without-post 2025-01-10']);
    expect(remarks([held('2020-01-01', '2025-01-12')])).toEqual(['without-post 2025-01-13']);
    expect(remarks([held('2020-01-01', '2025-01-12'), held('2025-01-14', null)])).toEqual(['without-post 2025-01-13']);
    expect(remarks([held('2020-01-01', '2025-01-12')], { day: '2025-01-16' })).toEqual(['without-post 2025-01-16']);
    expect(remarks([held('2020-01-01', null, 'works')])).toEqual(['without-post 2025-01-10']);
  });

  it('from the day on which the order it goes through does not count', () => {
    const others = [order({ id: 'first', endsOn: null, revokedOn: '2025-01-13' })];
    expect(remarks(ALWAYS, { throughOrderId: 'first', others })).toEqual(['through-ended 2025-01-13']);
  });

  it('when it is dated after its first day, without losing its right', () => {
    const late = remarksOn(order({ orderedOn: '2030-01-01' }), [], ALWAYS, '2025-01-05');
    expect(late).toEqual([{ kind: 'ordered-late' }]);
    expect(isLapsing(late)).toBe(false);
  });

  it('no more once it is over or revoked', () => {
    expect(remarks([], { day: '2025-01-21' })).toEqual([]);
    expect(remarks([], { revokedOn: '2025-01-12' })).toEqual([]);
  });
});
