import { randomBytes } from 'node:crypto';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { appendAudits, type AuditEntry } from './append-audit.js';
import { recordText, STATED, statementHash, type StatedKind } from './stated-record.js';

const day = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;

/** The rows of an organization ($1) as they are stated, one column for each key. */
export const STATED_ROWS: Readonly<Record<StatedKind, string>> = {
  people: 'select id, name, name_en as "nameEn" from person where organization_id = $1',
  posts: `select id, name as title, name_en as "titleEn", kind, division_id as "divisionId", ${day('ends_on')} as "endsOn"
    from post where organization_id = $1`,
  orders: `select id, person_id as "personId", post_id as "postId", capacity, through_order_id as "throughOrderId",
      order_number as "orderNumber", ${day('ordered_on')} as "orderedOn", ${day('starts_on')} as "startsOn",
      ${day('ends_on')} as "endsOn", ${day('revoked_on')} as "revokedOn", item_kinds as "itemKinds",
      in_capacity_of as "inCapacityOf"
    from acting_order where organization_id = $1`,
  appointments: `select id, person_id as "personId", post_id as "postId", ${day('starts_on')} as "startsOn",
      ${day('ends_on')} as "endsOn"
    from appointment where organization_id = $1`,
  routes: 'select id, item_kind as "itemKind", version, steps from route where organization_id = $1',
};

type Loose = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * States one row as it stands now: keeps its words under a new key. For the event of what was done to it.
 * @returns what to add to that event
 */
export async function stated(
  tx: Tx,
  organizationId: OrganizationId,
  kind: StatedKind,
  id: string,
): Promise<Pick<AuditEntry, 'contentHashAfter'>> {
  const hash = (await statedAll(tx, organizationId, kind, [id])).get(id);
  return hash === undefined ? {} : { contentHashAfter: hash };
}

interface Statement {
  readonly id: string;
  readonly record: object;
  readonly hash: string;
  /** Hexadecimal. */
  readonly key: string;
}

/** The same for several rows. @returns hashes by id; rows that are gone have none */
async function statedAll(
  tx: Tx,
  organizationId: OrganizationId,
  kind: StatedKind,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows: Loose[] = await tx.query(`select * from (${STATED_ROWS[kind]}) r where id = any ($2)`, [
    organizationId,
    ids,
  ]);
  const statements = rows.map((row) => statementOf(kind, row));
  await tx.query(
    `insert into logged_text (organization_id, item_kind, item_id, content_hash, content, content_key)
     select $1, $2, (r ->> 'id')::uuid, r ->> 'hash', r -> 'record', decode(r ->> 'key', 'hex') from jsonb_array_elements($3) r`,
    [organizationId, STATED[kind].itemKind, JSON.stringify(statements)],
  );
  return new Map(statements.map(({ id, hash }) => [id, hash]));
}

function statementOf(kind: StatedKind, row: Loose): Statement {
  const record = Object.fromEntries(STATED[kind].keys.map((name) => [name, recordText(row[name])]));
  const key = randomBytes(32);
  const hash = statementHash(kind, record, key);
  return { id: row.id, record, hash, key: key.toString('hex') };
}

/** Several rows of one kind to which the same was done: an event for each, in this order. Call it last, as appendAudit. */
export async function appendStatements(
  tx: Tx,
  organizationId: OrganizationId,
  kind: StatedKind,
  ids: readonly string[],
  entry: Omit<AuditEntry, 'itemKind' | 'itemId' | 'contentHashAfter'>,
): Promise<void> {
  const hashes = await statedAll(tx, organizationId, kind, ids);
  const { itemKind } = STATED[kind];
  await appendAudits(
    tx,
    ids.flatMap((itemId) => {
      const contentHashAfter = hashes.get(itemId);
      return contentHashAfter === undefined ? [] : { ...entry, itemKind, itemId, contentHashAfter };
    }),
  );
}

/** What is done to every row that an organization begins with. */
const BEGINNINGS: readonly (readonly [StatedKind, string])[] = [
  ['people', 'person.add'],
  ['posts', 'post.add'],
  ['appointments', 'appointment.begin'],
  ['orders', 'acting.order'],
  ['routes', 'route.save'],
];

/**
 * States every row of an organization. Call it last, as appendAudit.
 * @param only the one action of an organization that worked before its rows were stated; else each row begins
 */
export async function appendBeginnings(tx: Tx, organizationId: OrganizationId, only?: string): Promise<void> {
  for (const [kind, begin] of BEGINNINGS) {
    const action = only ?? begin;
    const rows: { id: string }[] = await tx.query(`select id from (${STATED_ROWS[kind]}) r order by id`, [
      organizationId,
    ]);
    const ids = rows.map(({ id }) => id);
    await appendStatements(tx, organizationId, kind, ids, { action });
  }
}
