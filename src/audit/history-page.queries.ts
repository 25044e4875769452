import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { actingOf, actingOrders, type ActedFor } from './acted-for.queries.js';
import { namesThen, type NamesThen } from './logged-texts.queries.js';

export interface LoggedEvent {
  readonly seq: string;
  readonly at: Date;
  readonly action: string;
  readonly itemKind: string;
  readonly itemId: string;
  /** What the item, the person or the post was called then; empty for other things. */
  readonly title: string;
  readonly fromState: string;
  readonly toState: string;
  /** Null when the product itself acted; names and posts as they were then. */
  readonly person: string | null;
  readonly post: string | null;
  readonly acting: readonly ActedFor[];
  readonly hash: string;
}

/** What to look for in the log; empty fields do not matter. */
export interface HistoryFilter {
  /** A kind as the log names it: "measure", "person" … */
  readonly kind: string;
  /** Part of the name of who acted, now or then. */
  readonly person: string;
  /** Part of the title of a measure, report or announcement. */
  readonly title: string;
}

export interface LogPage {
  readonly total: number;
  readonly events: readonly LoggedEvent[];
}

/** One page of what matches in the organization's log, newest first, and how many do. @param page 1 upwards */
export async function historyPage(
  tx: Tx,
  organizationId: OrganizationId,
  { page, size, kind, person, title }: { readonly page: number; readonly size: number } & HistoryFilter,
): Promise<LogPage> {
  const rows: Row[] = await tx.query(
    `select e.seq, e.event, encode(e.hash, 'hex') as hash from audit_event e
     where ${MATCHING} order by e.seq desc offset $5 limit $6`,
    [organizationId, kind, person, title, (page - 1) * size, size],
  );
  const isAll = kind + person + title === '';
  const [count]: { total: string }[] = isAll
    ? await tx.query('select seq as total from audit_head where organization_id = $1', [organizationId])
    : await tx.query(`select count(*) as total from audit_event e where ${MATCHING}`, [
        organizationId,
        kind,
        person,
        title,
      ]);
  return { total: Number(count?.total ?? '0'), events: await eventsIn(tx, organizationId, rows) };
}

interface Row {
  readonly seq: string;
  readonly event: Readonly<Record<string, string>>;
  readonly hash: string;
}

const MATCHING = `e.organization_id = $1 and ($2 = '' or e.item_kind = $2)
  and ($3 = '' or e.event ->> 'actorPersonId' in (
    select id::text from person where organization_id = $1 and strpos(lower(name), lower($3)) > 0
    union select item_id::text from logged_text
    where organization_id = $1 and item_kind = 'person' and strpos(lower(content ->> 'name'), lower($3)) > 0))
  and ($4 = '' or (e.item_kind, e.item_id) in (
    select 'measure', id::text from measure where organization_id = $1 and strpos(lower(title), lower($4)) > 0
    union select 'report', id::text from report where organization_id = $1 and strpos(lower(title), lower($4)) > 0
    union select 'announcement', id::text from announcement where organization_id = $1 and strpos(lower(title), lower($4)) > 0
    union select 'measure', item_id::text from logged_text
    where organization_id = $1 and item_kind = 'measure' and strpos(lower(content ->> 'title'), lower($4)) > 0))`;

async function eventsIn(tx: Tx, organizationId: OrganizationId, rows: readonly Row[]): Promise<LoggedEvent[]> {
  const events = rows.map(({ seq, event, hash }) => ({ seq, hash, ...partsOf(event) }));
  const about = (kind: string): string[] =>
    events.flatMap(({ itemKind, itemId }) => (itemKind === kind && UUID.test(itemId) ? itemId : []));
  const orders = await actingOrders(tx, organizationId, events);
  const names = await namesThen(
    tx,
    organizationId,
    [...events.map(({ actorPersonId }) => actorPersonId), ...about('person')],
    [
      ...events.map(({ actorPostId }) => actorPostId),
      ...[...orders.values()].map(({ postId }) => postId),
      ...about('post'),
    ],
  );
  const titles = await titlesOf(tx, organizationId, events);
  return events.map(({ actorPersonId, actorPostId, onBehalfOf, ...event }) => ({
    ...event,
    at: new Date(event.at),
    title: titles.get(event.seq) ?? nameOf(event, names),
    person: names.person(actorPersonId, event.at),
    post: names.post(actorPostId, event.at),
    acting: actingOf({ onBehalfOf, at: event.at }, orders, names),
  }));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const partsOf = (event: Row['event']) => ({
  at: event['at'] ?? '',
  action: event['action'] ?? '',
  itemKind: event['itemKind'] ?? '',
  itemId: event['itemId'] ?? '',
  fromState: event['fromState'] ?? '',
  toState: event['toState'] ?? '',
  actorPersonId: event['actorPersonId'] ?? '',
  actorPostId: event['actorPostId'] ?? '',
  onBehalfOf: event['onBehalfOf'] ?? '',
});

function nameOf(
  { itemKind, itemId, at }: Pick<ReturnType<typeof partsOf>, 'itemKind' | 'itemId' | 'at'>,
  names: NamesThen,
): string {
  if (itemKind === 'person') return names.person(itemId, at) ?? '';
  return itemKind === 'post' ? (names.post(itemId, at) ?? '') : '';
}

/** Titles of items by event: as the text of that event had it, or as the item is called now. */
async function titlesOf(
  tx: Tx,
  organizationId: OrganizationId,
  events: readonly { readonly seq: string }[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { seq: string; title: string }[] = await tx.query(
    `select e.seq, coalesce(t.content ->> 'title', i.title) as title from audit_event e
     join (select 'measure' as kind, organization_id, id, title from measure
       union all select 'report', organization_id, id, title from report
       union all select 'announcement', organization_id, id, title from announcement) i
       on i.organization_id = e.organization_id and i.kind = e.item_kind and i.id::text = e.item_id
     left join logged_text t on t.organization_id = e.organization_id and t.item_kind = i.kind and t.item_id = i.id
       and t.content_hash = e.event ->> 'contentHashAfter'
     where e.organization_id = $1 and e.seq = any ($2)`,
    [organizationId, events.map(({ seq }) => seq)],
  );
  return new Map(rows.map(({ seq, title }) => [seq, title]));
}
