import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { notify } from '../notices/notify.js';
import { momentOfSigning } from '../organizations/organizations.queries.js';

/** Tells the submitter, once in an item's life, that the document was seen at its public address. */
export async function tellPublished(
  tx: Tx,
  { organizationId, itemKind, itemId }: { organizationId: OrganizationId; itemKind: ItemKindName; itemId: string },
): Promise<void> {
  const submitters: { id: string }[] = await tx.query(
    `select frozen_by as id from item_version
     where organization_id = $1 and item_kind = $2 and item_id = $3
       and not exists (select from notice where organization_id = $1 and item_kind = $2 and item_id = $3
         and kind = 'published')
     order by number desc limit 1`,
    [organizationId, itemKind, itemId],
  );
  const { at } = await momentOfSigning(tx);
  const personIds = submitters.map(({ id }) => id);
  await notify(tx, { organizationId, personIds, kind: 'published', item: { kind: itemKind, id: itemId }, at });
}
