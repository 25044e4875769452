import { DEFAULT_PREFERENCES, type Channel, type NoticeKind, type NoticePreference } from '../core/notice/notice.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** Somebody to be told, with their wishes for one kind of notice. */
export interface Reader {
  readonly personId: string;
  readonly preference: NoticePreference;
  readonly addresses: Readonly<Record<Channel, string | null>>;
}

/** Persons with open accounts among these. */
export async function readersOf(
  tx: Tx,
  organizationId: OrganizationId,
  personIds: readonly string[],
  kind: NoticeKind,
): Promise<Reader[]> {
  if (personIds.length === 0) return [];
  const rows: (Partial<NoticePreference> & { personId: string; address: string | null; lineUserId: string | null })[] =
    await tx.query(
      `select p.id as "personId", f.in_app as "inApp", f.email, f.line, c.email as address, c.line_user_id as "lineUserId"
       from person p
       left join notice_preference f on f.organization_id = p.organization_id and f.person_id = p.id and f.kind = $3
       left join notice_contact c on c.organization_id = p.organization_id and c.person_id = p.id
       where p.organization_id = $1 and p.id = any ($2) and p.closed_at is null
       order by p.id`,
      [organizationId, personIds, kind],
    );
  const usual = DEFAULT_PREFERENCES[kind];
  return rows.map(({ personId, inApp, email, line, address, lineUserId }) => ({
    personId,
    preference: { inApp: inApp ?? usual.inApp, email: email ?? usual.email, line: line ?? usual.line },
    addresses: { email: address, line: lineUserId },
  }));
}
