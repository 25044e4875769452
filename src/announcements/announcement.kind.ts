import { buildDocument } from '../../templates/documents/registry.js';
import { itemKind, type EffectContext } from '../approvals/item-kind.js';
import { runSystemTransition } from '../approvals/run-transition.js';
import { announcementLifecycle } from '../core/announcement/announcement.lifecycle.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { freezeEdition } from '../editions/freeze-edition.js';
import { withdrawPublications } from '../publishing/withdraw-publications.js';
import { announcementData } from './announcement-data.js';
import { drawAnnouncementNumber, voidAnnouncementNumber } from './announcement-number.js';
import { AnnouncementRow } from './announcement.entity.js';

export const announcementKind = itemKind({
  name: 'announcement',
  entity: AnnouncementRow,
  lifecycle: announcementLifecycle,
  stages: {
    signing: {
      waitingIn: 'signing',
      act: 'sign',
      completes: 'sign',
      returns: 'return',
      reopens: 'return_to_step',
      writtenIn: 'draft',
    },
  },
  responsible: () => null,
  effects: {
    'freeze-edition': freezeEditions,
    'supersede-predecessor': (tx, announcement, { organizationId }) =>
      supersedePredecessor(tx, organizationId, announcement),
    'withdraw-publication': withdraw,
  },
});

/** One edition a language, each under the title its own page bears. */
async function freezeEditions(
  tx: Tx,
  announcement: AnnouncementRow,
  { organizationId, personId, postId }: EffectContext,
): Promise<void> {
  const { snapshotIn, signedAt, day } = await announcementData(tx, organizationId, announcement, { personId, postId });
  const number = await drawAnnouncementNumber(tx, organizationId, announcement, day);
  const { template, languages } = announcement.content;
  for (const language of languages) {
    const snapshot = { ...snapshotIn(language), number };
    await freezeEdition(tx, {
      organizationId,
      itemKind: 'announcement',
      itemId: announcement.id,
      documentId: announcement.documentId,
      language,
      template,
      title: buildDocument(template, snapshot, language).options.title,
      fiscalYear: announcement.fiscalYear,
      snapshot,
      signedAt,
    });
  }
}

async function withdraw(
  tx: Tx,
  announcement: AnnouncementRow,
  { organizationId, personId, reason }: EffectContext,
): Promise<void> {
  const words = reason ?? '';
  const item = { itemKind: 'announcement', itemId: announcement.id } as const;
  await withdrawPublications(tx, { organizationId, ...item, reason: words });
  if (personId) await voidAnnouncementNumber(tx, organizationId, announcement, { personId, reason: words });
}

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
