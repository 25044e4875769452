import { holidaysAround } from '../calendar/holidays.queries.js';
import type { ItemKindName } from '../core/item.js';
import { workingDaysAfter, type Holidays } from '../core/time/working-days.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { today } from '../organizations/organizations.queries.js';

/** A due day with how far it is. */
export interface Due {
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  /** Working days until the due day; 0 on the day and after it. */
  readonly daysLeft: number;
  /** Working days past the due day; 0 until then. */
  readonly daysLate: number;
}

/** The earliest due day among the signatures that are asked for, by item id; items without one are absent. */
export async function dueOf(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: ItemKindName,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, Due>> {
  const rows: { itemId: string; dueOn: string }[] = await tx.query(
    `select item_id as "itemId", to_char(min(due_on), 'YYYY-MM-DD') as "dueOn" from asked_signature
     where organization_id = $1 and item_kind = $2 and item_id = any ($3) and ended_at is null and due_on is not null
     group by item_id`,
    [organizationId, itemKind, itemIds],
  );
  if (rows.length === 0) return new Map();
  const day = await today(tx);
  const holidays = await holidaysAround(tx, organizationId, day);
  return new Map(rows.map(({ itemId, dueOn }) => [itemId, dueFrom(dueOn, day, holidays)]));
}

export type Dues = ReadonlyMap<string, Due>;

/** Due days of items of every kind, by item. */
export async function duesOf(
  tx: Tx,
  organizationId: OrganizationId,
  items: readonly { readonly kind: ItemKindName; readonly id: string }[],
): Promise<Dues> {
  const dues = new Map<string, Due>();
  for (const kind of new Set(items.map((item) => item.kind))) {
    const ids = items.filter((item) => item.kind === kind).map(({ id }) => id);
    for (const [id, due] of await dueOf(tx, organizationId, kind, ids)) dues.set(id, due);
  }
  return dues;
}

export const dueFrom = (dueOn: string, day: string, holidays: Holidays): Due => ({
  dueOn,
  daysLeft: workingDaysAfter(day, dueOn, holidays),
  daysLate: workingDaysAfter(dueOn, day, holidays),
});
