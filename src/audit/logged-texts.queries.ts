import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** What an item said under a hash of its log; null when the words are not kept. */
export async function loggedText(
  tx: Tx,
  organizationId: OrganizationId,
  item: { readonly itemKind: string; readonly itemId: string },
  hash: string,
): Promise<object | null> {
  const [row]: { content: object }[] = await tx.query(
    `select content from logged_text
     where organization_id = $1 and item_kind = $2 and item_id = $3 and content_hash = $4`,
    [organizationId, item.itemKind, item.itemId, hash],
  );
  return row?.content ?? null;
}

/** The hashes of an item whose words are kept. */
export async function keptHashes(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: string,
  itemId: string,
): Promise<ReadonlySet<string>> {
  const rows: { hash: string }[] = await tx.query(
    `select content_hash as hash from logged_text where organization_id = $1 and item_kind = $2 and item_id = $3`,
    [organizationId, itemKind, itemId],
  );
  return new Set(rows.map(({ hash }) => hash));
}

/** What people and posts were called at a time of the log; null for nobody. */
export interface NamesThen {
  /** @param at of an event, as the log writes it */
  person(id: string, at: string): string | null;
  post(id: string, at: string): string | null;
}

interface Name {
  readonly kind: 'person' | 'post';
  readonly id: string;
  readonly name: string;
  /** As the log writes times; empty for the present name. */
  readonly since: string;
}

/** By the last statement before a time, or by the first there is; by the present name where nothing was ever stated. */
export async function namesThen(
  tx: Tx,
  organizationId: OrganizationId,
  people: readonly string[],
  posts: readonly string[],
): Promise<NamesThen> {
  const known = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => id !== '');
  const names: Name[] = await tx.query(NAMES, [organizationId, known(people), known(posts)]);
  const called = (kind: Name['kind'], id: string, at: string): string | null => {
    const own = names.filter((name) => name.kind === kind && name.id === id);
    const stated = own.filter(({ since }) => since !== '');
    return (stated.findLast(({ since }) => since <= at) ?? stated[0] ?? own[0])?.name ?? null;
  };
  return {
    person: (id, at) => called('person', id, at),
    post: (id, at) => called('post', id, at),
  };
}

const since = `to_char(kept_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const NAMES = `
  select 'person' as kind, id, name, '' as since from person where organization_id = $1 and id = any ($2)
  union all select 'post', id, name, '' from post where organization_id = $1 and id = any ($3)
  union all select 'person', item_id, content ->> 'name', ${since} from logged_text
  where organization_id = $1 and item_kind = 'person' and item_id = any ($2)
  union all select 'post', item_id, content ->> 'title', ${since} from logged_text
  where organization_id = $1 and item_kind = 'post' and item_id = any ($3)
  order by since`;
