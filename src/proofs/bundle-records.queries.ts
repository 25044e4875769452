import { sha256Of } from '../audit/bundle.js';
import { RECORD_KEYS, RECORD_KINDS, type BundleRecords, type RecordKind } from '../audit/bundle-records.js';
import { sortedJson } from '../core/sorted-json.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/**
 * What stands beside the log at one moment. One statement sees one moment: every decision in it has its event in any
 * checkpoint that is made afterwards.
 */
export async function recordsNow(tx: Tx, organizationId: OrganizationId): Promise<BundleRecords> {
  const parts = RECORD_KINDS.map((kind) => `(${listOf(SOURCES[kind])}) as "${kind}"`);
  const [row]: Record<RecordKind, Loose[]>[] = await tx.query(`select ${parts.join(', ')}`, [organizationId]);
  const records = RECORD_KINDS.map((kind) => [kind, (row?.[kind] ?? []).map((loose) => textual(kind, loose))]);
  return Object.fromEntries(records) as BundleRecords; // every kind by its own keys
}

type Loose = Readonly<Record<string, unknown>>;

function textual(kind: RecordKind, loose: Loose): Record<string, string> {
  const record = Object.fromEntries(RECORD_KEYS[kind].map((key) => [key, textOf(loose[key])]));
  return kind === 'versions' ? { ...record, content: hashedText(loose) } : record;
}

/** The text under its hash: the title of a report is hashed with it. Empty when the title has changed since. */
function hashedText({ content, title, contentHash }: Loose): string {
  const body = typeof content === 'object' ? content : {};
  const texts = [sortedJson(body), sortedJson({ title, ...body })];
  return texts.find((text) => sha256Of(text) === contentHash) ?? '';
}

/** Texts of measures and documents are written as they were hashed. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? sortedJson(value) : String(value as string | number | boolean); // scalars of JSON
}

const listOf = (source: string): string => `select coalesce(json_agg(r), '[]') from (${source}) r`;

/** With microseconds, as the events have them. */
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const day = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;

const SOURCES: Readonly<Record<RecordKind, string>> = {
  people: 'select id, name from person where organization_id = $1 order by id',
  posts: 'select id, name as title from post where organization_id = $1 order by id',
  orders: `select id, person_id as "personId", post_id as "postId", capacity, order_number as "orderNumber",
      ${day('ordered_on')} as "orderedOn", ${day('starts_on')} as "startsOn", ${day('ends_on')} as "endsOn",
      ${day('revoked_on')} as "revokedOn"
    from acting_order where organization_id = $1 order by id`,
  versions: `select v.item_kind as "itemKind", v.item_id as "itemId", v.number, v.content_hash as "contentHash", v.content,
      r.title, v.frozen_by as "frozenBy", ${instant('v.frozen_at')} as "frozenAt"
    from item_version v left join report r on r.organization_id = v.organization_id and r.id = v.item_id
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
