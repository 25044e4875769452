import type { AnnouncementRow } from '../../announcements/announcement.entity.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { EvidenceFileRow } from '../../evidence/evidence-file.entity.js';
import { evidenceFilesOf, unreadPages } from '../../evidence/evidence-files.queries.js';
import { linkSights } from '../../evidence/evidence-links.js';
import type { MeasureRow } from '../../measures/measure.entity.js';
import type { AnnexesReply } from './annexes.dto.js';
import type { EvidenceFileReply, EvidenceReply } from './evidence.dto.js';

export async function evidenceReply(
  tx: Tx,
  organizationId: OrganizationId,
  measure: MeasureRow,
): Promise<EvidenceReply> {
  const { evidence } = measure.content;
  const sights = await linkSights(tx, organizationId, evidence);
  const files = await evidenceFilesOf(tx, organizationId, measure);
  return {
    files: files.map(fileReply),
    links: evidence.map(({ label, url }) => {
      const { outcome = null, status = null, checkedAt = null } = sights.get(url) ?? {};
      return { label, url, outcome, status, checkedAt: checkedAt?.toISOString() ?? null };
    }),
  };
}

export const annexesReply = ({ content }: AnnouncementRow, files: readonly EvidenceFileRow[]): AnnexesReply => ({
  annexes: files.map((file) => {
    const annex = content.annexes?.find(({ fileId }) => fileId === file.id);
    return { ...fileReply(file), title: annex?.title ?? file.name };
  }),
});

const fileReply = (file: EvidenceFileRow): EvidenceFileReply => ({
  id: file.id,
  name: file.name,
  kind: file.kind,
  sha256: file.sha256,
  size: file.size,
  pages: file.pages.length,
  unreadPages: unreadPages(file),
  addedAt: file.addedAt.toISOString(),
});
