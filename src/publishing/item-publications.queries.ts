import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** Every edition of the item is where the public can see it: none is unsealed, unsent or unseen. */
export async function everythingVerified(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: string,
  itemId: string,
): Promise<boolean> {
  const [row] = await tx.query<{ all_seen: boolean }[]>(
    `select coalesce(bool_and(e.state = 'sealed' and coalesce(p.verified_at is not null, false)), false) as all_seen
     from edition e
     left join publication p on p.organization_id = e.organization_id and p.document_id = e.document_id
       and p.language = e.language and p.desired = 'present'
     where e.organization_id = $1 and e.item_kind = $2 and e.item_id = $3
       and not exists (select 1 from edition newer where newer.organization_id = e.organization_id
         and newer.document_id = e.document_id and newer.language = e.language and newer.number > e.number)`,
    [organizationId, itemKind, itemId],
  );
  return row?.all_seen ?? false;
}
