import type { EntityManager } from 'typeorm';
import { organizationId, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { DivisionRow, OrganizationRow } from './organization.entities.js';
import { TODAY } from './who-may-act.queries.js';

export interface DirectoryEntry {
  readonly slug: string;
  readonly name: string;
  readonly organizationId: OrganizationId;
}

/** Read before a tenant is known; holds nothing but slugs and names. */
export async function directory(manager: EntityManager, limit = 200): Promise<DirectoryEntry[]> {
  const rows: { slug: string; name: string; id: string }[] = await manager.query(
    'select slug, name, organization_id as id from tenant_directory order by name limit $1',
    [limit],
  );
  return rows.map(({ slug, name, id }) => ({ slug, name, organizationId: organizationId(id) }));
}

/** The entries of these organizations, by name. */
export async function directoryOf(manager: EntityManager, ids: readonly OrganizationId[]): Promise<DirectoryEntry[]> {
  return manager.query<DirectoryEntry[]>(
    `select slug, name, organization_id as "organizationId" from tenant_directory
     where organization_id = any ($1) order by name`,
    [ids],
  );
}

/** @returns null when no organization has this slug */
export async function findBySlug(manager: EntityManager, slug: string): Promise<DirectoryEntry | null> {
  const [row]: { name: string; id: string }[] = await manager.query(
    'select name, organization_id as id from tenant_directory where slug = $1',
    [slug],
  );
  return row ? { slug, name: row.name, organizationId: organizationId(row.id) } : null;
}

export const organizationOf = (tx: Tx, id: OrganizationId): Promise<OrganizationRow> =>
  tx.findOneByOrFail(OrganizationRow, { organizationId: id });

/** Divisions that exist today, in the agency's order. */
export const divisionsOf = (tx: Tx, id: OrganizationId): Promise<DivisionRow[]> =>
  tx
    .createQueryBuilder(DivisionRow, 'division')
    .where('division.organization_id = :id', { id })
    .andWhere(`division.starts_on <= ${TODAY} and (division.ends_on is null or division.ends_on >= ${TODAY})`)
    .orderBy('division.position')
    .getMany();

/** Person names by id, for histories. */
export async function personNames(tx: Tx, id: OrganizationId): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; name: string }[] = await tx.query(
    'select id, name from person where organization_id = $1',
    [id],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function postNames(tx: Tx, id: OrganizationId): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; name: string }[] = await tx.query('select id, name from post where organization_id = $1', [
    id,
  ]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Today's calendar day of the agency, YYYY-MM-DD. */
export async function today(tx: Tx): Promise<string> {
  const [row]: { day: string }[] = await tx.query(`select to_char(${TODAY}, 'YYYY-MM-DD') as day`);
  return row?.day ?? '';
}

/** The instant of the transaction and the agency's calendar day of it, by the database's clock. */
export async function momentOfSigning(tx: Tx): Promise<{ at: Date; day: string }> {
  const [now]: { at: Date; day: string }[] = await tx.query(
    `select now() as at, to_char(${TODAY}, 'YYYY-MM-DD') as day`,
  );
  if (!now) throw new Error('the database told no time');
  return now;
}
