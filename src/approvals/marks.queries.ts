import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** What every list says about an item beside its state. */
export interface Marks {
  /** It came back for correction and was not submitted since. */
  readonly wasReturned: boolean;
  /** Somebody decided on it in an emergency and nobody has ratified that. */
  readonly hasOpenOverride: boolean;
}

export const NO_MARKS: Marks = { wasReturned: false, hasOpenOverride: false };

export const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** The marks of many items of one kind, in two queries. @returns by id; asked for any other id, none */
export async function marksOf(
  tx: Tx,
  organizationId: OrganizationId,
  kind: ItemKindName,
  ids: readonly string[],
): Promise<(id: string) => Marks> {
  if (ids.length === 0) return () => NO_MARKS;
  const returned: { id: string }[] = await tx.query(
    `select last.item_id as id from (
       select distinct on (item_id) item_id, event ->> 'action' as action from audit_event
       where organization_id = $1 and item_kind = $2 and item_id = any ($3) and event ->> 'action' in ('submit', 'return')
       order by item_id, seq desc) last
     where last.action = 'return'`,
    [organizationId, kind, ids],
  );
  const overridden: { id: string }[] = await tx.query(
    `select distinct item_id as id from item_override
     where organization_id = $1 and item_kind = $2 and item_id = any ($3) and ratified_by is null`,
    [organizationId, kind, ids],
  );
  const [back, flagged] = [new Set(idsOf(returned)), new Set(idsOf(overridden))];
  return (id) => ({ wasReturned: back.has(id), hasOpenOverride: flagged.has(id) });
}
