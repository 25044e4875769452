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

/** Whose turn it is on an item right now. */
export interface Turn {
  readonly stage: Stage | null;
  readonly steps: readonly RouteStep[];
  readonly slots: readonly Slot[];
  readonly open: readonly Slot[];
  readonly affirmed: readonly Affirmation[];
  /** Everybody who signed in this round, by person. */
  readonly decidedBy: readonly string[];
}

const NOBODYS_TURN: Turn = { stage: null, steps: [], slots: [], open: [], affirmed: [], decidedBy: [] };

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
  return turnFrom(stage, steps, slots, affirmed);
}

export const turnFrom = (
  stage: Stage,
  steps: readonly RouteStep[],
  slots: readonly Slot[],
  affirmed: readonly Affirmation[],
): Turn => ({
  stage,
  steps,
  slots,
  open: openSlots(steps, stage, slots, affirmed),
  affirmed,
  decidedBy: affirmed.map((decision) => decision.personId),
});

export const isComplete = (turn: Turn, added: readonly Affirmation[]): boolean =>
  turn.stage !== null && isStageComplete(turn.steps, turn.stage, turn.slots, [...turn.affirmed, ...added]);

/** The open signatures this person may give. */
export const slotsFor = (turn: Turn, personId: string): readonly Slot[] =>
  turn.open.filter((slot) => slot.holders.some((holder) => holder.personId === personId));

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
     where organization_id = $1 and item_kind = $2 and item_id = $3 and round = $4 and affirms`,
    [organizationId, itemKind, item.id, item.round],
  );
