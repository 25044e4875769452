import {
  isStageComplete,
  mayBeHandedTo,
  openSlots,
  slotsAsked,
  slotsFilled,
  type Affirmation,
  type RouteStep,
  type Slot,
} from '../../../src/core/route/route.js';

const slot = (step: number, postId: string): Slot => ({ step, stage: 'review', postId, postName: postId, holders: [] });
const signed = (step: number, postId: string): Affirmation => ({ step, postId, personId: `holder of ${postId}` });
const step = (approvers: RouteStep['approvers'], need: RouteStep['need']): RouteStep => ({
  stage: 'review',
  approvers,
  need,
});

const heads = step('responsible_division_heads', 'all');
const anyHead = step('responsible_division_heads', 'any');
const chief = step('chief_administrator', 'any');

describe('a stage of a route', () => {
  it.each<[string, RouteStep[], Slot[], Affirmation[], string[], boolean]>([
    ['asks every head at first', [heads], [slot(0, 'a'), slot(0, 'b')], [], ['a', 'b'], false],
    ['asks the other head after one signed', [heads], [slot(0, 'a'), slot(0, 'b')], [signed(0, 'a')], ['b'], false],
    [
      'is complete when every head signed',
      [heads],
      [slot(0, 'a'), slot(0, 'b')],
      [signed(0, 'a'), signed(0, 'b')],
      [],
      true,
    ],
    ['needs one head only where one is enough', [anyHead], [slot(0, 'a'), slot(0, 'b')], [signed(0, 'b')], [], true],
    [
      'asks the second step after the first',
      [heads, chief],
      [slot(0, 'a'), slot(1, 'c')],
      [signed(0, 'a')],
      ['c'],
      false,
    ],
    [
      'does not count a signature of another step',
      [heads, chief],
      [slot(0, 'a'), slot(1, 'a')],
      [signed(1, 'a')],
      ['a'],
      false,
    ],
    ['that asks nobody is never complete', [heads], [], [], [], false],
    ['does not count a post that is not asked', [heads], [slot(0, 'a')], [signed(0, 'z')], ['a'], false],
  ])('%s', (_sentence, steps, slots, affirmed, open, complete) => {
    expect(openSlots(steps, 'review', slots, affirmed).map(({ postId }) => postId)).toEqual(open);
    expect(isStageComplete(steps, 'review', slots, affirmed)).toBe(complete);
  });

  it('of another name asks nobody', () => {
    expect(openSlots([heads], 'signing', [slot(0, 'a')], [])).toEqual([]);
    expect(isStageComplete([heads], 'signing', [slot(0, 'a')], [])).toBe(false);
  });
});

describe('handing a signature on', () => {
  const person = (personId: string) => ({ personId, name: personId, orders: [] });
  const held = (postId: string, ...people: string[]): Slot => ({ ...slot(0, postId), holders: people.map(person) });
  const round = (need: RouteStep['need'], open: Slot[], more: { decidedBy?: string[]; authors?: string[] } = {}) => ({
    steps: [step({ postIds: open.map(({ postId }) => postId) }, need)],
    open,
    decidedBy: [],
    authors: [],
    ...more,
  });
  const namesFor = (asked: Slot, inHand: ReturnType<typeof round>, submittedBy = 'submitter') =>
    mayBeHandedTo(asked, inHand, submittedBy).map(({ personId }) => personId);

  it.each<[string, Slot[], RouteStep['need'], object, string[]]>([
    ['another holder of the post', [held('a', 'x', 'y'), held('b', 'z')], 'all', {}, ['x', 'y']],
    ['nobody where one person holds it', [held('a', 'x'), held('b', 'z')], 'all', {}, []],
    ['holders of other posts where one is enough', [held('a', 'x'), held('b', 'z')], 'any', {}, ['z']],
    ['holders of other posts where a number is enough', [held('a', 'x'), held('b', 'y', 'z')], 2, {}, ['y', 'z']],
    ['never an author', [held('a', 'x', 'y')], 'all', { authors: ['y'] }, ['x']],
    ['never who decided', [held('a', 'x', 'y')], 'all', { decidedBy: ['x'] }, ['y']],
    ['never the submitter', [held('a', 'x', 'submitter')], 'all', {}, ['x']],
    ['each person once', [held('a', 'x'), held('b', 'y'), held('c', 'y')], 'any', {}, ['y']],
  ])('may go to %s', (_what, open, need, more, names) => {
    const [asked = held('none')] = open;
    expect(namesFor(asked, round(need, open, more))).toEqual(names);
  });

  it('lists show only whom it was handed to, and a slot handed to another post not at all', () => {
    const handedTo = { personId: 'y', name: 'y', by: 'x', reason: 'r' };
    const shown = slotsAsked([
      { ...held('a', 'x', 'y'), handedTo },
      { ...held('b', 'x'), handedTo },
    ]);
    expect(shown.map(({ postId, holders }) => [postId, holders.map(({ name }) => name)])).toEqual([['a', ['y']]]);
  });

  it('one person fills every slot where all are needed, and one where a number of people is', () => {
    const mine = [held('a', 'x'), held('b', 'x')];
    const filled = (need: RouteStep['need']) => slotsFilled(round(need, mine).steps, mine).length;
    expect([filled('all'), filled(2), filled('any')]).toEqual([2, 1, 1]);
  });
});
