import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { EvidenceFileRow } from '../evidence/evidence-file.entity.js';
import { evidenceFileOf, evidenceFilesOf } from '../evidence/evidence-files.queries.js';
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

const filesIn = ({ content: { annexes = [] } }: Pick<AnnouncementRow, 'content'>) => ({
  content: { files: annexes.map(({ fileId, sha256 }) => ({ id: fileId, sha256 })) },
});

/** The files behind an announcement, in its order. */
export const annexFilesOf = (
  tx: Tx,
  organizationId: OrganizationId,
  announcement: Pick<AnnouncementRow, 'content'>,
): Promise<EvidenceFileRow[]> => evidenceFilesOf(tx, organizationId, filesIn(announcement));

/** One of them. @throws DomainError evidence.not-found */
export const annexFileOf = (
  tx: Tx,
  organizationId: OrganizationId,
  announcement: Pick<AnnouncementRow, 'id' | 'content'>,
  fileId: string,
): Promise<EvidenceFileRow> =>
  evidenceFileOf(tx, organizationId, { id: announcement.id, ...filesIn(announcement) }, fileId);
