import { organizationId, type OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { organizationOf } from '../organizations/organizations.queries.js';
import { hear } from './heard-line-events.js';
import { linkLine } from './link-line.js';

export interface SentCode {
  /** LINE's id of the event that brought it. */
  readonly eventId: string;
  readonly lineUserId: string;
  readonly codeHash: Buffer;
}

export type Redeemed = { readonly agencyName: string } | 'heard-before' | 'wrong';

/** Links whoever asked for the code to whoever sent it, once: code, link and event in one transaction of that organization. */
export async function redeemLineCode(unitOfWork: UnitOfWork, sent: SentCode): Promise<Redeemed> {
  const [found] = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ id: string }[]>('select organization_of_line_code($1) as id', [sent.codeHash]),
  );
  if (!found) return 'wrong';
  const id = organizationId(found.id);
  return unitOfWork.inTenant(id, (tx) => redeemIn(tx, id, sent));
}

async function redeemIn(
  tx: Tx,
  organization: OrganizationId,
  { eventId, lineUserId, codeHash }: SentCode,
): Promise<Redeemed> {
  const [[taken]] = await tx.query<[{ personId: string }[], number]>(
    `update line_code c set used_at = now() from person p
     where c.organization_id = $1 and c.code_hash = $2 and c.used_at is null and c.expires_at > now()
       and p.organization_id = c.organization_id and p.id = c.person_id and p.closed_at is null
     returning c.person_id as "personId"`,
    [organization, codeHash],
  );
  if (!taken) return 'wrong';
  if (!(await hear(tx, eventId))) return 'heard-before';
  const { name } = await organizationOf(tx, organization);
  await linkLine(tx, { organizationId: organization, personId: taken.personId, lineUserId });
  return { agencyName: name };
}
