import type { ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { editContent } from '../approvals/draft-content.js';
import { annexTitleOf, MOST_ANNEX_MEGABYTES, MOST_ANNEX_PAGES } from '../core/announcement/annexes.js';
import type { AnnouncementAnnex, AnnouncementContent } from '../core/announcement/announcement.js';
import { DomainError } from '../core/errors.js';
import { MOST_FILES } from '../core/measure/evidence-file.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { EvidenceFileRow } from '../evidence/evidence-file.entity.js';
import { keepEvidence, ofAnnouncement, setEvidenceAside } from '../evidence/keep-evidence.js';
import type { StoredEvidence } from '../evidence/store-evidence.js';
import type { AnnouncementRow } from './announcement.entity.js';
import { announcementKind } from './announcement.kind.js';
import { annexFilesOf } from './announcements.queries.js';

interface AnnexEdit {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly announcementId: string;
  readonly seenVersion: number;
}

/**
 * Puts a file behind a draft announcement. Its pages become part of the text that is signed.
 * @throws DomainError permission.denied, item.not-found, item.changed-meanwhile, item.refused,
 *   announcement.annexes-too-many, announcement.annexes-too-large, evidence.already-there
 */
export async function attachAnnex(
  tx: Tx,
  { file, title, ...edit }: AnnexEdit & { readonly file: StoredEvidence; readonly title: string },
): Promise<AnnouncementRow> {
  const { organizationId, actor, announcementId } = edit;
  return editContent(tx, announcementKind, editOf(edit, 'annex.add', file.sha256), async ({ content }) => {
    const { annexes = [] } = content;
    await refuseTooMuch(tx, organizationId, content, file);
    const keeping = { organizationId, owner: ofAnnouncement(announcementId), personId: actor.personId };
    const kept = await keepEvidence(tx, keeping, file);
    return withAnnexes(content, [...annexes, { ...kept, title: annexTitleOf(title, file.name) }]);
  });
}

/**
 * Takes a file out before the announcement is submitted.
 * @throws DomainError permission.denied, item.not-found, item.changed-meanwhile, item.refused, evidence.not-found
 */
export async function removeAnnex(
  tx: Tx,
  { fileId, ...edit }: AnnexEdit & { readonly fileId: string },
): Promise<AnnouncementRow> {
  const { organizationId, actor, announcementId } = edit;
  const row = await tx.findOneBy(EvidenceFileRow, { organizationId, announcementId, id: fileId });
  return editContent(tx, announcementKind, editOf(edit, 'annex.remove', row?.sha256), async ({ content }) => {
    const { annexes = [] } = content;
    const rest = annexes.filter((annex) => annex.fileId !== fileId);
    if (rest.length === annexes.length) throw new DomainError('evidence.not-found', { itemId: announcementId, fileId });
    await setEvidenceAside(tx, { organizationId, personId: actor.personId }, fileId);
    return withAnnexes(content, rest);
  });
}

/**
 * Gives the annexes their order and their titles; an empty title becomes the name of the file.
 * @param order every annex once
 * @throws DomainError permission.denied, item.not-found, item.changed-meanwhile, item.refused, evidence.not-found,
 *   input.invalid (annexes) where one is missing or named twice
 */
export async function arrangeAnnexes(
  tx: Tx,
  { order, ...edit }: AnnexEdit & { readonly order: readonly { readonly fileId: string; readonly title: string }[] },
): Promise<AnnouncementRow> {
  const itemId = edit.announcementId;
  return editContent(tx, announcementKind, editOf(edit, 'annex.arrange'), async ({ content }) => {
    const { annexes = [] } = content;
    const arranged = order.map(({ fileId, title }) => {
      const annex = annexes.find((each) => each.fileId === fileId);
      if (!annex) throw new DomainError('evidence.not-found', { itemId, fileId });
      return { ...annex, title: annexTitleOf(title, annex.name) };
    });
    const named = new Set(arranged.map(({ fileId }) => fileId));
    if (named.size !== annexes.length || arranged.length !== annexes.length)
      throw new DomainError('input.invalid', { field: 'annexes' });
    return withAnnexes(content, arranged);
  });
}

const editOf = (
  { organizationId, actor, announcementId, seenVersion }: AnnexEdit,
  action: string,
  fileSha256?: string,
): Parameters<typeof editContent>[2] => ({
  organizationId,
  actor,
  itemId: announcementId,
  seenVersion,
  state: 'draft',
  action,
  ...(fileSha256 ? { fileSha256 } : {}),
});

function withAnnexes(
  content: AnnouncementContent,
  annexes: readonly AnnouncementAnnex[],
): Pick<AnnouncementRow, 'content' | 'contentHash'> {
  const { annexes: _before, ...rest } = content;
  const changed = annexes.length > 0 ? { ...rest, annexes } : rest;
  return { content: changed, contentHash: contentHash(changed) };
}

/** Judged together: each file is within the limits of its own. */
async function refuseTooMuch(
  tx: Tx,
  organizationId: OrganizationId,
  content: AnnouncementContent,
  file: StoredEvidence,
): Promise<void> {
  const field = 'file';
  const { annexes = [] } = content;
  if (annexes.length >= MOST_FILES)
    throw new DomainError('announcement.annexes-too-many', { field, limit: MOST_FILES });
  const there = await annexFilesOf(tx, organizationId, { content });
  const pages = [...there, file].reduce((sum, each) => sum + each.pages.length, 0);
  const bytes = [...there, file].reduce((sum, each) => sum + each.size, 0);
  if (pages <= MOST_ANNEX_PAGES && bytes <= MOST_ANNEX_MEGABYTES * 1024 * 1024) return;
  const limits = { limitPages: MOST_ANNEX_PAGES, limitMegabytes: MOST_ANNEX_MEGABYTES };
  throw new DomainError('announcement.annexes-too-large', { field, ...limits });
}
