import type { ErrorCode } from '../errors.js';
import { STAGES, type RouteStep, type Stage } from './route.js';
import { stepsWithoutSigners, type RoutedPost } from './signers-left.js';

/** The stages each kind of item goes through, in order. A route gives every one of them at least one step. */
export const STAGES_OF_KIND = {
  measure: ['review', 'approval', 'results'],
  report: ['signing'],
  announcement: ['signing'],
} as const satisfies Record<string, readonly Stage[]>;

export type RoutedKind = keyof typeof STAGES_OF_KIND;

/** The stages that one submission goes through; results are submitted by themselves, in a round of their own. */
const ROUNDS_OF_KIND: Readonly<Record<RoutedKind, readonly (readonly Stage[])[]>> = {
  measure: [['review', 'approval'], ['results']],
  report: [['signing']],
  announcement: [['signing']],
};

/** Which submission a stage belongs to, counted from 0. */
export const roundOf = (kind: RoutedKind, stage: Stage): number =>
  ROUNDS_OF_KIND[kind].findIndex((stages) => stages.includes(stage));

/** Kinds whose items name responsible divisions. */
const HAS_DIVISIONS: readonly RoutedKind[] = ['measure'];

/** Longest time a step may be given, working days: a quarter of a year. */
const LONGEST_DUE = 65;
const MOST_STEPS = 12;

export interface RouteProblem {
  readonly code: Extract<
    ErrorCode,
    | 'route.stage-missing'
    | 'route.stage-unknown'
    | 'route.stage-order'
    | 'route.need-unreachable'
    | 'route.post-unknown'
    | 'route.same-signer-twice'
    | 'route.no-divisions'
    | 'route.due-invalid'
    | 'route.too-long'
  >;
  /** Index of the step, or null for the route as a whole. */
  readonly step: number | null;
}

/** Why a route could never complete, all reasons at once. Pure. @param posts those that exist */
export function routeProblems(
  kind: RoutedKind,
  steps: readonly RouteStep[],
  posts: readonly RoutedPost[],
): RouteProblem[] {
  const stages: readonly Stage[] = STAGES_OF_KIND[kind];
  const whole: RouteProblem['code'][] = [];
  if (stages.some((stage) => !steps.some((step) => step.stage === stage))) whole.push('route.stage-missing');
  if (steps.length > MOST_STEPS) whole.push('route.too-long');
  if (!isOrdered(steps)) whole.push('route.stage-order');
  const again = ROUNDS_OF_KIND[kind].flatMap((round) => stepsWithoutSigners(round, steps, posts));
  const known = posts.map(({ postId }) => postId);
  return [
    ...whole.map((code) => ({ code, step: null })),
    ...steps.flatMap((step, index) => stepProblems(step, stages, known).map((code) => ({ code, step: index }))),
    ...steps.flatMap((step, index) =>
      step.approvers === 'responsible_division_heads' && !HAS_DIVISIONS.includes(kind)
        ? [{ code: 'route.no-divisions' as const, step: index }]
        : [],
    ),
    ...again.map((step) => ({ code: 'route.same-signer-twice' as const, step })),
  ];
}

function stepProblems(step: RouteStep, stages: readonly Stage[], known: readonly string[]): RouteProblem['code'][] {
  const problems: RouteProblem['code'][] = [];
  if (!stages.includes(step.stage)) problems.push('route.stage-unknown');
  if (!isReachable(step)) problems.push('route.need-unreachable');
  const named = typeof step.approvers === 'object' ? step.approvers.postIds : [];
  if (named.some((postId) => !known.includes(postId))) problems.push('route.post-unknown');
  const due = step.dueInDays ?? 1;
  if (!Number.isInteger(due) || due < 1 || due > LONGEST_DUE) problems.push('route.due-invalid');
  return problems;
}

/** A number is only reachable among listed posts; how many divisions an item has is not known yet. */
function isReachable({ approvers, need }: RouteStep): boolean {
  if (typeof approvers === 'object') {
    const posts = new Set(approvers.postIds).size;
    return posts > 0 && (typeof need !== 'number' || (Number.isInteger(need) && need >= 1 && need <= posts));
  }
  return typeof need !== 'number' || need === 1;
}

const isOrdered = (steps: readonly RouteStep[]): boolean =>
  steps.every((step, index) => index === 0 || orderOf(step.stage) >= orderOf(steps[index - 1]?.stage ?? 'review'));

const orderOf = (stage: Stage): number => STAGES.indexOf(stage);
