import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { notify } from '../notices/notify.js';
import { momentOfSigning } from '../organizations/organizations.queries.js';

const TABLES = { measure: 'measure', report: 'report', announcement: 'announcement' } as const;

/** Tells who answers for the submission, once in an item's life, that the document was seen at its public address. */
export async function tellPublished(
  tx: Tx,
  { organizationId, itemKind, itemId }: { organizationId: OrganizationId; itemKind: ItemKindName; itemId: string },
): Promise<void> {
  const submitters: { id: string }[] = await tx.query(
    `select coalesce(succeeded_by, submitted_by) as id from ${TABLES[itemKind]}
     where organization_id = $1 and id = $3 and submitted_by is not null
       and not exists (select from notice where organization_id = $1 and item_kind = $2 and item_id = $3
         and kind = 'published')`,
    [organizationId, itemKind, itemId],
  );
  const { at } = await momentOfSigning(tx);
  const personIds = submitters.map(({ id }) => id);
  await notify(tx, { organizationId, personIds, kind: 'published', item: { kind: itemKind, id: itemId }, at });
}
