import { appendAudit } from '../audit/append-audit.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { RegisterEntryRow } from './register-entry.entity.js';
import type { YearKind } from './register-year.js';

export interface NumberRequest {
  readonly organizationId: OrganizationId;
  /** Lower case Latin letters and hyphens: "announcement". */
  readonly register: string;
  readonly yearKind: YearKind;
  /** Buddhist era. */
  readonly year: number;
  readonly itemKind: string;
  readonly itemId: string;
}

/**
 * The next number of a register and year: 1, 2, 3, … (RELIABILITY W6). Two signers take turns until the first commits,
 * and a transaction that fails gives its number back, so there are neither twins nor gaps. An item that has a number
 * gets the same one again.
 */
export async function drawNumber(tx: Tx, request: NumberRequest): Promise<number> {
  const { organizationId, register, yearKind, year, itemKind, itemId } = request;
  const turn = [organizationId, register, yearKind, year].join('/');
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4))', [turn]);
  const held = await tx.query<{ number: number }[]>(
    `select number from register_entry
     where organization_id = $1 and register = $2 and item_kind = $3 and item_id = $4 and voided_at is null`,
    [organizationId, register, itemKind, itemId],
  );
  if (held[0]) return held[0].number;
  const number = await nextNumber(tx, request);
  await tx.insert(RegisterEntryRow, { organizationId, register, yearKind, year, number, itemKind, itemId });
  const place = [register, yearKind, year, number, itemId].join('/');
  await appendAudit(tx, { action: 'number.draw', itemKind: 'register', itemId: place });
  return number;
}

/** Voided numbers count: they are never given again. */
async function nextNumber(tx: Tx, { organizationId, register, yearKind, year }: NumberRequest): Promise<number> {
  const [row] = await tx.query<{ next: number }[]>(
    `select coalesce(max(number), 0) + 1 as next from register_entry
     where organization_id = $1 and register = $2 and year_kind = $3 and year = $4`,
    [organizationId, register, yearKind, year],
  );
  if (!row) throw new Error('the register told no number');
  return row.next;
}
