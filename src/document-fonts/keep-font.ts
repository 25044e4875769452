import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import type { RequestFacts } from '../approvals/run-transition.js';
import { appendAudit } from '../audit/append-audit.js';
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

interface Deed {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly request?: RequestFacts;
}

/**
 * A typeface becomes one of the organization's; documents do not change until it is chosen. The same files brought
 * again are the same typeface. @throws DomainError permission.denied
 */
export async function keepFont(
  tx: Tx,
  { organizationId, actor, request, family, files }: Deed & { family: string; files: readonly FontFile[] },
): Promise<DocumentFontRow> {
  requireCapacity(actor, 'administrator');
  const fingerprint = sha256Of(files.map(({ sha256 }) => sha256).join('\n'));
  const id = uuidv7();
  const known = await tx.query<{ id: string }[]>(
    `insert into document_font (organization_id, id, family, files, fingerprint, uploaded_by)
     values ($1, $2, $3, $4, $5, $6) on conflict (organization_id, fingerprint) do nothing returning id`,
    [organizationId, id, family.slice(0, 200), JSON.stringify(files), fingerprint, actor.personId],
  );
  if (known.length > 0) await recordDeed(tx, 'font.upload', { id, fingerprint }, { organizationId, actor, request });
  return tx.findOneByOrFail(DocumentFontRow, { organizationId, fingerprint });
}

/**
 * Documents signed from now on are printed in this typeface, or in the house font (null). Those signed before keep
 * theirs. @throws DomainError permission.denied, font.not-found
 */
export async function chooseFont(tx: Tx, fontId: string | null, deed: Deed): Promise<DocumentFontRow | null> {
  const { organizationId, actor } = deed;
  requireCapacity(actor, 'administrator');
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 13))', [organizationId]);
  const chosen = fontId === null ? null : await documentFont(tx, organizationId, fontId);
  if (chosen?.isChosen) return chosen;
  const before = await tx.findOneBy(DocumentFontRow, { organizationId, isChosen: true });
  if (before) await tx.update(DocumentFontRow, { organizationId, id: before.id }, { isChosen: false });
  if (chosen) await tx.update(DocumentFontRow, { organizationId, id: chosen.id }, { isChosen: true });
  if (before || chosen) await recordDeed(tx, 'font.choose', chosen, deed, before?.fingerprint);
  return chosen && { ...chosen, isChosen: true };
}

async function recordDeed(
  tx: Tx,
  action: 'font.upload' | 'font.choose',
  font: { readonly id: string; readonly fingerprint: string } | null,
  { actor, request }: Deed,
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
