import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { PersonRow } from '../organizations/organization.entities.js';
import { isOutOfTime } from './open-account.js';
import { DUMMY_HASH, isPassword } from './password.js';

export interface SignedIn {
  readonly organizationId: OrganizationId;
  readonly personId: string;
  readonly name: string;
  /** Of the password that was given: the session ends with the next one. */
  readonly passwordVersion: number;
}

interface Credentials {
  readonly organizationId: OrganizationId;
  readonly userName: string;
  readonly password: string;
  readonly clientAddress?: string;
}

/**
 * The password is checked outside every transaction: it takes tens of milliseconds.
 * @throws DomainError sign-in.failed, the same for a wrong name, a wrong password, a one-time secret out of its time and a closed account
 */
export async function signIn(unitOfWork: UnitOfWork, credentials: Credentials): Promise<SignedIn> {
  const { organizationId, userName, password, clientAddress = '' } = credentials;
  const person = await unitOfWork.inTenant(organizationId, (tx) =>
    tx.findOneBy(PersonRow, { organizationId, userName: userName.trim().toLowerCase() }),
  );
  const matches = await isPassword(person?.passwordHash ?? DUMMY_HASH, password);
  const admitted = person && !person.closedAt && !isOutOfTime(person, new Date()) && matches ? person : null;
  await unitOfWork.inTenant(organizationId, (tx) =>
    appendAudit(tx, {
      action: admitted ? 'sign-in' : 'sign-in.failed',
      actorPersonId: person?.id ?? '',
      authMethod: 'password',
      clientAddress,
    }),
  );
  if (!admitted) throw new DomainError('sign-in.failed');
  return { organizationId, personId: admitted.id, name: admitted.name, passwordVersion: admitted.passwordVersion };
}

/** Still a person of this organization with an open account? A session alone proves neither. */
export async function personInService(
  tx: Tx,
  organizationId: OrganizationId,
  personId: string,
): Promise<PersonRow | null> {
  const person = await tx.findOneBy(PersonRow, { organizationId, id: personId });
  return person && !person.closedAt ? person : null;
}
