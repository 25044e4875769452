import type { ItemKindName } from '../core/item.js';
import type { NoticeKind } from '../core/notice/notice.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** What waited for somebody no longer does: their notices of it count as read, and messages that wait leave it out. */
export async function settleNotices(
  tx: Tx,
  {
    organizationId,
    item,
    kinds,
    stillAsked,
    at,
  }: {
    readonly organizationId: OrganizationId;
    readonly item: { readonly kind: ItemKindName; readonly id: string };
    readonly kinds: readonly NoticeKind[];
    /** Persons for whom the item waits all the same. */
    readonly stillAsked: readonly string[];
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `update notice set read_at = $5 where organization_id = $1 and item_kind = $2 and item_id = $3
       and kind = any ($6) and person_id <> all ($4) and read_at is null`,
    [organizationId, item.kind, item.id, stillAsked, at, kinds],
  );
}
