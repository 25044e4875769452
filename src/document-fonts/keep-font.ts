import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import type { RequestFacts } from '../approvals/run-transition.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { BlobStore } from '../storage/blob-store.js';
import { DocumentFontRow, type FontFile } from './document-font.entity.js';
import { documentFont } from './document-fonts.queries.js';
import type { FontFamily } from './font-family.js';

/** The files of an examined typeface in the store, before anybody mentions them. */
export function storeFontFiles(blobs: BlobStore, { files }: FontFamily): Promise<FontFile[]> {
  return Promise.all(
    files.map(async ({ name, style, bytes, report }) => ({
      sha256: await blobs.put(bytes),
      name: name.slice(-200),
      style,
      subfamily: report.facts.style.slice(0, 100),
      weight: report.facts.weight,
      remarks: report.remarks,
      missing: [...report.missingThai, ...report.missingOthers],
    })),
  );
}

export interface FontDeed {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly request?: RequestFacts;
}

/**
 * A typeface becomes one of the organization's; documents do not change until it is chosen. The same files brought
 * again are the same typeface, in use again when it was retired. @throws DomainError permission.denied
 */
export async function keepFont(
  tx: Tx,
  { organizationId, actor, request, family, files }: FontDeed & { family: string; files: readonly FontFile[] },
): Promise<DocumentFontRow> {
  requireCapacity(actor, 'administrator');
  const fingerprint = sha256Of(files.map(({ sha256 }) => sha256).join('\n'));
  const id = uuidv7();
  const brought = await tx.query<{ id: string }[]>(
    `insert into document_font as font (organization_id, id, family, files, fingerprint, uploaded_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id, fingerprint) do update set retired_at = null, retired_by = null
       where font.retired_at is not null
     returning id`,
    [organizationId, id, family.slice(0, 200), JSON.stringify(files), fingerprint, actor.personId],
  );
  for (const font of brought) {
    await recordDeed(tx, 'font.upload', { ...font, fingerprint }, { organizationId, actor, request });
  }
  return tx.findOneByOrFail(DocumentFontRow, { organizationId, fingerprint });
}

/**
 * Documents signed from now on are printed in this typeface, or in the house font (null). Those signed before keep
 * theirs. @throws DomainError permission.denied, font.not-found, font.retired
 */
export async function chooseFont(tx: Tx, fontId: string | null, deed: FontDeed): Promise<DocumentFontRow | null> {
  const { organizationId, actor } = deed;
  requireCapacity(actor, 'administrator');
  await waitForChoice(tx, organizationId);
  const chosen = fontId === null ? null : await documentFont(tx, organizationId, fontId);
  if (chosen?.isChosen) return chosen;
  if (chosen?.retiredAt) throw new DomainError('font.retired', { family: chosen.family });
  const before = await tx.findOneBy(DocumentFontRow, { organizationId, isChosen: true });
  if (before) await tx.update(DocumentFontRow, { organizationId, id: before.id }, { isChosen: false });
  if (chosen) await tx.update(DocumentFontRow, { organizationId, id: chosen.id }, { isChosen: true });
  if (before || chosen) await recordDeed(tx, 'font.choose', chosen, deed, before?.fingerprint);
  return chosen && { ...chosen, isChosen: true };
}

/** Who chooses and who retires a typeface take turns. */
export async function waitForChoice(tx: Tx, organizationId: OrganizationId): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 13))', [organizationId]);
}

export async function recordDeed(
  tx: Tx,
  action: 'font.upload' | 'font.choose' | 'font.retire',
  font: { readonly id: string; readonly fingerprint: string } | null,
  { actor, request }: FontDeed,
  before?: string,
): Promise<void> {
  await appendAudit(tx, {
    action,
    itemKind: 'font',
    itemId: font?.id,
    actorPersonId: actor.personId,
    actorPostId: actor.posts.find(({ kind }) => kind === 'administrator')?.postId,
    contentHashBefore: before,
    contentHashAfter: font?.fingerprint,
    ...request,
  });
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
