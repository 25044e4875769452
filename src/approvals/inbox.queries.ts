import { answersFor, type ItemKindName } from '../core/item.js';
import { slotsAsked, type HandedTo, type Slot } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { marksOf, NO_MARKS, type Marks } from './marks.queries.js';
import { stageInLife } from './item-kind.js';
import { mayStillSign, slotsFor, type Turn } from './turn.js';
import { waitingTurns, type ListedItem, type ListedKind, type WaitingTurn } from './waiting-turns.queries.js';

export interface InboxItem extends Marks {
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
  /** Items that wait: I answer for them, handed them on to somebody, or may not sign them myself. */
  readonly forOthers: readonly InboxItem[];
  readonly drafts: readonly InboxItem[];
  /** The last fifty items I decided on. */
  readonly done: readonly InboxItem[];
}

type Unmarked = Omit<InboxItem, keyof Marks>;
type UnmarkedInbox = Readonly<Record<keyof Inbox, readonly Unmarked[]>>;

/**
 * One person's work over all kinds of item, oldest first. What four eyes keep from somebody waits for others, also where it
 * is their post that is asked.
 * @param given what waits in the organization, when it is known already
 */
export async function inboxOf(
  tx: Tx,
  organizationId: OrganizationId,
  kinds: readonly ListedKind[],
  personId: string,
  given?: readonly WaitingTurn[],
): Promise<Inbox> {
  const waiting = (given ?? (await waitingTurns(tx, organizationId, kinds))).map(({ kind, row, turn }) => ({
    item: listed(kind, row, turn),
    mine: slotsFor(turn, personId),
    asksMe: turn.open.some((slot) => mayStillSign(slot, row, turn).includes(personId)),
    isMine: answersFor(row) === personId,
  }));
  const inbox = {
    forMe: waiting.filter(({ asksMe }) => asksMe).map(({ item, mine }) => ({ ...item, ...handedTo(mine, personId) })),
    forOthers: waiting
      .filter(({ mine, asksMe, isMine }) => isMine || (mine.length > 0 && !asksMe))
      .map(({ item }) => item),
    drafts: await draftsOf(tx, organizationId, kinds, personId),
    done: await doneBy(tx, organizationId, kinds, personId),
  };
  return marked(tx, organizationId, inbox);
}

/** Says of every item on the lists what stands beside its state. */
async function marked(tx: Tx, organizationId: OrganizationId, inbox: UnmarkedInbox): Promise<Inbox> {
  const items = Object.values(inbox).flat();
  const markOf = new Map<ItemKindName, (id: string) => Marks>();
  for (const kind of new Set(items.map((item) => item.kind))) {
    const ids = items.filter((item) => item.kind === kind).map(({ id }) => id);
    markOf.set(kind, await marksOf(tx, organizationId, kind, ids));
  }
  const all = (list: readonly Unmarked[]): InboxItem[] =>
    list.map((item) => ({ ...item, ...(markOf.get(item.kind)?.(item.id) ?? NO_MARKS) }));
  return { forMe: all(inbox.forMe), forOthers: all(inbox.forOthers), drafts: all(inbox.drafts), done: all(inbox.done) };
}

function handedTo(mine: readonly Slot[], personId: string): Pick<InboxItem, 'handed'> {
  const found = mine.find((slot) => slot.handedTo?.personId === personId)?.handedTo;
  return found ? { handed: { by: found.by, reason: found.reason } } : {};
}

const listed = (kind: ListedKind, row: ListedItem, turn?: Turn): Unmarked => ({
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

async function draftsOf(
  tx: Tx,
  organizationId: OrganizationId,
  kinds: readonly ListedKind[],
  personId: string,
): Promise<Unmarked[]> {
  const drafts: Unmarked[] = [];
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
): Promise<Unmarked[]> {
  const rows: { kind: ItemKindName; id: string }[] = await tx.query(
    `select item_kind as kind, item_id as id from decision where organization_id = $1 and person_id = $2
     group by 1, 2 order by max(decided_at) desc limit 50`,
    [organizationId, personId],
  );
  const items = new Map<string, Unmarked>();
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
