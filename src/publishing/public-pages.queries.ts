import type { EntityManager } from 'typeorm';
import type { ItemKindName } from '../core/item.js';
import { organizationId, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

export type FileState = 'current' | 'superseded' | 'withdrawn';

/** A document as the public list shows it: its newest version, or the notice of its withdrawal. */
export interface ListedDocument {
  readonly documentId: string;
  readonly language: string;
  readonly kind: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly signedAt: Date;
  readonly isWithdrawn: boolean;
  /** Of the newest file; it can be fetched unless withdrawn. */
  readonly sha256: string;
}

export interface DocumentVersion {
  readonly editionId: string;
  readonly itemKind: ItemKindName;
  readonly itemId: string;
  readonly number: number;
  readonly title: string;
  readonly sha256: string;
  readonly signedAt: Date;
  readonly publishedAt: Date;
  readonly sealLevel: string | null;
  readonly sealIsDemo: boolean | null;
  readonly state: FileState;
}

export interface DocumentPage {
  readonly documentId: string;
  readonly language: string;
  readonly kind: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly withdrawal: { readonly at: Date; readonly reason: string } | null;
  /** Newest first. */
  readonly versions: readonly DocumentVersion[];
}

export interface PublicFile {
  readonly sha256: string;
  readonly state: FileState;
  readonly documentId: string;
  readonly language: string;
  readonly title: string;
  readonly withdrawnReason: string | null;
}

/**
 * Every entry with its standing: a later notice withdraws all files before it, a later file supersedes them.
 * A file that came back after a withdrawal has its best standing.
 */
const ENTRIES = `
  select p.*,
    (select t.reason from public_entry t where t.organization_id = p.organization_id and t.document_id = p.document_id
       and t.language = p.language and t.generation > p.generation and t.presence = 'tombstone'
     order by t.generation limit 1) as withdrawn_reason,
    exists (select 1 from public_entry t where t.organization_id = p.organization_id and t.document_id = p.document_id
       and t.language = p.language and t.generation > p.generation and t.presence = 'tombstone') as is_withdrawn,
    not exists (select 1 from public_entry n where n.organization_id = p.organization_id and n.document_id = p.document_id
       and n.language = p.language and n.generation > p.generation) as is_newest
  from public_entry p
  where p.organization_id = $1 and p.presence = 'present'`;

const STATE = `case when is_withdrawn then 'withdrawn' when is_newest then 'current' else 'superseded' end as state`;

/** Newest first. Both filters may be left out. */
export async function listDocuments(
  tx: Tx,
  organizationId: OrganizationId,
  { fiscalYear = null, kind = null }: { fiscalYear?: number | null; kind?: string | null } = {},
): Promise<ListedDocument[]> {
  return tx.query(
    `with newest as (
       select distinct on (document_id, language) * from (${ENTRIES}) entries order by document_id, language, generation desc)
     select document_id as "documentId", language, kind, fiscal_year as "fiscalYear", title, signed_at as "signedAt",
       is_withdrawn as "isWithdrawn", sha256
     from newest where ($2::int is null or fiscal_year = $2) and ($3::text is null or kind = $3)
     order by fiscal_year desc, signed_at desc, document_id, language`,
    [organizationId, fiscalYear, kind],
  );
}

/** What the public list can be filtered by: years (newest first) and kinds that have documents. */
export async function listFacets(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<{ fiscalYears: number[]; kinds: string[] }> {
  const [row] = await tx.query<{ years: number[] | null; kinds: string[] | null }[]>(
    `select array_agg(distinct fiscal_year order by fiscal_year desc) as years, array_agg(distinct kind) as kinds
     from public_entry where organization_id = $1 and presence = 'present'`,
    [organizationId],
  );
  return { fiscalYears: row?.years ?? [], kinds: row?.kinds ?? [] };
}

/** Null when the public has never seen this document. */
export async function documentPage(
  tx: Tx,
  organizationId: OrganizationId,
  documentId: string,
  language: string,
): Promise<DocumentPage | null> {
  const versions = await tx.query<(DocumentVersion & { kind: string; fiscalYear: number })[]>(
    `select entries.kind, entries.fiscal_year as "fiscalYear", entries.edition_id as "editionId",
       e.item_kind as "itemKind", e.item_id as "itemId", e.number, entries.title,
       entries.sha256, entries.signed_at as "signedAt", entries.put_at as "publishedAt", e.seal_level as "sealLevel", e.seal_is_demo as "sealIsDemo", ${STATE}
     from (${ENTRIES}) entries
     join edition e on e.organization_id = entries.organization_id and e.id = entries.edition_id
     where entries.document_id = $2 and entries.language = $3 order by entries.generation desc`,
    [organizationId, documentId, language],
  );
  const [newest] = versions;
  if (!newest) return null;
  const { kind, fiscalYear, title } = newest;
  const withdrawal = await standingWithdrawal(tx, organizationId, documentId, language);
  return { documentId, language, kind, fiscalYear, title, withdrawal, versions };
}

/** Which organizations ever published these very bytes; asked before a tenant is known, and answers nothing else. */
export async function publicFileOwners(manager: EntityManager, sha256: string): Promise<OrganizationId[]> {
  const rows = await manager.query<{ id: string }[]>('select public_file_owners($1) as id', [sha256]);
  return rows.map(({ id }) => organizationId(id));
}

/** Null when no document of the organization ever stood there as this file. */
export async function fileByHash(tx: Tx, organizationId: OrganizationId, sha256: string): Promise<PublicFile | null> {
  const [row] = await tx.query<PublicFile[]>(
    `select sha256, document_id as "documentId", language, title, withdrawn_reason as "withdrawnReason", ${STATE}
     from (${ENTRIES}) entries where sha256 = $2
     order by is_withdrawn, is_newest desc, generation desc limit 1`,
    [organizationId, sha256],
  );
  return row ?? null;
}

async function standingWithdrawal(
  tx: Tx,
  organizationId: OrganizationId,
  documentId: string,
  language: string,
): Promise<DocumentPage['withdrawal']> {
  const [last] = await tx.query<{ presence: string; at: Date; reason: string | null }[]>(
    `select presence, put_at as at, reason from public_entry
     where organization_id = $1 and document_id = $2 and language = $3 order by generation desc limit 1`,
    [organizationId, documentId, language],
  );
  return last?.presence === 'tombstone' ? { at: last.at, reason: last.reason ?? '' } : null;
}
