import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { YearKind } from './register-year.js';
import { RegisterYearsRow } from './register-years.entity.js';
import { lockRegister, registerYearsOf } from './register-years.queries.js';

export interface YearsChange {
  readonly organizationId: OrganizationId;
  readonly register: string;
  readonly yearKind: YearKind;
  /** YYYY-MM-DD: the day the person was shown. Only the day that keeps the numbers whole is taken. */
  readonly startsOn: string;
  readonly personId: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/**
 * A register counts by another kind of year; signers wait meanwhile. A change that lies ahead is taken back by choosing
 * the present kind. @throws DomainError register.years-unchanged, register.years-unsafe (details.startsOn)
 */
export async function changeYears(tx: Tx, change: YearsChange): Promise<void> {
  const { organizationId, register, yearKind, startsOn, personId, today } = change;
  await lockRegister(tx, organizationId, register);
  const before = await registerYearsOf(tx, organizationId, register, today);
  if (before.change.yearKind !== yearKind) throw new DomainError('register.years-unchanged', { register });
  const safe = before.change.startsOn;
  if (safe !== startsOn) throw new DomainError('register.years-unsafe', { startsOn: safe });
  const number = (await tx.countBy(RegisterYearsRow, { organizationId, register })) + 1;
  await tx.insert(RegisterYearsRow, { organizationId, register, number, yearKind, startsOn, decidedBy: personId });
  await appendAudit(tx, {
    action: 'register.years',
    itemKind: 'register',
    itemId: [register, startsOn].join('/'),
    fromState: before.ahead?.yearKind ?? before.yearKind,
    toState: yearKind,
    actorPersonId: personId,
  });
}
