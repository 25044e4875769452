import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { AnnouncementRow } from './announcement.entity.js';

/** Newest first. @param page 1 upwards */
export async function listAnnouncements(
  tx: Tx,
  organizationId: OrganizationId,
  { page, size }: { page: number; size: number },
): Promise<{ total: number; rows: AnnouncementRow[] }> {
  const [rows, total] = await tx.findAndCount(AnnouncementRow, {
    where: { organizationId },
    order: { createdAt: 'DESC' },
    skip: (page - 1) * size,
    take: size,
  });
  return { rows, total };
}

export const findAnnouncement = (tx: Tx, organizationId: OrganizationId, id: string): Promise<AnnouncementRow | null> =>
  tx.findOneBy(AnnouncementRow, { organizationId, id });
