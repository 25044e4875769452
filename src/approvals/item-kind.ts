import type { ItemKindName, Judged } from '../core/item.js';
import type { Lifecycle } from '../core/lifecycle/lifecycle.js';
import type { Responsible } from '../core/measure/measure.js';
import type { Stage } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ItemRow } from './approval.entities.js';

/** Where a stage of the route waits, which deed signs in it, and which transition follows when it is complete. */
export interface StageInLife<Name extends string> {
  readonly waitingIn: string;
  readonly act: Name;
  readonly completes: Name;
  /** Sends the item back to the submitter. */
  readonly returns: Name;
  /** Sends an item that waits in this stage or a later one back to a step of this stage. */
  readonly reopens: Name;
  /** The state in which the text that waits here was written; whoever wrote it does not decide on it. */
  readonly writtenIn: string;
}

export interface EffectContext {
  readonly organizationId: OrganizationId;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly reason: string | null;
}

export type EffectHandler<Row> = (tx: Tx, item: Row, context: EffectContext) => Promise<void>;

/** Handled here for every kind: the text is frozen, the round counted, the route taken. */
export type OwnEffect = 'start-round';

/** All that approvals needs to know of a kind of item; the items register themselves, approvals never names them. */
export interface ItemKind<Row extends ItemRow<object>, Name extends string, Effect extends string> {
  readonly name: ItemKindName;
  readonly entity: new () => Row;
  readonly lifecycle: Lifecycle<string, Row & Judged, Name, Effect>;
  readonly stages: Partial<Record<Stage, StageInLife<Name>>>;
  /** Other deeds that sign and complete the stage while the item is in a phase of its own, by the name of the phase. */
  readonly phases?: Readonly<Record<string, Pick<StageInLife<Name>, 'act' | 'completes'>>>;
  /** The phase the item is in; null where its stages are as they stand above. */
  readonly phaseOf?: (item: Row) => string | null;
  /** What guards know beyond the row itself: of another item that this one belongs to. */
  readonly factsOf?: (tx: Tx, item: Row) => Promise<object>;
  /** The divisions whose heads a route may ask; null when the kind has none. */
  readonly responsible: (item: Row) => Pick<Responsible, 'everyDivision' | 'divisionIds'> | null;
  readonly effects: Readonly<Record<Exclude<Effect, OwnEffect>, EffectHandler<Row>>>;
}

type Staged<Row, Name extends string> = {
  readonly stages: Partial<Record<Stage, StageInLife<Name>>>;
  readonly phases?: Readonly<Record<string, Pick<StageInLife<Name>, 'act' | 'completes'>>>;
  readonly phaseOf?: (item: Row) => string | null;
};

/** The stage as it is for this item now. */
export function stageInLife<Row, Name extends string>(
  { stages, phases = {}, phaseOf }: Staged<Row, Name>,
  stage: Stage | null,
  item: Row,
): StageInLife<Name> | undefined {
  const usual = stage ? stages[stage] : undefined;
  return usual && { ...usual, ...phases[phaseOf?.(item) ?? ''] };
}

/** Infers the names from the lifecycle, so that a missing or misspelt effect or deed does not compile. */
export const itemKind = <Row extends ItemRow<object>, State extends string, Name extends string, Effect extends string>(
  kind: Omit<ItemKind<Row, NoInfer<Name>, NoInfer<Effect>>, 'lifecycle'> & {
    readonly lifecycle: Lifecycle<State, Row & Judged, Name, Effect>;
  },
): ItemKind<Row, Name, Effect> => kind;
