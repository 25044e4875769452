import { appendAudit } from '../audit/append-audit.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { RegisterEntryRow } from './register-entry.entity.js';
import { kindOn, registerYear } from './register-year.js';
import { decisionsOn, lockRegister } from './register-years.queries.js';
import { numberOf } from './registers.queries.js';

export interface NumberRequest {
  readonly organizationId: OrganizationId;
  /** Lower case Latin letters and hyphens: "announcement". */
  readonly register: string;
  /** YYYY-MM-DD: the day of the signature; the register's decision of that day says which year it is. */
  readonly day: string;
  readonly itemKind: string;
  readonly itemId: string;
}

export interface DrawnNumber {
  readonly number: number;
  /** Buddhist era. */
  readonly year: number;
}

/**
 * The next number of a register and year: 1, 2, 3, … (RELIABILITY W6). Two signers take turns until the first commits,
 * and a transaction that fails gives its number back, so there are neither twins nor gaps. An item that has a number
 * gets the same one again.
 */
export async function drawNumber(tx: Tx, request: NumberRequest): Promise<DrawnNumber> {
  const { organizationId, register, day, itemKind, itemId } = request;
  await lockRegister(tx, organizationId, register);
  const held = await numberOf(tx, organizationId, register, { kind: itemKind, id: itemId });
  if (held) return { number: held.number, year: held.year };
  const yearKind = kindOn(await decisionsOn(tx, organizationId, register), day);
  const year = registerYear(yearKind, day);
  const number = await nextNumber(tx, request, year);
  await tx.insert(RegisterEntryRow, { organizationId, register, yearKind, year, number, itemKind, itemId });
  const place = [register, yearKind, year, number, itemId].join('/');
  await appendAudit(tx, { action: 'number.draw', itemKind: 'register', itemId: place });
  return { number, year };
}

/** Voided numbers count, they are never given again; and numbers of either kind of year, since both read "5/2569". */
async function nextNumber(
  tx: Tx,
  { organizationId, register }: Pick<NumberRequest, 'organizationId' | 'register'>,
  year: number,
): Promise<number> {
  const [row] = await tx.query<{ next: number }[]>(
    `select coalesce(max(number), 0) + 1 as next from register_entry
     where organization_id = $1 and register = $2 and year = $3`,
    [organizationId, register, year],
  );
  if (!row) throw new Error('the register told no number');
  return row.next;
}
