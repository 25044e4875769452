import type { OrganizationId } from '../database/tenant.js';
import { isUuid } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { ReportLayoutRow } from './report-layout.entity.js';

/** The newest version of each layout of the organization, by name. */
export async function listLayouts(tx: Tx, organizationId: OrganizationId): Promise<ReportLayoutRow[]> {
  const rows = await tx.find(ReportLayoutRow, { where: { organizationId }, order: { version: 'DESC' } });
  const newest = new Map<string, ReportLayoutRow>();
  for (const row of rows) if (!newest.has(row.id)) newest.set(row.id, row);
  return [...newest.values()].sort((one, other) => one.name.localeCompare(other.name, 'th'));
}

/** One layout, its newest version unless another is asked for; null when there is none. */
export async function findLayout(
  tx: Tx,
  organizationId: OrganizationId,
  id: string,
  version?: number,
): Promise<ReportLayoutRow | null> {
  if (!isUuid(id)) return null;
  const where = { organizationId, id, ...(version === undefined ? {} : { version }) };
  return tx.findOne(ReportLayoutRow, { where, order: { version: 'DESC' } });
}

/** Every version of one layout, newest first. */
export const layoutVersions = (tx: Tx, organizationId: OrganizationId, id: string): Promise<ReportLayoutRow[]> =>
  tx.find(ReportLayoutRow, { where: { organizationId, id }, order: { version: 'DESC' } });
