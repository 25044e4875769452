import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/**
 * Marks a person's own notices as read; other people's, unknown and read ones are left alone.
 * @param noticeIds 'all' for everything
 * @returns how many were unread
 */
export async function markRead(
  tx: Tx,
  {
    organizationId,
    personId,
    noticeIds,
  }: { organizationId: OrganizationId; personId: string; noticeIds: 'all' | readonly string[] },
): Promise<number> {
  const chosen = noticeIds === 'all' ? null : noticeIds.filter(isUuid);
  const [, affected] = await tx.query<[unknown, number]>(
    `update notice set read_at = now()
     where organization_id = $1 and person_id = $2 and read_at is null and ($3::uuid[] is null or id = any ($3))`,
    [organizationId, personId, chosen],
  );
  return affected;
}
