import { DomainError } from '../core/errors.js';
import type { Tx } from '../database/unit-of-work.js';
import type { AppointmentRow } from './organization.entities.js';

/**
 * An agency without an administrator could never get one again: one of them always has no last day.
 * @throws DomainError person.last-administrator
 */
export async function refuseLastAdministrator(
  tx: Tx,
  { organizationId, id, postId }: Pick<AppointmentRow, 'organizationId' | 'id' | 'postId'>,
): Promise<void> {
  const [found]: { isAdministrator: boolean; isLast: boolean }[] = await tx.query(
    `select (select kind = 'administrator' from post where organization_id = $1 and id = $3) as "isAdministrator",
       not exists (select from appointment a
         join post p on p.organization_id = a.organization_id and p.id = a.post_id and p.kind = 'administrator'
         join person n on n.organization_id = a.organization_id and n.id = a.person_id and n.closed_at is null
         where a.organization_id = $1 and a.id <> $2 and a.ends_on is null) as "isLast"`,
    [organizationId, id, postId],
  );
  if (found?.isAdministrator && found.isLast) throw new DomainError('person.last-administrator', { field: 'endsOn' });
}
