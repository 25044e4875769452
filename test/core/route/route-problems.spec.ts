import { routeProblems, type RouteProblem } from '../../../src/core/route/route-problems.js';
import type { RouteStep } from '../../../src/core/route/route.js';

const review: RouteStep = { stage: 'review', approvers: 'responsible_division_heads', need: 'all' };
const approval: RouteStep = { stage: 'approval', approvers: 'executive', need: 'any' };
const results: RouteStep = { stage: 'results', approvers: 'responsible_division_heads', need: 'all' };
const posts = ['a', 'b', 'c'];

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
      [review, { stage: 'approval', approvers: { postIds: posts }, need: 2 }, results],
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
