import { DomainError } from '../core/errors.js';
import { decide, type Capacity } from '../core/lifecycle/lifecycle.js';
import type { Slot } from '../core/route/route.js';
import type { ItemRow } from './approval.entities.js';
import type { ItemKind } from './item-kind.js';
import type { TransitionCommand } from './run-transition.js';
import type { Turn } from './turn.js';

/**
 * Asks the lifecycle table, and lets an emergency pass what is only a matter of four eyes.
 * @throws DomainError item.refused (details.problems)
 */
export function judge<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  kind: ItemKind<Row, Name, Effect>,
  item: Row,
  turn: Turn,
  mine: readonly Slot[],
  { transition, actor, reason, override = false }: TransitionCommand<Name>,
): { effects: readonly Effect[]; overridden: boolean } {
  const capacities: Capacity[] = [...actor.capacities, ...(mine.length > 0 ? (['signer'] as const) : [])];
  const act = { actor: { personId: actor.personId, capacities }, reason };
  const decision = decide(kind.lifecycle, transition, { ...item, ...judged(turn) }, act);
  if (decision.allowed) return { effects: decision.effects, overridden: false };
  if (override && decision.problems.every(isFourEyes)) {
    if (!reason?.trim()) throw refusal(kind, item, ['lifecycle.reason-missing']);
    return { effects: kind.lifecycle.transitions[transition].effects ?? [], overridden: true };
  }
  const asked = kind.lifecycle.transitions[transition].by.includes('signer') && turn.stage !== null;
  throw refusal(kind, item, asked ? decision.problems.map(namedForSigners(turn, actor.personId)) : decision.problems);
}

/** What guards know of the round. */
export const judged = ({ authors, decidedBy }: Turn): Pick<Turn, 'authors' | 'decidedBy'> => ({ authors, decidedBy });

const FOUR_EYES: readonly string[] = ['route.own-submission', 'route.own-text', 'route.already-decided'];

/** The only objections that an emergency may override. */
export const isFourEyes = (code: string): boolean => FOUR_EYES.includes(code);

/** A signer who is not asked learns why: they signed already, or it is somebody else's turn. */
const namedForSigners =
  (turn: Turn, personId: string) =>
  <Code extends string>(code: Code): Code | 'route.already-decided' | 'route.not-your-turn' => {
    if (code !== 'lifecycle.wrong-capacity') return code;
    return turn.decidedBy.includes(personId) ? 'route.already-decided' : 'route.not-your-turn';
  };

export const refusal = (kind: { name: string }, item: ItemRow<object>, problems: readonly string[]): DomainError =>
  new DomainError('item.refused', { itemKind: kind.name, itemId: item.id, state: item.state, problems });
