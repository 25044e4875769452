import type { ItemKindName } from '../core/item.js';
import {
  isStageComplete,
  openSlots,
  type Affirmation,
  type RouteStep,
  type Slot,
  type Stage,
} from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { signingDirectory, slotsOf } from '../organizations/who-may-act.queries.js';
import { RouteRow, type ItemRow } from './approval.entities.js';
import type { ItemKind } from './item-kind.js';
import { handedOn, reassignmentsOf, type Reassignment } from './reassignments.queries.js';

/** Whose turn it is on an item right now. */
export interface Turn {
  readonly stage: Stage | null;
  readonly steps: readonly RouteStep[];
  readonly slots: readonly Slot[];
  readonly open: readonly Slot[];
  readonly affirmed: readonly Affirmation[];
  /** Everybody whose signature counts in this round, by person. */
  readonly decidedBy: readonly string[];
  /** Everybody who wrote the text that waits, by person. */
  readonly authors: readonly string[];
}

const NOBODYS_TURN: Turn = { stage: null, steps: [], slots: [], open: [], affirmed: [], decidedBy: [], authors: [] };

export async function turnOf<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: ItemKind<Row, Name, Effect>,
  item: Row,
): Promise<Turn> {
  const stage = stageOf(kind, item.state);
  if (!stage || !item.routeId) return NOBODYS_TURN;
  const organizationId = item.organizationId as OrganizationId; // the row was read under this tenant
  const { steps } = await tx.findOneByOrFail(RouteRow, { organizationId, id: item.routeId });
  const slots = slotsOf(await signingDirectory(tx, organizationId), steps, kind.responsible(item), kind.name);
  const affirmed = await affirmationsOf(tx, organizationId, kind.name, item);
  const authors = (await authorsOf(tx, organizationId, kind, [item])).get(item.id) ?? [];
  const handed = await reassignmentsOf(tx, organizationId, kind.name, [item]);
  return turnFrom({ stage, steps, slots, affirmed, authors, handed });
}

/** All that says whose turn it is. */
export interface RoundSoFar extends Pick<Turn, 'steps' | 'slots' | 'affirmed' | 'authors'> {
  readonly stage: Stage;
  readonly handed: readonly Reassignment[];
}

export const turnFrom = ({ stage, steps, slots, affirmed, authors, handed }: RoundSoFar): Turn => ({
  stage,
  steps,
  slots,
  open: handedOn(openSlots(steps, stage, slots, affirmed), handed),
  affirmed,
  decidedBy: affirmed.map((decision) => decision.personId),
  authors,
});

export const isComplete = (turn: Turn, added: readonly Affirmation[]): boolean =>
  turn.stage !== null && isStageComplete(turn.steps, turn.stage, turn.slots, [...turn.affirmed, ...added]);

/** The open signatures this person may give, whoever is asked for them. */
export const slotsFor = (turn: Pick<Turn, 'open'>, personId: string): readonly Slot[] =>
  turn.open.filter((slot) => slot.holders.some((holder) => holder.personId === personId));

/** Whom it makes sense to ask: four eyes keep out the submitter, the authors, and whoever signed in this round. */
export const mayStillSign = (
  { holders, handedTo }: Pick<Slot, 'holders' | 'handedTo'>,
  { submittedBy }: { readonly submittedBy: string | null },
  { decidedBy, authors }: Pick<Turn, 'decidedBy' | 'authors'>,
): string[] =>
  (handedTo ? [handedTo] : holders)
    .map(({ personId }) => personId)
    .filter((person) => person !== submittedBy && !decidedBy.includes(person) && !authors.includes(person));

/** The stage that waits in this state, or null. */
export function stageOf<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  kind: ItemKind<Row, Name, Effect>,
  state: string,
): Stage | null {
  const stages = Object.entries(kind.stages) as [Stage, { waitingIn: string }][]; // keys of a partial record
  return stages.find(([, { waitingIn }]) => waitingIn === state)?.[0] ?? null;
}

const affirmationsOf = (
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: ItemKindName,
  item: { id: string; round: number },
): Promise<Affirmation[]> =>
  tx.query(
    `select step, post_id as "postId", person_id as "personId" from decision
     where organization_id = $1 and item_kind = $2 and item_id = $3 and round = $4 and affirms and set_aside_by is null`,
    [organizationId, itemKind, item.id, item.round],
  );

/**
 * Everybody who changed the text that waits, by item, from the log: while it lay in the state in which it is written. An
 * amendment that is applied changes the measure too, but by a decision: its approver is no author.
 */
export async function authorsOf<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  organizationId: OrganizationId,
  kind: ItemKind<Row, Name, Effect>,
  items: readonly { readonly id: string; readonly state: string }[],
): Promise<Map<string, string[]>> {
  const written = items.map(({ id, state }) => ({
    id,
    state: kind.stages[stageOf(kind, state) ?? 'review']?.writtenIn,
  }));
  const rows: { itemId: string; personId: string }[] = await tx.query(
    `select distinct e.item_id as "itemId", e.event ->> 'actorPersonId' as "personId"
     from unnest($3::text[], $4::text[]) as written (id, state)
     join audit_event e on e.organization_id = $1 and e.item_kind = $2 and e.item_id = written.id
       and e.event ->> 'toState' = written.state
     where e.event ->> 'action' <> 'amend'
       and e.event ->> 'contentHashAfter' <> coalesce(e.event ->> 'contentHashBefore', '')`,
    [organizationId, kind.name, written.map(({ id }) => id), written.map(({ state }) => state ?? '')],
  );
  const byItem = new Map<string, string[]>();
  for (const { itemId, personId } of rows) byItem.set(itemId, [...(byItem.get(itemId) ?? []), personId]);
  return byItem;
}
