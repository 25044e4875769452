import type { Responsible } from '../core/measure/measure.js';
import { foresee, type ForeseenStep, type KeptOut } from '../core/route/foresee.js';
import { roundOf, type RoutedKind } from '../core/route/route-problems.js';
import { needed, type Stage } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { signingDirectory, slotsOf } from '../organizations/who-may-act.queries.js';
import { RouteRow, type ItemRow } from './approval.entities.js';
import type { ItemKind } from './item-kind.js';
import { currentRoute } from './routes.js';
import { authorsOf, stageOf } from './turn.js';

type Divisions = Pick<Responsible, 'everyDivision' | 'divisionIds'>;

/** Who would be asked, in which order, if an item of these divisions were submitted. @param on YYYY-MM-DD; today unless given */
export async function simulateRoute(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: RoutedKind,
  { on = null, responsible }: { readonly on?: string | null; readonly responsible: Divisions | null },
): Promise<ForeseenStep[]> {
  const { steps } = await currentRoute(tx, organizationId, itemKind);
  const slots = slotsOf(await signingDirectory(tx, organizationId, on), steps, responsible, itemKind);
  return foresee(steps, slots, (stage) => ({ round: roundOf(itemKind, stage), submittedBy: null, authors: [] }));
}

/** Steps of the newest route for which fewer posts are held today than have to sign, whichever divisions are responsible. */
export async function stepsWithoutHolders(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: RoutedKind,
): Promise<number[]> {
  const responsible = itemKind === 'measure' ? { everyDivision: true, divisionIds: [] } : null;
  const steps = await simulateRoute(tx, organizationId, itemKind, { responsible });
  return steps.flatMap(({ slots, ...step }, index) =>
    slots.filter(({ signers }) => signers.length > 0).length < needed(step, slots.length) ? [index] : [],
  );
}

/**
 * Who would be asked about this very item from now on, by the route it has or would take: with its divisions, and with
 * everybody whom four eyes would keep out.
 * @param on YYYY-MM-DD; today unless given
 * @param submitter who would submit it; an item that waits already knows who did
 */
export async function simulateItem<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: ItemKind<Row, Name, Effect>,
  item: Row,
  { on, submitter }: { readonly on: string | null; readonly submitter: string },
): Promise<ForeseenStep[]> {
  const organizationId = item.organizationId as OrganizationId; // the row was read under this tenant
  const route = item.routeId ? await tx.findOneBy(RouteRow, { organizationId, id: item.routeId }) : null;
  const { steps } = route ?? (await currentRoute(tx, organizationId, kind.name));
  const slots = slotsOf(await signingDirectory(tx, organizationId, on), steps, kind.responsible(item), kind.name);
  const keptOut = new Map<Stage, KeptOut>();
  for (const stage of new Set(steps.map((step) => step.stage))) {
    keptOut.set(stage, await keptOutOf(tx, kind, item, stage, submitter));
  }
  const next = nextRound(kind, item);
  return foresee(steps, slots, (stage) => keptOut.get(stage) ?? NOBODY).filter(
    ({ stage }) => next !== null && roundOf(kind.name, stage) >= next,
  );
}

/** The round that is under way or would begin with a submission; null when nothing can be submitted any more. */
function nextRound<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  kind: ItemKind<Row, Name, Effect>,
  { state }: Row,
): number | null {
  const stages = Object.entries(kind.stages) as [Stage, { waitingIn: string; writtenIn: string }][]; // keys of a partial record
  const rounds = stages
    .filter(([, { waitingIn, writtenIn }]) => waitingIn === state || writtenIn === state)
    .map(([stage]) => roundOf(kind.name, stage));
  return rounds.length > 0 ? Math.min(...rounds) : null;
}

const NOBODY: KeptOut = { round: 0, submittedBy: null, authors: [] };

/** Who submits is known only of the round that comes next or is under way. */
async function keptOutOf<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: ItemKind<Row, Name, Effect>,
  item: Row,
  stage: Stage,
  submitter: string,
): Promise<KeptOut> {
  const organizationId = item.organizationId as OrganizationId; // the row was read under this tenant
  const { waitingIn = '', writtenIn = '' } = kind.stages[stage] ?? {};
  const here = stageOf(kind, item.state);
  const isNext = writtenIn === (here ? kind.stages[here]?.writtenIn : item.state);
  const authors = await authorsOf(tx, organizationId, kind, [{ id: item.id, state: waitingIn }]);
  return {
    round: roundOf(kind.name, stage),
    submittedBy: isNext ? (here ? item.submittedBy : submitter) : null,
    authors: authors.get(item.id) ?? [],
  };
}
