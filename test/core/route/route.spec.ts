import {
  isStageComplete,
  openSlots,
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
