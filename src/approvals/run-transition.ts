import { createHmac, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { appendAudit, type AuditEntry } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { decide, type Capacity } from '../core/lifecycle/lifecycle.js';
import type { Slot } from '../core/route/route.js';
import { deedDone } from './deed-watch.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { DecisionRow, type ItemRow } from './approval.entities.js';
import type { ActorInHand } from './actor.js';
import type { EffectContext, ItemKind } from './item-kind.js';
import { recordOverride } from './overrides.js';
import { startRound, type RoundStart } from './start-round.js';
import { isComplete, slotsFor, turnOf, type Turn } from './turn.js';

/** How the request reached us, for the log: none of it decides anything. */
export type RequestFacts = Pick<
  AuditEntry,
  'requestId' | 'clientAddress' | 'sessionHash' | 'authMethod' | 'authAgeSeconds' | 'softwareVersion'
>;

export interface TransitionCommand<Name extends string> {
  readonly organizationId: OrganizationId;
  readonly itemId: string;
  readonly transition: Name;
  readonly actor: ActorInHand;
  /** The version the person saw; null where the text alone matters (a signature carries shownHash instead). */
  readonly seenVersion: number | null;
  /** Hash of the text the person saw. A signature without it is refused. */
  readonly shownHash: string | null;
  readonly reason?: string | null;
  /** In an emergency: decide although four eyes forbids it. Needs a reason and stays flagged until somebody else ratifies. */
  readonly override?: boolean;
  readonly request?: RequestFacts;
}

type Kind<Row extends ItemRow<object>, Name extends string, Effect extends string> = ItemKind<Row, Name, Effect>;

/**
 * The only door to a state. State, decision, history and follow-up work are committed together or not at all;
 * no I/O besides SQL in here.
 * @throws DomainError item.not-found, item.changed-meanwhile, item.shown-hash-differs, item.refused (details.problems)
 */
export async function runTransition<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: Kind<Row, Name, Effect>,
  command: TransitionCommand<Name>,
): Promise<Row> {
  const { organizationId, itemId } = command;
  const moved = await runDeed(tx, kind, command);
  await deedDone(tx, { organizationId, itemKind: kind.name, itemId });
  return moved;
}

async function runDeed<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: Kind<Row, Name, Effect>,
  command: TransitionCommand<Name>,
): Promise<Row> {
  const item = await lockItem(tx, kind, command.organizationId, command.itemId);
  refuseStale(item, command);
  const turn = await turnOf(tx, kind, item);
  const mine = slotsFor(turn, command.actor.personId);
  const { effects, overridden } = judge(kind, item, turn, mine, command);
  if (overridden) await recordOverride(tx, kind.name, item, command);

  const stage = turn.stage ? kind.stages[turn.stage] : undefined;
  const signs = stage?.act === command.transition;
  if (signs && command.shownHash === null) throw new DomainError('item.shown-hash-differs', { itemId: item.id });
  const reasonHash = await recordDecision(tx, kind, item, turn, mine, command, signs);
  const completes =
    signs &&
    isComplete(
      turn,
      mine.map((slot) => ({ ...slot, personId: command.actor.personId })),
    );

  const facts = {
    ...command.request,
    reasonHash,
    actorPersonId: command.actor.personId,
    ...standingOf(command, mine),
  };
  if (signs && stage.completes === command.transition && !completes) {
    await audit(tx, kind, item, { action: command.transition, fromState: item.state, toState: item.state, ...facts });
    return item;
  }
  const moved = await move(tx, kind, item, command.transition, effects, contextOf(command, mine), facts);
  return completes && stage.completes !== command.transition ? runAsSystem(tx, kind, moved, stage.completes) : moved;
}

/** The product itself moves the item: a stage is complete, a publication is verified. Already there counts as done. */
export async function runSystemTransition<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: Kind<Row, Name, Effect>,
  organizationId: OrganizationId,
  itemId: string,
  transition: Name,
): Promise<Row> {
  const item = await lockItem(tx, kind, organizationId, itemId);
  return item.state === kind.lifecycle.transitions[transition].to ? item : runAsSystem(tx, kind, item, transition);
}

async function runAsSystem<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: Kind<Row, Name, Effect>,
  item: Row,
  transition: Name,
): Promise<Row> {
  const actor = { personId: null, capacities: ['system'] as const };
  const decision = decide(kind.lifecycle, transition, { ...item, decidedBy: [] }, { actor });
  if (!decision.allowed) throw refusal(kind, item, decision.problems);
  const context = { organizationId: item.organizationId as OrganizationId, personId: null, postId: null, reason: null };
  return move(tx, kind, item, transition, decision.effects, context, {});
}

/** Reads the row and keeps it until the transaction ends. */
export async function lockItem<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: Kind<Row, Name, Effect>,
  organizationId: OrganizationId,
  itemId: string,
): Promise<Row> {
  const item = isUuid(itemId)
    ? await tx
        .createQueryBuilder(kind.entity, 'item')
        .where('item.organization_id = :organizationId and item.id = :itemId', { organizationId, itemId })
        .setLock('pessimistic_write')
        .getOne()
    : null;
  if (!item) throw new DomainError('item.not-found', { itemId });
  return item;
}

function refuseStale(
  item: ItemRow<object>,
  { seenVersion, shownHash }: { seenVersion: number | null; shownHash: string | null },
): void {
  const now = { itemId: item.id, state: item.state, version: item.version };
  if (seenVersion !== null && seenVersion !== item.version) throw new DomainError('item.changed-meanwhile', now);
  if (shownHash !== null && shownHash !== item.contentHash) throw new DomainError('item.shown-hash-differs', now);
}

