import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { PersonRow } from '../organizations/organization.entities.js';
import { hashPassword, isPassword } from './password.js';
import { personInService } from './sign-in.js';

export interface NewPassword {
  readonly organizationId: OrganizationId;
  readonly personId: string;
  /** The password until now, or the one-time secret. */
  readonly current: string;
  readonly next: string;
}

const SHORTEST = 10;
const LONGEST = 200;

/**
 * A person's own password in place of the one before; their other sessions end. Hashing happens outside transactions.
 * @returns the version of the new password
 * @throws DomainError sign-in.failed (current), password.weak (next), sign-in.required, item.changed-meanwhile
 */
export async function choosePassword(
  unitOfWork: UnitOfWork,
  { organizationId, personId, current, next }: NewPassword,
): Promise<number> {
  const person = await unitOfWork.inTenant(organizationId, (tx) => personInService(tx, organizationId, personId));
  if (!person) throw new DomainError('sign-in.required');
  if (!(await isPassword(person.passwordHash, current))) throw new DomainError('sign-in.failed', { field: 'current' });
  refuseWeak(next, person, current);
  const passwordHash = await hashPassword(next);
  return unitOfWork.inTenant(organizationId, (tx) => replace(tx, person, passwordHash));
}

function refuseWeak(next: string, { userName }: PersonRow, current: string): void {
  const isWeak = next.length < SHORTEST || next.length > LONGEST || next.toLowerCase().includes(userName);
  if (isWeak) throw new DomainError('password.weak', { field: 'next', shortest: SHORTEST });
  if (next === current) throw new DomainError('password.unchanged', { field: 'next' });
}

async function replace(
  tx: Tx,
  { organizationId, id, passwordVersion }: PersonRow,
  passwordHash: string,
): Promise<number> {
  const { affected } = await tx.update(
    PersonRow,
    { organizationId, id, passwordVersion },
    { passwordHash, passwordVersion: passwordVersion + 1, oneTimeUntil: null },
  );
  if (affected !== 1) throw new DomainError('item.changed-meanwhile', { itemId: id });
  await appendAudit(tx, { action: 'person.new-password', itemKind: 'person', itemId: id, actorPersonId: id });
  return passwordVersion + 1;
}
