import type { ItemKindName } from '../core/item.js';
import type { Affirmation } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { signingDirectory, slotsOf, type SigningDirectory } from '../organizations/who-may-act.queries.js';
import { RouteRow, type ItemRow } from './approval.entities.js';
import type { ItemKind } from './item-kind.js';
import { reassignmentsOf, type Reassignment } from './reassignments.queries.js';
import { authorsOf, stageOf, turnFrom, type Turn } from './turn.js';

/** An item as a list shows it; `title` is a column of every kind. */
export type ListedItem = ItemRow<object> & { readonly title: string };
export type ListedKind = ItemKind<ListedItem, string, string>;

export interface WaitingTurn {
  readonly kind: ListedKind;
  readonly row: ListedItem;
  readonly turn: Turn;
}

/** Every item that waits for a signature, with whose turn it is; at most 500 of a kind, oldest first. */
export async function waitingTurns(
  tx: Tx,
  organizationId: OrganizationId,
  kinds: readonly ListedKind[],
): Promise<WaitingTurn[]> {
  const signing = await signingDirectory(tx, organizationId);
  const routes = new Map((await tx.findBy(RouteRow, { organizationId })).map((route) => [route.id, route]));
  const waiting: WaitingTurn[] = [];
  for (const kind of kinds) {
    const rows = await waitingRows(tx, organizationId, kind);
    const affirmed = await affirmationsOn(tx, organizationId, kind.name, rows);
    const handed = await reassignmentsOf(tx, organizationId, kind.name, rows);
    const authors = await authorsOf(tx, organizationId, kind, rows);
    for (const row of rows) {
      const key = `${row.id}/${row.round}`;
      const sofar = {
        affirmed: affirmed.get(key) ?? [],
        handed: handed.filter((each) => each.key === key),
        authors: authors.get(row.id) ?? [],
      };
      waiting.push({ kind, row, turn: turnOfRow(kind, row, signing, routes, sofar) });
    }
  }
  return waiting;
}

interface SoFar {
  readonly affirmed: readonly Affirmation[];
  readonly handed: readonly Reassignment[];
  readonly authors: readonly string[];
}

function turnOfRow(
  kind: ListedKind,
  row: ListedItem,
  signing: SigningDirectory,
  routes: ReadonlyMap<string, RouteRow>,
  sofar: SoFar,
): Turn {
  const steps = routes.get(row.routeId ?? '')?.steps ?? [];
  const stage = stageOf(kind, row.state) ?? 'review';
  const slots = slotsOf(signing, steps, kind.responsible(row), kind.name);
  return turnFrom({ ...sofar, stage, steps, slots });
}

const waitingRows = (tx: Tx, organizationId: OrganizationId, kind: ListedKind): Promise<ListedItem[]> =>
  tx
    .createQueryBuilder(kind.entity, 'item')
    .where('item.organization_id = :organizationId and item.state in (:...states)', {
      organizationId,
      states: Object.values(kind.stages).map((stage) => stage.waitingIn),
    })
    .orderBy('item.updated_at')
    .limit(500)
    .getMany();

async function affirmationsOn(
  tx: Tx,
  organizationId: OrganizationId,
  kind: ItemKindName,
  items: readonly { readonly id: string }[],
): Promise<Map<string, Affirmation[]>> {
  const rows: (Affirmation & { key: string })[] = await tx.query(
    `select item_id || '/' || round as key, step, post_id as "postId", person_id as "personId"
     from decision where organization_id = $1 and item_kind = $2 and item_id = any ($3) and affirms
       and set_aside_by is null`,
    [organizationId, kind, items.map((item) => item.id)],
  );
  const byItem = new Map<string, Affirmation[]>();
  for (const row of rows) byItem.set(row.key, [...(byItem.get(row.key) ?? []), row]);
  return byItem;
}
