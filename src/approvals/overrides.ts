import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { ItemKindName } from '../core/item.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { requireCapacity, type ActorInHand } from './actor.js';
import { overrideChanged } from './deed-watch.js';

export interface OpenOverride {
  readonly id: string;
  readonly itemKind: ItemKindName;
  readonly itemId: string;
  readonly transition: string;
  readonly person: string;
  readonly personId: string;
  readonly reason: string;
  readonly madeAt: Date;
}

/** Flags the item until another person ratifies. Only run-transition calls it. */
export async function recordOverride(
  tx: Tx,
  itemKind: ItemKindName,
  item: { readonly id: string; readonly round: number },
  command: {
    readonly organizationId: OrganizationId;
    readonly transition: string;
    readonly actor: ActorInHand;
    readonly reason?: string | null;
  },
): Promise<void> {
  const { organizationId, transition, actor, reason } = command;
  await tx.query(
    `insert into item_override (organization_id, id, item_kind, item_id, round, transition, person_id, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [organizationId, uuidv7(), itemKind, item.id, item.round, transition, actor.personId, reason?.trim()],
  );
  await overrideChanged(tx, { organizationId, itemKind, itemId: item.id });
  await appendAudit(tx, { action: 'override', itemKind, itemId: item.id, actorPersonId: actor.personId });
}

/** Who may stand in for the second pair of eyes afterwards. */
export const RATIFIERS = ['executive', 'chief_administrator', 'auditor'] as const;

/** Overrides nobody has ratified yet; of one item, or of the whole organization. */
export const openOverrides = (
  tx: Tx,
  organizationId: OrganizationId,
  item?: { readonly itemKind: ItemKindName; readonly itemId: string },
): Promise<OpenOverride[]> =>
  tx.query(
    `select o.id, o.item_kind as "itemKind", o.item_id as "itemId", o.transition, n.name as person, n.id as "personId",
       o.reason, o.made_at as "madeAt"
     from item_override o join person n on n.organization_id = o.organization_id and n.id = o.person_id
     where o.organization_id = $1 and o.ratified_by is null
       and ($2::text is null or (o.item_kind = $2 and o.item_id = $3)) order by o.made_at`,
    [organizationId, item?.itemKind ?? null, item?.itemId ?? null],
  );

/**
 * Removes the flag.
 * @throws DomainError permission.denied, override.not-open, override.own
 */
export async function ratifyOverride(
  tx: Tx,
  { organizationId, overrideId, actor }: { organizationId: OrganizationId; overrideId: string; actor: ActorInHand },
): Promise<void> {
  requireCapacity(actor, ...RATIFIERS);
  const open = (await openOverrides(tx, organizationId)).find(({ id }) => id === overrideId);
  if (!isUuid(overrideId) || !open) throw new DomainError('override.not-open', { overrideId });
  if (open.personId === actor.personId) throw new DomainError('override.own', { overrideId });
  const [rows] = await tx.query<[object[], number]>(
    `update item_override set ratified_by = $3, ratified_at = now()
     where organization_id = $1 and id = $2 and ratified_by is null returning id`,
    [organizationId, overrideId, actor.personId],
  );
  if (rows.length === 0) throw new DomainError('override.not-open', { overrideId });
  const { itemKind, itemId } = open;
  await overrideChanged(tx, { organizationId, itemKind, itemId });
  await appendAudit(tx, { action: 'override.ratify', itemKind, itemId, actorPersonId: actor.personId });
}
