import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { TODAY } from '../organizations/who-may-act.queries.js';

/** Who keeps the agency's people, posts and channels in order today. */
export async function administratorsToday(tx: Tx, organizationId: OrganizationId): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct a.person_id as id from appointment a
     join post p on p.organization_id = a.organization_id and p.id = a.post_id and p.kind = 'administrator'
     where a.organization_id = $1 and a.starts_on <= ${TODAY} and (a.ends_on is null or a.ends_on >= ${TODAY})`,
    [organizationId],
  );
  return rows.map(({ id }) => id);
}
