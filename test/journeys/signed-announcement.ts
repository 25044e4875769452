import { randomUUID } from 'node:crypto';
import { noGiftAnnouncementV1 } from '../../templates/documents/announcements/no-gift-announcement.v1.js';
import { freezeEdition } from '../../src/editions/freeze-edition.js';
import type { TestAgency } from '../support/agency.js';

/** What the signing of an announcement leaves behind: its frozen edition. @returns the edition's id */
export function freezeAnnouncement(agency: TestAgency, reportingChannels: string): Promise<string> {
  const { organizationId, unitOfWork } = agency;
  return unitOfWork.inTenant(organizationId, (tx) =>
    freezeEdition(tx, {
      organizationId,
      itemKind: 'measure',
      itemId: randomUUID(),
      documentId: randomUUID(),
      language: 'th',
      template: noGiftAnnouncementV1.id,
      title: 'ประกาศตัวอย่าง',
      fiscalYear: 2569,
      snapshot: { ...(noGiftAnnouncementV1.example as object), reportingChannels },
      signedAt: new Date('2026-11-20T02:00:00Z'),
    }),
  );
}
