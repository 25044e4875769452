import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

export interface Clearance {
  readonly reason: string;
  /** Name of the person. */
  readonly clearedBy: string;
}

/** By key of the finding: what was cleared in exactly this text of the item. */
export async function clearancesOf(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: ItemKindName,
  item: { readonly id: string; readonly contentHash: string },
): Promise<Map<string, Clearance>> {
  const rows: (Clearance & { key: string })[] = await tx.query(
    `select c.finding_key as key, c.reason, p.name as "clearedBy" from personal_data_clearance c
     join person p on p.organization_id = c.organization_id and p.id = c.cleared_by
     where c.organization_id = $1 and c.item_kind = $2 and c.item_id = $3 and c.content_hash = $4`,
    [organizationId, itemKind, item.id, item.contentHash],
  );
  return new Map(rows.map(({ key, ...clearance }) => [key, clearance]));
}