function judge<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  kind: Kind<Row, Name, Effect>,
  item: Row,
  turn: Turn,
  mine: readonly Slot[],
  { transition, actor, reason, override = false }: TransitionCommand<Name>,
): { effects: readonly Effect[]; overridden: boolean } {
  const capacities: Capacity[] = [...actor.capacities, ...(mine.length > 0 ? (['signer'] as const) : [])];
  const act = { actor: { personId: actor.personId, capacities }, reason };
  const decision = decide(kind.lifecycle, transition, { ...item, decidedBy: turn.decidedBy }, act);
  if (decision.allowed) return { effects: decision.effects, overridden: false };
  if (override && decision.problems.every(isFourEyes)) {
    if (!reason?.trim()) throw refusal(kind, item, ['lifecycle.reason-missing']);
    return { effects: kind.lifecycle.transitions[transition].effects ?? [], overridden: true };
  }
  const asked = kind.lifecycle.transitions[transition].by.includes('signer') && turn.stage !== null;
  throw refusal(kind, item, asked ? decision.problems.map(namedForSigners(turn, actor.personId)) : decision.problems);
}

/** The only objections that an emergency may override. */
export const isFourEyes = (code: string): boolean =>
  code === 'route.own-submission' || code === 'route.already-decided';

/** A signer who is not asked learns why: they signed already, or it is somebody else's turn. */
const namedForSigners =
  (turn: Turn, personId: string) =>
  <Code extends string>(code: Code): Code | 'route.already-decided' | 'route.not-your-turn' => {
    if (code !== 'lifecycle.wrong-capacity') return code;
    return turn.decidedBy.includes(personId) ? 'route.already-decided' : 'route.not-your-turn';
  };

const refusal = (kind: { name: string }, item: ItemRow<object>, problems: readonly string[]): DomainError =>
  new DomainError('item.refused', { itemKind: kind.name, itemId: item.id, state: item.state, problems });

/** @returns the reason's keyed hash for the log; the words themselves stay outside it, so that they can be erased */
async function recordDecision<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: Kind<Row, Name, Effect>,
  item: Row,
  turn: Turn,
  mine: readonly Slot[],
  command: TransitionCommand<Name>,
  affirms: boolean,
): Promise<string> {
  const reason = command.reason?.trim() || null;
  if (!affirms && reason === null) return '';
  const reasonKey = reason === null ? null : randomBytes(32);
  const fallback = { step: -1, postId: postOf(command, mine) };
  const slots = mine.length > 0 ? (affirms ? mine : mine.slice(0, 1)) : [fallback];
  const rows = slots.map(({ step, postId, ...slot }) => ({
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
    reason,
    reasonKey,
    affirms,
  }));
  await tx.insert(DecisionRow, rows);
  return reason && reasonKey ? createHmac('sha256', reasonKey).update(reason).digest('hex') : '';
}

const postOf = (command: TransitionCommand<string>, mine: readonly Slot[]): string =>
  mine[0]?.postId ?? command.actor.posts[0]?.postId ?? '';

/** The own post of who acted; and when they signed by acting orders, for which post and by which orders. */
function standingOf(command: TransitionCommand<string>, mine: readonly Slot[]): Partial<AuditEntry> {
  const [slot] = mine;
  const orders = slot ? ordersBy(slot, command.actor.personId) : [];
  if (!slot || orders.length === 0) return { actorPostId: postOf(command, mine) };
  return { actorPostId: command.actor.posts[0]?.postId ?? '', onBehalfOf: `${slot.postId};${orders.join(',')}` };
}

/** Ids of the acting orders by which the person holds the slot, nearest first. */
const ordersBy = (slot: Pick<Slot, 'holders'>, personId: string): string[] =>
  slot.holders.find((holder) => holder.personId === personId)?.orders.map((order) => order.id) ?? [];

const contextOf = (command: TransitionCommand<string>, mine: readonly Slot[]): EffectContext => ({
  organizationId: command.organizationId,
  personId: command.actor.personId,
  postId: postOf(command, mine),
  reason: command.reason?.trim() || null,
});

/** Compare and set: the row moves only from the state and version that were judged. */
async function move<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: Kind<Row, Name, Effect>,
  item: Row,
  transition: Name,
  effects: readonly Effect[],
  context: EffectContext,
  facts: Partial<AuditEntry>,
): Promise<Row> {
  const start = (effects as readonly string[]).includes('start-round')
    ? await startRound(tx, kind.name, item, context)
    : ({} as Partial<RoundStart>);
  const moved = { ...item, ...start, state: kind.lifecycle.transitions[transition].to, version: item.version + 1 };
  const { affected } = await tx
    .createQueryBuilder()
    .update(kind.entity)
    .set({ ...start, state: moved.state, version: moved.version, updatedAt: () => 'now()' } as never) // Row is open here
    .where('organization_id = :organizationId and id = :id and version = :version and state = :state', item)
    .execute();
  if (affected !== 1) throw new DomainError('item.changed-meanwhile', { itemId: item.id, state: item.state });

  for (const effect of effects) {
    if (effect in kind.effects) await kind.effects[effect as Exclude<Effect, 'start-round'>](tx, moved, context);
  }
  await audit(tx, kind, moved, { action: transition, fromState: item.state, toState: moved.state, ...facts });
  return moved;
}

const audit = (
  tx: Tx,
  kind: { name: string },
  item: ItemRow<object>,
  entry: Omit<AuditEntry, 'itemKind' | 'itemId'>,
): Promise<string> =>
  appendAudit(tx, {
    itemKind: kind.name,
    itemId: item.id,
    contentHashBefore: item.contentHash,
    contentHashAfter: item.contentHash,
    ...entry,
  });
