import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { AuditEntry } from '../audit/append-audit.js';
import { reasonHash } from '../audit/reason-hash.js';
import type { Slot } from '../core/route/route.js';
import type { Tx } from '../database/unit-of-work.js';
import { DecisionRow, type ItemRow } from './approval.entities.js';
import type { ItemKind } from './item-kind.js';
import type { TransitionCommand } from './run-transition.js';
import type { Turn } from './turn.js';

interface Recorded {
  /** Of the first row; null when nothing had to be kept. */
  readonly id: string | null;
  /** The reason's keyed hash for the log; the words themselves stay outside it, so that they can be erased. */
  readonly reasonHash: string;
}

/** Keeps a signature, for every slot it fills, or the words of another deed. */
export async function recordDecision<Row extends ItemRow<object>>(
  tx: Tx,
  kind: Pick<ItemKind<Row, string, string>, 'name'>,
  item: Row,
  turn: Turn,
  mine: readonly Slot[],
  command: TransitionCommand<string>,
  affirms: boolean,
): Promise<Recorded> {
  const reason = command.reason?.trim() || null;
  if (!affirms && reason === null) return { id: null, reasonHash: '' };
  const words = {
    reason,
    reasonKey: reason === null ? null : randomBytes(32),
    reasonCode: command.reasonCode ?? null,
    backToStep: command.backToStep ?? null,
  };
  const fallback = { step: -1, postId: postOf(command, mine) };
  const slots = mine.length > 0 ? (affirms ? mine : mine.slice(0, 1)) : [fallback];
  const rows = slots.map(({ step, postId, ...slot }) => ({
    ...words,
    organizationId: command.organizationId,
    id: uuidv7(),
    itemKind: kind.name,
    itemId: item.id,
    round: item.round,
    stage: turn.stage ?? '',
    step,
    act: command.transition,
    postId,
    personId: command.actor.personId,
    actingOrderIds: 'holders' in slot ? ordersBy(slot, command.actor.personId) : [],
    shownHash: item.contentHash,
    affirms,
  }));
  await tx.insert(DecisionRow, rows);
  const { reasonKey } = words;
  return {
    id: rows[0]?.id ?? null,
    reasonHash: reason && reasonKey ? reasonHash({ ...words, reason, reasonKey }) : '',
  };
}

export const postOf = (command: TransitionCommand<string>, mine: readonly Slot[]): string =>
  mine[0]?.postId ?? command.actor.posts[0]?.postId ?? '';

/** The own post of who acted; and when they signed by acting orders, for which post and by which orders. */
export function standingOf(command: TransitionCommand<string>, mine: readonly Slot[]): Partial<AuditEntry> {
  const [slot] = mine;
  const orders = slot ? ordersBy(slot, command.actor.personId) : [];
  if (!slot || orders.length === 0) return { actorPostId: postOf(command, mine) };
  return { actorPostId: command.actor.posts[0]?.postId ?? '', onBehalfOf: `${slot.postId};${orders.join(',')}` };
}

/** Ids of the acting orders by which the person holds the slot, nearest first. */
const ordersBy = (slot: Pick<Slot, 'holders'>, personId: string): string[] =>
  slot.holders.find((holder) => holder.personId === personId)?.orders.map((order) => order.id) ?? [];
