import { foresee, type KeptOut } from '../../../src/core/route/foresee.js';
import type { RouteStep, Slot } from '../../../src/core/route/route.js';

const STEPS: RouteStep[] = [
  { stage: 'review', approvers: 'responsible_division_heads', need: 'all' },
  { stage: 'approval', approvers: 'executive', need: 'any', dueInDays: 5 },
  { stage: 'results', approvers: 'responsible_division_heads', need: 'any' },
];

const slot = (step: number, postId: string, ...people: string[]): Slot => ({
  step,
  stage: STEPS[step]?.stage ?? 'review',
  postId,
  postName: postId,
  holders: people.map((personId) => ({ personId, name: personId, orders: [] })),
});

const OPEN: KeptOut = { round: 0, submittedBy: null, authors: [] };

/** "person: why not" by step, for everybody who would be refused. */
const refused = (slots: Slot[], keptOut: Partial<KeptOut> = {}, steps = STEPS): string[][] =>
  foresee(steps, slots, (stage) => (stage === 'results' ? { ...OPEN, round: 1 } : { ...OPEN, ...keptOut })).map(
    (step) =>
      step.slots.flatMap(({ signers }) =>
        signers.flatMap(({ name, refusal }) => (refusal ? [`${name}: ${refusal}`] : [])),
      ),
  );

describe('who would be asked', () => {
  it('is told step by step with its posts and its time', () => {
    const steps = foresee(STEPS, [slot(0, 'finance', 'a'), slot(1, 'executive', 'b')], () => OPEN);
    expect(steps.map(({ stage, dueInDays, slots }) => [stage, dueInDays, slots.length])).toEqual([
      ['review', null, 1],
      ['approval', 5, 1],
      ['results', null, 0],
    ]);
  });

  it('leaves out the submitter and the authors', () => {
    const slots = [slot(0, 'finance', 'a', 'b', 'c')];
    expect(refused(slots, { submittedBy: 'a', authors: ['a', 'b'] })[0]).toEqual([
      'a: route.own-submission',
      'b: route.own-text',
    ]);
  });

  it('leaves out whoever alone could sign before, in the same round only', () => {
    const slots = [slot(0, 'finance', 'a'), slot(1, 'executive', 'a', 'b'), slot(2, 'finance', 'a')];
    expect(refused(slots)).toEqual([[], ['a: route.already-decided'], []]);
  });

  it('lets somebody sign later whose place another may take before', () => {
    expect(refused([slot(0, 'finance', 'a', 'c'), slot(1, 'executive', 'a')])).toEqual([[], [], []]);
  });

  it('counts on the other when one of two is kept out', () => {
    const slots = [slot(0, 'finance', 'a', 'c'), slot(1, 'executive', 'a')];
    expect(refused(slots, { authors: ['c'] })).toEqual([['c: route.own-text'], ['a: route.already-decided'], []]);
  });

  it('counts on everybody where as many are needed as there are', () => {
    const two: RouteStep[] = [{ stage: 'review', approvers: { postIds: ['x', 'y'] }, need: 2 }, ...STEPS.slice(1)];
    const slots = [slot(0, 'x', 'a'), slot(0, 'y', 'b'), slot(1, 'executive', 'b')];
    expect(refused(slots, {}, two)).toEqual([[], ['b: route.already-decided'], []]);
    expect(refused([slot(0, 'z', 'c'), ...slots], {}, two)).toEqual([[], [], []]);
  });
});
