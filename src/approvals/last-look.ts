import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ItemRow } from './approval.entities.js';

/** How an item stood when a person last opened it. */
export interface LastLook {
  readonly version: number;
  /** Number of the last event of its history then. */
  readonly event: bigint;
  readonly content: object;
  readonly contentHash: string;
  readonly at: Date;
}

export interface Look {
  readonly organizationId: OrganizationId;
  readonly personId: string;
  readonly itemKind: ItemKindName;
  readonly item: Pick<ItemRow<object>, 'id' | 'version' | 'content' | 'contentHash'>;
  /** Number of the last event that is shown. */
  readonly event: bigint;
}

/** Null when the person never opened it. */
export async function lastLook(tx: Tx, { organizationId, personId, itemKind, item }: Look): Promise<LastLook | null> {
  const [found]: (Omit<LastLook, 'event'> & { event: string })[] = await tx.query(
    `select seen_version as version, seen_event as event, content, content_hash as "contentHash", seen_at as at
     from item_sight where organization_id = $1 and person_id = $2 and item_kind = $3 and item_id = $4`,
    [organizationId, personId, itemKind, item.id],
  );
  return found ? { ...found, event: BigInt(found.event) } : null;
}

/**
 * The person has seen the item as it is now. It is the reader's own mark: it decides nothing and stands in no history. What was
 * seen later is not forgotten for a page that was opened earlier.
 */
export async function rememberLook(tx: Tx, { organizationId, personId, itemKind, item, event }: Look): Promise<void> {
  await tx.query(
    `insert into item_sight
       (organization_id, person_id, item_kind, item_id, seen_version, seen_event, content, content_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (organization_id, person_id, item_kind, item_id) do update
     set seen_version = excluded.seen_version, seen_event = excluded.seen_event, content = excluded.content,
       content_hash = excluded.content_hash, seen_at = now()
     where item_sight.seen_event < excluded.seen_event`,
    [
      organizationId,
      personId,
      itemKind,
      item.id,
      item.version,
      String(event),
      JSON.stringify(item.content),
      item.contentHash,
    ],
  );
}
