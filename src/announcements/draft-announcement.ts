import { uuidv7 } from 'uuidv7';
import { buildDocument, findTemplate } from '../../templates/documents/registry.js';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { editContent, insertDraft } from '../approvals/draft-content.js';
import { lockItem } from '../approvals/run-transition.js';
import type { AnnouncementAnnex, AnnouncementContent, ParameterValues } from '../core/announcement/announcement.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { copyEvidence, ofAnnouncement } from '../evidence/keep-evidence.js';
import { announcementPreviewData } from './announcement-data.js';
import { AnnouncementRow } from './announcement.entity.js';
import { ownWordings } from './wordings.queries.js';
import { announcementKind } from './announcement.kind.js';

export interface AnnouncementDraft {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly fiscalYear: number;
  /** Template name or id; a name takes the latest version. */
  readonly template: string;
  readonly languages: readonly ('th' | 'en')[];
  readonly parameters: ParameterValues;
  readonly measureIds?: readonly string[];
}

/**
 * @throws DomainError permission.denied, document.template-unknown, document.language-unknown,
 *   document.data-invalid (details name each parameter and its remedy)
 */
export const draftAnnouncement = (tx: Tx, draft: AnnouncementDraft): Promise<AnnouncementRow> =>
  newDraft(tx, draft, null, []);

async function newDraft(
  tx: Tx,
  draft: AnnouncementDraft,
  documentId: string | null,
  annexes: readonly AnnouncementAnnex[],
): Promise<AnnouncementRow> {
  const { organizationId, actor, fiscalYear } = draft;
  requireCapacity(actor, 'officer');
  const { content, title } = await checked(tx, draft, annexes);
  const id = uuidv7();
  const announcement = tx.create(AnnouncementRow, {
    organizationId,
    id,
    template: nameOf(content.template),
    title,
    documentId: documentId ?? id,
    fiscalYear,
    state: 'draft',
    version: 1,
    round: 0,
    content,
    contentHash: contentHash(content),
    createdBy: actor.personId,
  });
  return insertDraft(tx, announcementKind, announcement, { actor, action: 'draft' });
}

/** Changes the parameters of a draft. @throws DomainError item.changed-meanwhile, item.refused, announcement.language-dropped, document.* */
export function editAnnouncement(
  tx: Tx,
  edit: AnnouncementDraft & { readonly announcementId: string; readonly seenVersion: number },
): Promise<AnnouncementRow> {
  const { organizationId, actor, announcementId: itemId, seenVersion } = edit;
  return editContent(
    tx,
    announcementKind,
    { organizationId, actor, itemId, seenVersion, state: 'draft', action: 'edit' },
    async (item) => {
      const { content, title } = await checked(tx, edit, item.content.annexes);
      const published = { organizationId, documentId: item.documentId, state: 'published' as const };
      for (const before of await tx.findBy(AnnouncementRow, published)) refuseDroppedLanguage(before, edit.languages);
      return { content, title, contentHash: contentHash(content) };
    },
  );
}

/** A revision of a published announcement: a new draft, with its annexes, that will stand at the same permanent address. */
export async function reviseAnnouncement(
  tx: Tx,
  draft: AnnouncementDraft & { readonly announcementId: string },
): Promise<AnnouncementRow> {
  const before = await lockItem(tx, announcementKind, draft.organizationId, draft.announcementId);
  if (before.state !== 'published') {
    throw new DomainError('item.refused', {
      itemId: before.id,
      state: before.state,
      problems: ['lifecycle.wrong-state'],
    });
  }
  refuseDroppedLanguage(before, draft.languages);
  const { organizationId, actor } = draft;
  const { annexes = [] } = before.content;
  const copies = annexes.map((annex) => ({ ...annex, fileId: uuidv7() }));
  const revision = await newDraft(tx, draft, before.documentId, copies);
  const keeping = { organizationId, owner: ofAnnouncement(revision.id), personId: actor.personId };
  for (const [index, { fileId }] of annexes.entries()) {
    await copyEvidence(tx, keeping, fileId, copies[index]?.fileId ?? '');
  }
  return revision;
}

/** An address that nobody renews would go on saying "in force": a revision speaks every language of what it replaces. */
function refuseDroppedLanguage({ content }: AnnouncementRow, languages: AnnouncementDraft['languages']): void {
  const dropped = content.languages.filter((language) => !languages.includes(language));
  if (dropped.length === 0) return;
  throw new DomainError('announcement.language-dropped', { field: 'languages', languages: dropped.join(', ') });
}

/** Builds the document once in every language, so that what cannot be printed is refused now and not after signing. */
async function checked(
  tx: Tx,
  draft: AnnouncementDraft,
  annexes: readonly AnnouncementAnnex[] = [],
): Promise<{ content: AnnouncementContent; title: string }> {
  const { organizationId, fiscalYear, languages, parameters, measureIds = [] } = draft;
  if (languages.length === 0) throw new DomainError('document.language-unknown', { field: 'languages' });
  const template = findTemplate(draft.template);
  const wordings = await ownWordings(tx, organizationId, template.id, languages);
  const content = {
    template: template.id,
    languages,
    parameters,
    measureIds,
    ...(wordings ? { wordings } : {}),
    ...(annexes.length > 0 ? { annexes } : {}),
  };
  const titles: string[] = [];
  for (const language of languages) {
    const data = await announcementPreviewData(tx, organizationId, { fiscalYear, content }, language);
    titles.push(buildDocument(template.id, data, language).options.title);
  }
  return { content, title: titles[0] ?? template.title.th };
}

const nameOf = (templateId: string): string => templateId.replace(/\.v\d+$/, '');
