import type { ItemKindName } from '../core/item.js';
import { slotsAsked, type Affirmation, type HandedTo, type Slot } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { signingDirectory, slotsOf, type SigningDirectory } from '../organizations/who-may-act.queries.js';
import { RouteRow, type ItemRow } from './approval.entities.js';
import { stageInLife, type ItemKind } from './item-kind.js';
import { reassignmentsOf, type Reassignment } from './reassignments.queries.js';
import { slotsFor, stageOf, turnFrom, type Turn } from './turn.js';

/** An item as a list shows it; `title` is a column of every kind. */
export type ListedItem = ItemRow<object> & { readonly title: string };
export type ListedKind = ItemKind<ListedItem, string, string>;

export interface InboxItem {
  readonly kind: ItemKindName;
  readonly id: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly state: string;
  readonly since: Date;
  readonly version: number;
  readonly contentHash: string;
  /** The deed that signs in the present stage; null when the item waits for no signature. */
  readonly signingDeed: string | null;
  /** Posts that are asked now; a post without holders is a warning to the administrator. */
  readonly waitingFor: readonly { readonly post: string; readonly people: readonly string[] }[];
  /** Who handed it to this person, and why. */
  readonly handed?: Pick<HandedTo, 'by' | 'reason'>;
}

export interface Inbox {
  readonly forMe: readonly InboxItem[];
  /** Items I submitted, or handed on to somebody, that wait. */
  readonly forOthers: readonly InboxItem[];
  readonly drafts: readonly InboxItem[];
  /** The last fifty items I decided on. */
  readonly done: readonly InboxItem[];
}

/** One person's work over all kinds of item, oldest first. */
export async function inboxOf(
  tx: Tx,
  organizationId: OrganizationId,
  kinds: readonly ListedKind[],
  personId: string,
): Promise<Inbox> {
  const waiting = (await waitingTurns(tx, organizationId, kinds)).map(({ kind, row, turn }) => ({
    item: listed(kind, row, turn),
    mine: slotsFor(turn, personId),
    submittedBy: row.submittedBy,
  }));
  const asksMe = (mine: readonly Slot[]): boolean => slotsFor({ open: slotsAsked(mine) }, personId).length > 0;
  return {
    forMe: waiting
      .filter(({ mine }) => asksMe(mine))
      .map(({ item, mine }) => ({ ...item, ...handedTo(mine, personId) })),
    forOthers: waiting
      .filter(({ mine, submittedBy }) => submittedBy === personId || (mine.length > 0 && !asksMe(mine)))
      .map(({ item }) => item),
    drafts: await draftsOf(tx, organizationId, kinds, personId),
    done: await doneBy(tx, organizationId, kinds, personId),
  };
}

function handedTo(mine: readonly Slot[], personId: string): Pick<InboxItem, 'handed'> {
  const found = mine.find((slot) => slot.handedTo?.personId === personId)?.handedTo;
  return found ? { handed: { by: found.by, reason: found.reason } } : {};
}

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
    for (const row of rows) {
      const key = `${row.id}/${row.round}`;
      const sofar = { affirmed: affirmed.get(key) ?? [], handed: handed.filter((each) => each.key === key) };
      waiting.push({ kind, row, turn: turnOfRow(kind, row, signing, routes, sofar) });
    }
  }
  return waiting;
}

/** Without the authors of the text: a list only says who is asked. */
function turnOfRow(
  kind: ListedKind,
  row: ListedItem,
  signing: SigningDirectory,
  routes: ReadonlyMap<string, RouteRow>,
  sofar: { readonly affirmed: readonly Affirmation[]; readonly handed: readonly Reassignment[] },
): Turn {
  const steps = routes.get(row.routeId ?? '')?.steps ?? [];
  const stage = stageOf(kind, row.state) ?? 'review';
  const slots = slotsOf(signing, steps, kind.responsible(row), kind.name);
  return turnFrom({ ...sofar, stage, steps, slots, authors: [] });
}

const listed = (kind: ListedKind, row: ListedItem, turn?: Turn): InboxItem => ({
  kind: kind.name,
  id: row.id,
  title: row.title,
  fiscalYear: row.fiscalYear,
  state: row.state,
  since: row.updatedAt,
  version: row.version,
  contentHash: row.contentHash,
  signingDeed: stageInLife(kind, turn?.stage ?? null, row)?.act ?? null,
  waitingFor: slotsAsked(turn?.open ?? []).map((slot) => ({
    post: slot.postName,
    people: slot.holders.map((holder) => holder.name),
  })),
});

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

async function draftsOf(
  tx: Tx,
  organizationId: OrganizationId,
  kinds: readonly ListedKind[],
  personId: string,
): Promise<InboxItem[]> {
  const drafts: InboxItem[] = [];
  for (const kind of kinds) {
    const rows = await tx
      .createQueryBuilder(kind.entity, 'item')
      .where('item.organization_id = :organizationId and item.state = :state and item.created_by = :personId', {
        organizationId,
        state: kind.lifecycle.initial,
        personId,
      })
      .orderBy('item.updated_at', 'DESC')
      .limit(200)
      .getMany();
    drafts.push(...rows.map((row) => listed(kind, row)));
  }
  return drafts;
}

async function doneBy(
  tx: Tx,
  organizationId: OrganizationId,
  kinds: readonly ListedKind[],
  personId: string,
): Promise<InboxItem[]> {
  const rows: { kind: ItemKindName; id: string }[] = await tx.query(
    `select item_kind as kind, item_id as id from decision where organization_id = $1 and person_id = $2
     group by 1, 2 order by max(decided_at) desc limit 50`,
    [organizationId, personId],
  );
  const items = new Map<string, InboxItem>();
  for (const kind of kinds) {
    const ids = rows.filter((row) => row.kind === kind.name).map(({ id }) => id);
    for (const row of await rowsWith(tx, organizationId, kind, ids)) items.set(row.id, listed(kind, row));
  }
  return rows.flatMap(({ id }) => items.get(id) ?? []);
}

const rowsWith = (
  tx: Tx,
  organizationId: OrganizationId,
  kind: ListedKind,
  ids: readonly string[],
): Promise<ListedItem[]> =>
  tx
    .createQueryBuilder(kind.entity, 'item')
    .where('item.organization_id = :organizationId and item.id = any (:ids)', { organizationId, ids })
    .getMany();
