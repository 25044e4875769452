import { appendAudit, type AuditEntry } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { decide } from '../core/lifecycle/lifecycle.js';
import type { ReturnReason } from '../core/route/return-reason.js';
import { slotsFilled, type Slot } from '../core/route/route.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ActorInHand } from './actor.js';
import type { ItemRow } from './approval.entities.js';
import { deedDone } from './deed-watch.js';
import { stageInLife, type EffectContext, type ItemKind } from './item-kind.js';
import { judge, refusal } from './judge-deed.js';
import { recordOverride } from './overrides.js';
import { postOf, recordDecision, standingOf } from './record-decision.js';
import { deedMeant, setAside } from './return-to-step.js';
import { startRound, type RoundStart } from './start-round.js';
import { isComplete, slotsFor, turnOf } from './turn.js';

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
  /** Of a return: why, for counting ("other" unless it is said), and the step it goes back to; null for the submitter. */
  readonly reasonCode?: ReturnReason | null;
  readonly backToStep?: number | null;
  /** In an emergency: decide although four eyes forbids it. Needs a reason and stays flagged until somebody else ratifies. */
  readonly override?: boolean;
  readonly request?: RequestFacts;
}

type Kind<Row extends ItemRow<object>, Name extends string, Effect extends string> = ItemKind<Row, Name, Effect>;

/**
 * The only door to a state. State, decision, history and follow-up work are committed together or not at all;
 * no I/O besides SQL in here.
 * @throws DomainError item.not-found, item.changed-meanwhile, item.shown-hash-differs, item.refused (details.problems),
 *   route.step-not-earlier
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
  asked: TransitionCommand<Name>,
): Promise<Row> {
  const item = await lockItem(tx, kind, asked.organizationId, asked.itemId);
  refuseStale(item, asked);
  const turn = await turnOf(tx, kind, item);
  const command = deedMeant(kind, item, turn, asked);
  const mine = slotsFor(turn, command.actor.personId);
  const subject = { ...item, ...(await kind.factsOf?.(tx, item)) };
  const { effects, overridden } = judge(kind, subject, turn, mine, command);
  if (overridden) await recordOverride(tx, kind.name, item, command);

  const stage = stageInLife(kind, turn.stage, item);
  const signs = stage?.act === command.transition;
  if (signs && command.shownHash === null) throw new DomainError('item.shown-hash-differs', { itemId: item.id });
  const filled = slotsFilled(turn.steps, mine);
  const { id: returnId, reasonHash } = await recordDecision(tx, kind, item, turn, filled, command, signs);
  const { backToStep = null } = command;
  if (returnId !== null && backToStep !== null) await setAside(tx, item, kind.name, { returnId, backToStep });
  const completes =
    signs &&
    isComplete(
      turn,
      filled.map((slot) => ({ ...slot, personId: command.actor.personId })),
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
  const decision = decide(kind.lifecycle, transition, { ...item, authors: [], decidedBy: [] }, { actor });
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
