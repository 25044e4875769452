import { routeProblems, type RouteProblem } from '../../../src/core/route/route-problems.js';
import type { RouteStep } from '../../../src/core/route/route.js';

const review: RouteStep = { stage: 'review', approvers: 'responsible_division_heads', need: 'all' };
const approval: RouteStep = { stage: 'approval', approvers: 'executive', need: 'any' };
const results: RouteStep = { stage: 'results', approvers: 'responsible_division_heads', need: 'all' };
const ids = ['a', 'b', 'c'];
const posts = ids.map((postId) => ({ postId, kind: 'officer', isForOne: false }));

describe('a route of measures', () => {
  it.each<[string, RouteStep[], [RouteProblem['code'], number | null][]]>([
    ['with every stage is fine', [review, approval, results], []],
    [
      'with a chief administrator between is fine',
      [review, { stage: 'review', approvers: 'chief_administrator', need: 'any' }, approval, results],
      [],
    ],
    [
      'with two of three named posts is fine',
      [review, { stage: 'approval', approvers: { postIds: ids }, need: 2 }, results],
      [],
    ],
    ['without approval never completes', [review, results], [['route.stage-missing', null]]],
    [
      'with a signing stage is refused',
      [review, approval, results, { ...approval, stage: 'signing' }],
      [
        ['route.stage-order', null],
        ['route.stage-unknown', 3],
      ],
    ],
    ['with its stages swapped is refused', [approval, review, results], [['route.stage-order', null]]],
    [
      'that asks three of two posts never completes',
      [review, { stage: 'approval', approvers: { postIds: ['a', 'b'] }, need: 3 }, results],
      [['route.need-unreachable', 1]],
    ],
    [
      'that lists one post twice does not count it twice',
      [review, { stage: 'approval', approvers: { postIds: ['a', 'a'] }, need: 2 }, results],
      [['route.need-unreachable', 1]],
    ],
    [
      'that asks nobody never completes',
      [review, { stage: 'approval', approvers: { postIds: [] }, need: 'all' }, results],
      [['route.need-unreachable', 1]],
    ],
    [
      'that asks two executives never completes',
      [review, { ...approval, need: 2 }, results],
      [['route.need-unreachable', 1]],
    ],
    [
      'that names an unknown post is refused',
      [review, { stage: 'approval', approvers: { postIds: ['z'] }, need: 'any' }, results],
      [['route.post-unknown', 1]],
    ],
    [
      'with half a day to sign is refused',
      [{ ...review, dueInDays: 0.5 }, approval, results],
      [['route.due-invalid', 0]],
    ],
    [
      'of thirteen steps is refused',
      [...Array<RouteStep>(11).fill(review), approval, results],
      [['route.too-long', null]],
    ],
  ])('%s', (_sentence, steps, problems) => {
    expect(routeProblems('measure', steps, posts).map(({ code, step }) => [code, step])).toEqual(problems);
  });
});

const forOne = (postId: string, kind: string) => ({ postId, kind, isForOne: true });
const agency = [
  forOne('finance', 'division_head'),
  forOne('works', 'division_head'),
  forOne('chief', 'chief_administrator'),
  forOne('executive', 'executive'),
  { postId: 'officers', kind: 'officer', isForOne: false },
];
const named = (stage: RouteStep['stage'], need: RouteStep['need'], ...postIds: string[]): RouteStep => ({
  stage,
  approvers: { postIds },
  need,
});
const chiefReview: RouteStep = { stage: 'review', approvers: 'chief_administrator', need: 'all' };

describe('a route in which one person would have to sign a round twice', () => {
  const again = (steps: RouteStep[], all = agency): (number | null)[] =>
    routeProblems('measure', steps, all)
      .filter(({ code }) => code === 'route.same-signer-twice')
      .map(({ step }) => step);

  it.each<[string, RouteStep[], number[]]>([
    ['asks the executive twice', [review, approval, approval, results], [2]],
    ['asks the executive to review and to approve', [review, { ...approval, stage: 'review' }, approval, results], [2]],
    ['asks the executive by role and by name', [review, approval, named('approval', 'all', 'executive'), results], [2]],
    ['asks all heads twice', [review, review, approval, results], [1]],
    ['asks all heads, then any of them', [review, { ...review, need: 'any' }, approval, results], [1]],
    [
      'asks every head, then each of them by name',
      [review, named('review', 1, 'finance'), named('review', 1, 'works'), approval, results],
      [1],
    ],
    [
      'asks three times for one of two',
      [
        named('review', 1, 'chief', 'finance'),
        named('review', 1, 'chief', 'finance'),
        named('approval', 1, 'chief', 'finance'),
        results,
      ],
      [2],
    ],
    [
      'asks two of two, then one of them',
      [named('review', 2, 'chief', 'finance'), named('approval', 1, 'finance'), results],
      [1],
    ],
    ['asks all heads twice for results', [review, approval, results, results], [3]],
  ])('is refused when it %s', (_what, steps, problems) => {
    expect(again(steps)).toEqual(problems);
  });

  it.each<[string, RouteStep[]]>([
    ['asks the heads again for the results, in a round of their own', [review, approval, results]],
    ['asks the chief administrator between', [review, chiefReview, approval, results]],
    ['asks one of two twice', [named('review', 1, 'chief', 'executive'), approval, results]],
    [
      'asks any head twice, as two divisions may be responsible',
      [{ ...review, need: 'any' }, { ...review, need: 'any' }, approval, results],
    ],
    [
      'asks every head, then one of them who may be of another division',
      [review, named('review', 1, 'finance'), approval, results],
    ],
    [
      'asks a post twice that several people hold',
      [named('review', 'all', 'officers'), named('approval', 'all', 'officers'), results],
    ],
    ['asks for a role that nobody has yet', [review, approval, approval, results]],
  ])('is fine when it %s', (what, steps) => {
    const without = agency.filter(({ kind }) => kind !== 'executive');
    expect(again(steps, what.includes('nobody has yet') ? without : agency)).toEqual([]);
  });
});

it('a report has no divisions whose heads could sign it', () => {
  const heads: RouteStep = { stage: 'signing', approvers: 'responsible_division_heads', need: 'any' };
  expect(routeProblems('report', [heads], agency)).toEqual([{ code: 'route.no-divisions', step: 0 }]);
});
