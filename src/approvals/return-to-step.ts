import { DomainError } from '../core/errors.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ItemRow } from './approval.entities.js';
import type { ItemKind } from './item-kind.js';
import type { TransitionCommand } from './run-transition.js';
import type { Turn } from './turn.js';

type Kind<Row extends ItemRow<object>, Name extends string, Effect extends string> = Pick<
  ItemKind<Row, Name, Effect>,
  'name' | 'stages' | 'lifecycle'
>;

/** Steps of the route that the item can go back to: before the one that is asked, and reachable from its state. */
export function stepsToReturnTo<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  kind: Kind<Row, Name, Effect>,
  { state }: { readonly state: string },
  { steps, open }: Turn,
): number[] {
  const asked = Math.min(...open.map(({ step }) => step), steps.length);
  return steps.flatMap(({ stage }, index) => {
    const reopens = kind.stages[stage]?.reopens;
    const isReachable = reopens !== undefined && kind.lifecycle.transitions[reopens].from.includes(state);
    return open.length > 0 && index < asked && isReachable ? [index] : [];
  });
}

/**
 * The deed that is meant: a return that names a step goes back to that step's stage.
 * @throws DomainError input.invalid for another deed with a step, route.step-not-earlier
 */
export function deedMeant<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  kind: Kind<Row, Name, Effect>,
  item: Row,
  turn: Turn,
  command: TransitionCommand<Name>,
): TransitionCommand<Name> {
  const { transition, backToStep = null, reasonCode = null } = command;
  const stages: { returns: Name; reopens: Name }[] = Object.values(kind.stages);
  if (stages.some(({ reopens }) => reopens === transition)) throw new DomainError('request.not-found');
  const isReturn = stages.some(({ returns }) => returns === transition);
  if (!isReturn) {
    if (backToStep !== null || reasonCode !== null) throw new DomainError('input.invalid', { field: 'backToStep' });
    return command;
  }
  const coded = { ...command, reasonCode: reasonCode ?? ('other' as const) };
  if (backToStep === null || turn.stage === null || transition !== kind.stages[turn.stage]?.returns) return coded;
  const stage = turn.steps[backToStep]?.stage;
  const reopens = stage && kind.stages[stage]?.reopens;
  if (!reopens || !stepsToReturnTo(kind, item, turn).includes(backToStep)) {
    throw new DomainError('route.step-not-earlier', { step: backToStep });
  }
  return { ...coded, transition: reopens };
}

/** Signatures of the step and of later ones count no more; earlier ones stay. */
export async function setAside(
  tx: Tx,
  { organizationId, id: itemId, round }: ItemRow<object>,
  itemKind: string,
  { returnId, backToStep }: { readonly returnId: string; readonly backToStep: number },
): Promise<void> {
  await tx.query(
    `update decision set set_aside_by = $5
     where organization_id = $1 and item_kind = $2 and item_id = $3 and round = $4 and affirms
       and set_aside_by is null and step >= $6`,
    [organizationId, itemKind, itemId, round, returnId, backToStep],
  );
}
