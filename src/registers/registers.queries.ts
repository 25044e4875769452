import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { YearKind } from './register-year.js';

export interface HeldNumber {
  readonly number: number;
  /** Buddhist era. */
  readonly year: number;
  readonly yearKind: YearKind;
}

/** The number an item holds; null when it has none or its number was voided. */
export async function numberOf(
  tx: Tx,
  organizationId: OrganizationId,
  register: string,
  item: { readonly kind: string; readonly id: string },
): Promise<HeldNumber | null> {
  const [entry] = await tx.query<HeldNumber[]>(
    `select number, year, year_kind as "yearKind" from register_entry
     where organization_id = $1 and register = $2 and item_kind = $3 and item_id = $4 and voided_at is null`,
    [organizationId, register, item.kind, item.id],
  );
  return entry ?? null;
}
