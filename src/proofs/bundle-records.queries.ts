import { sha256Of } from '../audit/bundle.js';
import { RECORD_KEYS, RECORD_KINDS, type BundleRecords, type RecordKind } from '../audit/bundle-records.js';
import { recordText, STATED, type StatedKind } from '../audit/stated-record.js';
import { STATED_ROWS } from '../audit/state-records.js';
import { sortedJson } from '../core/sorted-json.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/**
 * What stands beside the log at one moment. One statement sees one moment: every decision in it has its event in any
 * checkpoint that is made afterwards.
 */
export async function recordsNow(tx: Tx, organizationId: OrganizationId): Promise<RecordsAt> {
  const parts = RECORD_KINDS.map((kind) => `(${listOf(SOURCES[kind])}) as "${kind}"`);
  const [row]: (Record<RecordKind, Loose[]> & { size: string })[] = await tx.query(
    `select ${parts.join(', ')}, (select seq from audit_head where organization_id = $1) as size`,
    [organizationId],
  );
  const records = RECORD_KINDS.map((kind) => [kind, (row?.[kind] ?? []).map((loose) => textual(kind, loose))]);
  const all = Object.fromEntries(records) as BundleRecords; // every kind by its own keys
  return { records: all, size: Number(row?.size ?? '0') };
}

export interface RecordsAt {
  readonly records: BundleRecords;
  /** How many events the log had at that moment. */
  readonly size: number;
}

/** Was anything said of stated rows in the events after one number, up to another? Then the rows are newer or older than them. */
export async function isStatedBetween(
  tx: Tx,
  organizationId: OrganizationId,
  after: number,
  upTo: number,
): Promise<boolean> {
  const rows: object[] = await tx.query(
    `select from audit_event where organization_id = $1 and seq > $2 and seq <= $3 and item_kind = any ($4)
       and event ->> 'contentHashAfter' <> '' limit 1`,
    [organizationId, after, upTo, Object.values(STATED).map(({ itemKind }) => itemKind)],
  );
  return rows.length > 0;
}

type Loose = Readonly<Record<string, unknown>>;

function textual(kind: RecordKind, loose: Loose): Record<string, string> {
  const record = Object.fromEntries(RECORD_KEYS[kind].map((key) => [key, recordText(loose[key])]));
  return kind === 'versions' ? { ...record, content: hashedText(loose) } : record;
}

/** The text under its hash: the title of a report is hashed with it. Empty when the title has changed since. */
function hashedText({ content, title, contentHash }: Loose): string {
  const body = typeof content === 'object' ? content : {};
  const texts = [sortedJson(body), sortedJson({ title, ...body })];
  return texts.find((text) => sha256Of(text) === contentHash) ?? '';
}

const listOf = (source: string): string => `select coalesce(json_agg(r), '[]') from (${source}) r`;

/** With microseconds, as the events have them. */
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A stated row as it is now, with the key of what was stated of it last. */
const current = (kind: StatedKind): string =>
  `select r.*, k.key, true as "isCurrent" from (${STATED_ROWS[kind]}) r
   left join lateral (select encode(content_key, 'hex') as key from logged_text
     where organization_id = $1 and item_kind = '${STATED[kind].itemKind}' and item_id = r.id
     order by kept_at desc limit 1) k on true`;

/** The same, and all that was stated of it before, oldest first. */
const andFormer = (kind: StatedKind): string =>
  `select ${STATED[kind].keys.map((key) => `content ->> '${key}' as "${key}"`).join(', ')}, key, "isCurrent" from (
     select to_jsonb(c) as content, c.key, true as "isCurrent", 'infinity'::timestamptz as "keptAt" from (${current(kind)}) c
     union all
     select t.content, encode(t.content_key, 'hex'), false, t.kept_at from logged_text t
     where t.organization_id = $1 and t.item_kind = '${STATED[kind].itemKind}' and exists (select from logged_text later
       where later.organization_id = $1 and later.item_kind = t.item_kind and later.item_id = t.item_id
         and later.kept_at > t.kept_at)) called
   order by content ->> 'id', "keptAt"`;

const SOURCES: Readonly<Record<RecordKind, string>> = {
  people: andFormer('people'),
  posts: andFormer('posts'),
  orders: `${current('orders')} order by r.id`,
  appointments: `${current('appointments')} order by r.id`,
  routes: `${current('routes')} order by r.id`,
  versions: `select v.item_kind as "itemKind", v.item_id as "itemId", v.number, v.content_hash as "contentHash", v.content,
      coalesce(t.content ->> 'title', r.title) as title, v.frozen_by as "frozenBy", ${instant('v.frozen_at')} as "frozenAt"
    from item_version v left join report r on r.organization_id = v.organization_id and r.id = v.item_id
    left join logged_text t on t.organization_id = v.organization_id and t.item_kind = v.item_kind and t.item_id = v.item_id
      and t.content_hash = v.content_hash and r.id is not null
    where v.organization_id = $1 order by v.frozen_at, v.id`,
  decisions: `select item_kind as "itemKind", item_id as "itemId", round, stage, step, act, post_id as "postId",
      person_id as "personId", array_to_string(array(select jsonb_array_elements_text(acting_order_ids)), ',') as "actingOrderIds",
      shown_hash as "shownHash", affirms, reason, encode(reason_key, 'hex') as "reasonKey",
      reason_code as "reasonCode", back_to_step as "backToStep", set_aside_by is not null as "isSetAside",
      ${instant('decided_at')} as "decidedAt"
    from decision where organization_id = $1 order by decided_at, id`,
  overrides: `select item_kind as "itemKind", item_id as "itemId", round, transition, person_id as "personId", reason,
      ${instant('made_at')} as "madeAt", ratified_by as "ratifiedBy", ${instant('ratified_at')} as "ratifiedAt"
    from item_override where organization_id = $1 order by made_at, id`,
  editions: `select id, item_kind as "itemKind", item_id as "itemId", document_id as "documentId", number, language,
      template, title, snapshot_hash as "snapshotHash", snapshot, ${instant('signed_at')} as "signedAt",
      rendered_sha256 as "renderedSha256", sealed_sha256 as "sealedSha256", seal_level as "sealLevel",
      seal_is_demo as "sealIsDemo", checkpoint
    from edition where organization_id = $1 order by signed_at, id`,
  publications: `select edition_id as "editionId", target, address, desired, desired_sha256 as "desiredSha256", generation,
      ${instant('verified_at')} as "verifiedAt", withdrawn_reason as "withdrawnReason"
    from publication where organization_id = $1 order by id`,
};
