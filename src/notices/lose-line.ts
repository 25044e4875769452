import { appendAudit } from '../audit/append-audit.js';
import { organizationId, type OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { notify } from './notify.js';

interface LostUser {
  readonly lineUserId: string;
  /** Links made after this moment stay: it was told late. Null: all end. */
  readonly at: Date | null;
}

/** A LINE user left the account: their links end in every organization. Safe to repeat. */
export async function loseLineEverywhere(unitOfWork: UnitOfWork, lost: LostUser): Promise<void> {
  const organizations = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ id: string }[]>('select organizations_with_line_user($1) as id', [lost.lineUserId]),
  );
  for (const { id } of organizations) {
    await unitOfWork.inTenant(organizationId(id), (tx) => loseLine(tx, organizationId(id), lost));
  }
}

/**
 * Ends the links to a LINE user within one organization. Its people read in the house that LINE does not reach them any more;
 * messages that wait for LINE are dropped when they are due.
 */
export async function loseLine(tx: Tx, organization: OrganizationId, { lineUserId, at }: LostUser): Promise<void> {
  const [rows] = await tx.query<[{ personId: string; lostAt: Date }[], number]>(
    `update notice_contact set line_user_id = null, line_linked_at = null, line_lost_at = now()
     where organization_id = $1 and line_user_id = $2 and coalesce(line_linked_at, '-infinity') <= coalesce($3, now())
     returning person_id as "personId", line_lost_at as "lostAt"`,
    [organization, lineUserId, at],
  );
  for (const { personId, lostAt } of rows) {
    await notify(tx, {
      organizationId: organization,
      personIds: [personId],
      kind: 'line-lost',
      item: null,
      at: lostAt,
    });
  }
  for (const { personId } of rows) {
    await appendAudit(tx, {
      action: 'person.lose-line',
      itemKind: 'person',
      itemId: personId,
      actorPersonId: personId,
    });
  }
}
