import { appendAudit } from '../audit/append-audit.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

interface OnePerson {
  readonly organizationId: OrganizationId;
  readonly personId: string;
}

/** How a person stands with LINE. */
export interface LineLink {
  readonly isLinked: boolean;
  /** Null when the link is older than linking by code. */
  readonly linkedAt: Date | null;
  /** Since when messages cannot reach the person's LINE any more, because they left the account. */
  readonly lostAt: Date | null;
}

/** A person's own link, without the LINE user it leads to. */
export async function lineLinkOf(tx: Tx, { organizationId, personId }: OnePerson): Promise<LineLink> {
  const [row]: LineLink[] = await tx.query(
    `select line_user_id is not null as "isLinked", line_linked_at as "linkedAt", line_lost_at as "lostAt"
     from notice_contact where organization_id = $1 and person_id = $2`,
    [organizationId, personId],
  );
  return row ?? { isLinked: false, linkedAt: null, lostAt: null };
}

/** A code for ten minutes that ends the one before. @param codeHash from lineCodeHash @returns when it ends */
export async function keepLineCode(
  tx: Tx,
  { organizationId, personId, codeHash }: OnePerson & { readonly codeHash: Buffer },
): Promise<Date> {
  const [row]: { endsAt: Date }[] = await tx.query(
    `insert into line_code (organization_id, person_id, code_hash, expires_at) values ($1, $2, $3, now() + interval '10 minutes')
     on conflict (organization_id, person_id)
       do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at, used_at = null
     returning expires_at as "endsAt"`,
    [organizationId, personId, codeHash],
  );
  if (!row) throw new Error('the code was not kept');
  return row.endsAt;
}

/** From now on this LINE user is the person's, in place of any before. */
export async function linkLine(
  tx: Tx,
  { organizationId, personId, lineUserId }: OnePerson & { readonly lineUserId: string },
): Promise<void> {
  await tx.query(
    `insert into notice_contact (organization_id, person_id, line_user_id, line_linked_at) values ($1, $2, $3, now())
     on conflict (organization_id, person_id) do update
       set line_user_id = excluded.line_user_id, line_linked_at = excluded.line_linked_at, line_lost_at = null`,
    [organizationId, personId, lineUserId],
  );
  await log(tx, 'person.link-line', personId);
}

/** A person ends their own link, and a code that is still open. Messages that wait for LINE are dropped when they are due. */
export async function unlinkLine(tx: Tx, { organizationId, personId }: OnePerson): Promise<void> {
  await tx.query(
    `update line_code set used_at = now() where organization_id = $1 and person_id = $2 and used_at is null`,
    [organizationId, personId],
  );
  const [ended] = await tx.query<[object[], number]>(
    `update notice_contact set line_user_id = null, line_linked_at = null, line_lost_at = null
     where organization_id = $1 and person_id = $2 and line_user_id is not null returning person_id`,
    [organizationId, personId],
  );
  if (ended.length > 0) await log(tx, 'person.unlink-line', personId);
}

const log = (tx: Tx, action: string, personId: string): Promise<string> =>
  appendAudit(tx, { action, itemKind: 'person', itemId: personId, actorPersonId: personId });
