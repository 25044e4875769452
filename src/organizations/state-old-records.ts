import { appendBeginnings } from '../audit/state-records.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { directory } from './organizations.queries.js';

const EVERY_ONE = 1_000_000;

/**
 * Organizations that worked before the log said what their people, posts and orders are get it said once, as all of it stands.
 * Never a second time: a row that appears later without an event is a forgery.
 * @returns how many organizations that were
 */
export async function stateOldRecords(unitOfWork: UnitOfWork): Promise<number> {
  const organizations = await unitOfWork.withoutTenant((manager) => directory(manager, EVERY_ONE));
  let stated = 0;
  for (const { organizationId } of organizations) {
    stated += await unitOfWork.inTenant(organizationId, async (tx) => {
      if (await isStated(tx, organizationId)) return 0;
      await appendBeginnings(tx, organizationId, 'record.state');
      return 1;
    });
  }
  return stated;
}

/** Locks the end of the log first: two workers that start at once say it once. */
async function isStated(tx: Tx, organizationId: OrganizationId): Promise<boolean> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 14))', [organizationId]);
  const rows: object[] = await tx.query(
    `select from audit_event where organization_id = $1 and item_kind = 'post'
       and event ->> 'contentHashAfter' <> '' limit 1`,
    [organizationId],
  );
  return rows.length > 0;
}
