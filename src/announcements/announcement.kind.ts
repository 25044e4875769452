import { itemKind } from '../approvals/item-kind.js';
import { runSystemTransition } from '../approvals/run-transition.js';
import { announcementLifecycle } from '../core/announcement/announcement.lifecycle.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { freezeEdition } from '../editions/freeze-edition.js';
import { withdrawPublications } from '../publishing/withdraw-publications.js';
import { announcementData } from './announcement-data.js';
import { AnnouncementRow } from './announcement.entity.js';

export const announcementKind = itemKind({
  name: 'announcement',
  entity: AnnouncementRow,
  lifecycle: announcementLifecycle,
  stages: { signing: { waitingIn: 'signing', act: 'sign', completes: 'sign' } },
  responsible: () => null,
  effects: {
    'freeze-edition': async (tx, announcement, { organizationId, personId, postId }) => {
      const { snapshot, signedAt } = await announcementData(tx, organizationId, announcement, { personId, postId });
      for (const language of announcement.content.languages) {
        await freezeEdition(tx, {
          organizationId,
          itemKind: 'announcement',
          itemId: announcement.id,
          documentId: announcement.documentId,
          language,
          template: announcement.content.template,
          title: announcement.title,
          fiscalYear: announcement.fiscalYear,
          snapshot,
          signedAt,
        });
      }
    },
    'supersede-predecessor': (tx, announcement, { organizationId }) =>
      supersedePredecessor(tx, organizationId, announcement),
    'withdraw-publication': (tx, announcement, { organizationId, reason }) =>
      withdrawPublications(tx, {
        organizationId,
        itemKind: 'announcement',
        itemId: announcement.id,
        reason: reason ?? '',
      }),
  },
});

async function supersedePredecessor(
  tx: Tx,
  organizationId: OrganizationId,
  announcement: AnnouncementRow,
): Promise<void> {
  const { documentId } = announcement;
  const before = await tx.findBy(AnnouncementRow, { organizationId, documentId, state: 'published' });
  for (const { id } of before) {
    if (id !== announcement.id) await runSystemTransition(tx, announcementKind, organizationId, id, 'supersede');
  }
}
