import type { TypedStep } from '../../../templates/web/pages/staff/route-form.page.js';
import type { Approvers, RouteStep, Stage } from '../../core/route/route.js';
import { STAGES } from '../../core/route/route.js';
import { arabicDigits } from '../../core/thai/digits.js';

const ROLES = ['responsible_division_heads', 'chief_administrator', 'executive'] as const;
const MOST_ROWS = 20;

/** Steps as typed, row by row; rows without a stage are not steps. */
export function typedSteps(body: unknown): TypedStep[] {
  const posted = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  const texts = (name: string): string[] => [posted.get(name) ?? []].flat().filter((each) => typeof each === 'string');
  return Array.from({ length: MOST_ROWS }, (_, row) => ({
    stage: texts(`steps.${row}.stage`)[0] ?? '',
    asks: texts(`steps.${row}.asks`)[0] ?? '',
    postIds: texts(`steps.${row}.postIds`),
    need: texts(`steps.${row}.need`)[0] ?? '',
    due: (texts(`steps.${row}.due`)[0] ?? '').trim(),
  })).filter(({ stage }) => stage !== '');
}

/** What was typed as a route; whether it can ever complete is judged when it is saved. */
export const stepsFrom = (typed: readonly TypedStep[]): RouteStep[] =>
  typed.map(({ stage, asks, postIds, need, due }) => ({
    stage: STAGES.find((known) => known === stage) ?? (stage as Stage), // an unknown one is refused by the judge
    approvers: approversFrom(asks, postIds),
    need: need === 'all' || need === 'any' ? need : Number(arabicDigits(need)),
    dueInDays: due === '' ? null : Number(arabicDigits(due)),
  }));

const approversFrom = (asks: string, postIds: readonly string[]): Approvers =>
  ROLES.find((role) => role === asks) ?? { postIds };

export const typedFromSteps = (steps: readonly RouteStep[]): TypedStep[] =>
  steps.map(({ stage, approvers, need, dueInDays }) => ({
    stage,
    asks: typeof approvers === 'string' ? approvers : 'posts',
    postIds: typeof approvers === 'string' ? [] : approvers.postIds,
    need: String(need),
    due: dueInDays ? String(dueInDays) : '',
  }));
