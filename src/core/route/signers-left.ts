import type { RouteStep, Stage } from './route.js';

/** A post as a route sees it. */
export interface RoutedPost {
  readonly postId: string;
  /** "division_head", "chief_administrator", "executive", and others that no role of a route names. */
  readonly kind: string;
  /** One person holds it at a time. */
  readonly isForOne: boolean;
}

/** One signature that a step waits for, and the posts that may give it. */
interface Seat {
  readonly step: number;
  readonly from: readonly string[];
}

/**
 * Steps of one round that no item could ever complete, because whoever may sign them had to sign another step of the round
 * already: one person signs a round once. Posts that several people may hold at a time are left out, and so are steps that ask
 * nobody today. Pure.
 * @param stages the stages that one submission goes through
 * @returns indexes of steps
 */
export function stepsWithoutSigners(
  stages: readonly Stage[],
  steps: readonly RouteStep[],
  posts: readonly RoutedPost[],
): readonly number[] {
  const heads = posts.filter(({ kind }) => kind === 'division_head').map(({ postId }) => postId);
  const asked = steps.map((step, index) => ({ step, index })).filter(({ step }) => stages.includes(step.stage));
  const needsEveryHead = asked.some(
    ({ step }) => step.approvers === 'responsible_division_heads' && step.need === 'all',
  );
  // whoever asks every head is best served by an item of one division, everybody else by an item of all
  const items = needsEveryHead ? heads.map((head) => [head]) : [heads];
  const left = items.map((responsible) =>
    withoutSigner(asked.flatMap(({ step, index }) => seatsOf(step, index, responsible, posts))),
  );
  return left.every((each) => each.length > 0) ? (left[0] ?? []) : [];
}

function seatsOf(
  { approvers, need }: RouteStep,
  step: number,
  heads: readonly string[],
  posts: readonly RoutedPost[],
): Seat[] {
  const isAsked = ({ postId, kind }: RoutedPost): boolean =>
    typeof approvers === 'object'
      ? approvers.postIds.includes(postId)
      : approvers === 'responsible_division_heads'
        ? heads.includes(postId)
        : kind === approvers;
  const among = posts.filter(isAsked);
  if (among.some(({ isForOne }) => !isForOne)) return [];
  const from = among.map(({ postId }) => postId);
  const count = need === 'all' ? from.length : need === 'any' ? 1 : need;
  return Array.from({ length: Math.min(count, from.length) }, () => ({ step, from }));
}

/** Gives every seat a post of its own, moving earlier ones aside where that helps; tells the steps for which none is left. */
function withoutSigner(seats: readonly Seat[]): number[] {
  const taken = new Map<string, Seat>();
  const place = (seat: Seat, tried: Set<string>): boolean =>
    seat.from.some((post) => {
      if (tried.has(post)) return false;
      tried.add(post);
      const sitting = taken.get(post);
      if (sitting && !place(sitting, tried)) return false;
      taken.set(post, seat);
      return true;
    });
  return [...new Set(seats.filter((seat) => !place(seat, new Set())).map(({ step }) => step))];
}
