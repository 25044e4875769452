import { appendAudit } from '../audit/append-audit.js';
import { stated } from '../audit/state-records.js';
import { DomainError } from '../core/errors.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { belongingsOf, dutiesIn } from './belongings.queries.js';
import { PersonRow } from './organization.entities.js';
import { optionalName, writtenName } from './written-name.js';

interface PersonEdit {
  readonly organizationId: OrganizationId;
  readonly personId: string;
  readonly changedBy: string;
}

/** Documents that were signed keep the name they were signed with. @throws DomainError input.invalid, item.not-found */
export async function renamePerson(
  tx: Tx,
  { organizationId, personId, changedBy, name, nameEn }: PersonEdit & { name: string; nameEn: string | null },
): Promise<void> {
  await personNamed(tx, organizationId, personId);
  await tx.update(
    PersonRow,
    { organizationId, id: personId },
    { name: writtenName(name, 'name'), nameEn: optionalName(nameEn, 'nameEn') },
  );
  await appendAudit(tx, {
    action: 'person.rename',
    itemKind: 'person',
    itemId: personId,
    actorPersonId: changedBy,
    ...(await stated(tx, organizationId, 'people', personId)),
  });
}

/**
 * Closes an account that has nothing left to do; its history stays. Whoever still has duties hands them over first.
 * @throws DomainError person.work-waiting with the duties, person.closed, item.not-found
 */
export async function closeAccount(tx: Tx, { organizationId, personId, changedBy }: PersonEdit): Promise<void> {
  const person = await personNamed(tx, organizationId, personId);
  if (person.closedAt) throw new DomainError('person.closed');
  const duties = dutiesIn(await belongingsOf(tx, organizationId, personId));
  if (Object.values(duties).some((count) => count > 0)) throw new DomainError('person.work-waiting', { ...duties });
  await tx.query('update person set closed_at = now() where organization_id = $1 and id = $2', [
    organizationId,
    personId,
  ]);
  await appendAudit(tx, { action: 'person.close', itemKind: 'person', itemId: personId, actorPersonId: changedBy });
}

/** @throws DomainError item.not-found */
export async function personNamed(tx: Tx, organizationId: OrganizationId, id: string): Promise<PersonRow> {
  const person = isUuid(id) ? await tx.findOneBy(PersonRow, { organizationId, id }) : null;
  if (!person) throw new DomainError('item.not-found', { itemId: id });
  return person;
}
