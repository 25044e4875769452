import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { administratorsToday } from '../notices/administrators.queries.js';
import { notify } from '../notices/notify.js';
import { momentOfSigning } from '../organizations/organizations.queries.js';

/** Tells the administrators that the public website shows something else than the signed edition. */
export async function tellDrift(
  tx: Tx,
  { organizationId, itemKind, itemId }: { organizationId: OrganizationId; itemKind: ItemKindName; itemId: string },
): Promise<void> {
  const personIds = await administratorsToday(tx, organizationId);
  const { at } = await momentOfSigning(tx);
  await notify(tx, { organizationId, personIds, kind: 'public-drift', item: { kind: itemKind, id: itemId }, at });
}
