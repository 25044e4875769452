import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { stated } from '../audit/state-records.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { personNamed } from '../organizations/keep-people.js';
import type { PersonRow } from '../organizations/organization.entities.js';
import { optionalName, writtenName } from '../organizations/written-name.js';

interface Granting {
  readonly organizationId: OrganizationId;
  /** Hash of a one-time secret, made before the transaction: hashing takes tens of milliseconds. */
  readonly secretHash: string;
  readonly grantedBy: string;
}

export interface NewAccount extends Granting {
  readonly name: string;
  readonly nameEn: string | null;
  /** 2 to 60 lower-case letters, digits, dots, hyphens, underscores; capitals are lowered. */
  readonly userName: string;
}

const USER_NAME = /^[a-z0-9][a-z0-9._-]{1,59}$/;
const SECRET_LIVES = `interval '7 days'`;

/** A new person who signs in with a one-time secret. @throws DomainError input.invalid, person.user-name-* */
export async function openAccount(tx: Tx, given: NewAccount): Promise<{ readonly id: string }> {
  const { organizationId, secretHash, grantedBy } = given;
  const names = { name: writtenName(given.name, 'name'), nameEn: optionalName(given.nameEn, 'nameEn') };
  const userName = given.userName.trim().toLowerCase();
  if (!USER_NAME.test(userName)) throw new DomainError('person.user-name-invalid', { field: 'userName' });
  const id = uuidv7();
  const rows: object[] = await tx.query(
    `insert into person (organization_id, id, name, name_en, user_name, password_hash, one_time_until)
     values ($1, $2, $3, $4, $5, $6, now() + ${SECRET_LIVES}) on conflict (organization_id, user_name) do nothing returning id`,
    [organizationId, id, names.name, names.nameEn, userName, secretHash],
  );
  if (rows.length === 0) throw new DomainError('person.user-name-taken', { field: 'userName' });
  await appendAudit(tx, {
    action: 'person.add',
    itemKind: 'person',
    itemId: id,
    actorPersonId: grantedBy,
    ...(await stated(tx, organizationId, 'people', id)),
  });
  return { id };
}

/**
 * A one-time secret in place of the password; open sessions end. A closed account is opened again by it.
 * @throws DomainError item.not-found
 */
export async function grantOneTimeSecret(
  tx: Tx,
  { organizationId, secretHash, grantedBy, personId }: Granting & { readonly personId: string },
): Promise<void> {
  const { closedAt } = await personNamed(tx, organizationId, personId);
  await tx.query(
    `update person set password_hash = $3, password_version = password_version + 1, closed_at = null,
       one_time_until = now() + ${SECRET_LIVES}
     where organization_id = $1 and id = $2`,
    [organizationId, personId, secretHash],
  );
  await appendAudit(tx, {
    action: closedAt ? 'person.reopen' : 'person.reset-password',
    itemKind: 'person',
    itemId: personId,
    actorPersonId: grantedBy,
  });
}

/** Was the one-time secret of this person read out too long ago? */
export const isOutOfTime = ({ oneTimeUntil }: Pick<PersonRow, 'oneTimeUntil'>, now: Date): boolean =>
  oneTimeUntil !== null && oneTimeUntil <= now;
