import { DomainError } from '../../core/errors.js';
import { STAGES, type Approvers, type RouteStep } from '../../core/route/route.js';

const ROLES = ['responsible_division_heads', 'chief_administrator', 'executive'] as const;

/** Steps as a program sent them. @throws DomainError input.invalid naming the field */
export const stepsOfBody = (steps: readonly Record<string, unknown>[]): RouteStep[] => steps.map(stepOf);

function stepOf({ stage, approvers, need, dueInDays }: Record<string, unknown>, index: number): RouteStep {
  const known = STAGES.find((each) => each === stage) ?? refuse(index, 'stage');
  const isNeed = need === 'all' || need === 'any' || typeof need === 'number';
  const isDue = dueInDays === undefined || dueInDays === null || typeof dueInDays === 'number';
  return {
    stage: known,
    approvers: approversOf(approvers) ?? refuse(index, 'approvers'),
    need: isNeed ? need : refuse(index, 'need'),
    dueInDays: isDue ? (dueInDays ?? null) : refuse(index, 'dueInDays'),
  };
}

function approversOf(value: unknown): Approvers | null {
  const role = ROLES.find((each) => each === value);
  if (role) return role;
  const postIds: unknown = typeof value === 'object' && value !== null && 'postIds' in value ? value.postIds : null;
  return Array.isArray(postIds) && postIds.every((id): id is string => typeof id === 'string') ? { postIds } : null;
}

function refuse(index: number, field: string): never {
  throw new DomainError('input.invalid', { field: `steps.${index}.${field}` });
}
