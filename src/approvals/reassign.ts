import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { mayBeHandedTo, type Slot } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ActorInHand } from './actor.js';
import type { ItemRow } from './approval.entities.js';
import { deedDone } from './deed-watch.js';
import type { ItemKind } from './item-kind.js';
import { refusal } from './judge-deed.js';
import { recordDecision, standingOf } from './record-decision.js';
import { lockItem, type RequestFacts } from './run-transition.js';
import { turnOf, type Turn } from './turn.js';

export interface ReassignCommand {
  readonly organizationId: OrganizationId;
  readonly itemId: string;
  readonly actor: ActorInHand;
  /** The signature that waits: a step of the route, and the post that is asked. */
  readonly step: number;
  readonly postId: string;
  readonly toPersonId: string;
  readonly reason: string;
  readonly request?: RequestFacts;
}

export interface Handable {
  readonly slot: Slot;
  readonly people: readonly { readonly personId: string; readonly name: string; readonly postName: string }[];
}

/** The open signatures that this person may hand on, each with the people who may lawfully give it instead. */
export const handableBy = (
  { personId, capacities }: ActorInHand,
  item: Pick<ItemRow<object>, 'submittedBy'>,
  turn: Turn,
): Handable[] =>
  turn.open
    .filter(({ holders }) => capacities.includes('administrator') || holders.some((each) => each.personId === personId))
    .map((slot) => ({
      slot,
      // taking a signature back is something, handing it from oneself to oneself is nothing
      people: mayBeHandedTo(slot, turn, item.submittedBy).filter((each) => slot.handedTo || each.personId !== personId),
    }));

/**
 * Asks another lawful holder for one waiting signature. Nobody gains a right and nobody loses one: the others see it in their
 * lists no more, but may still sign. It ends by itself when that person may sign no longer.
 * @throws DomainError item.not-found, permission.denied, route.not-to-them, item.refused (details.problems)
 */
export async function reassign<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: ItemKind<Row, Name, Effect>,
  { step, postId, toPersonId, ...command }: ReassignCommand,
): Promise<Row> {
  const { organizationId, itemId, actor, reason } = command;
  const item = await lockItem(tx, kind, organizationId, itemId);
  const turn = await turnOf(tx, kind, item);
  const isAsked = (slot: Slot): boolean => slot.step === step && slot.postId === postId;
  if (!turn.open.some(isAsked)) throw refusal(kind, item, ['lifecycle.wrong-state']);
  const handable = handableBy(actor, item, turn).find(({ slot }) => isAsked(slot));
  if (!handable) throw new DomainError('permission.denied', { capacities: ['administrator'] });
  if (!handable.people.some(({ personId }) => personId === toPersonId)) throw new DomainError('route.not-to-them');
  if (reason.trim() === '') throw refusal(kind, item, ['lifecycle.reason-missing']);

  const deed = { ...command, transition: 'reassign', seenVersion: null, shownHash: null };
  const mine = [handable.slot].filter(({ holders }) => holders.some(({ personId }) => personId === actor.personId));
  const { id: decisionId, reasonHash } = await recordDecision(tx, kind, item, turn, mine, deed, false);
  await tx.query(
    `insert into reassignment
       (organization_id, id, item_kind, item_id, round, step, post_id, to_person_id, decision_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [organizationId, uuidv7(), kind.name, itemId, item.round, step, postId, toPersonId, decisionId],
  );
  await deedDone(tx, { organizationId, itemKind: kind.name, itemId, handedOn: { step, postId } });
  await appendAudit(tx, {
    ...command.request,
    action: 'reassign',
    itemKind: kind.name,
    itemId,
    fromState: item.state,
    toState: item.state,
    reasonHash,
    actorPersonId: actor.personId,
    ...standingOf(deed, mine),
    contentHashBefore: item.contentHash,
    contentHashAfter: item.contentHash,
  });
  return item;
}
