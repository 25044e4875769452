import type { ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { editContent } from '../approvals/draft-content.js';
import { DomainError } from '../core/errors.js';
import { MOST_FILES, type EvidenceFile } from '../core/measure/evidence-file.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { EvidenceFileRow } from '../evidence/evidence-file.entity.js';
import { keepEvidence, ofMeasure, setEvidenceAside } from '../evidence/keep-evidence.js';
import type { StoredEvidence } from '../evidence/store-evidence.js';
import type { MeasureRow } from './measure.entity.js';
import { measureKind } from './measure.kind.js';

interface EvidenceEdit {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly measureId: string;
  readonly seenVersion: number;
}

/**
 * Adds a file to the results of an approved measure. The file's hash becomes part of the text that is endorsed.
 * @throws DomainError permission.denied, item.not-found, item.changed-meanwhile, item.refused, evidence.too-many,
 *   evidence.already-there
 */
export async function attachEvidence(
  tx: Tx,
  { file, ...edit }: EvidenceEdit & { readonly file: StoredEvidence },
): Promise<MeasureRow> {
  const { organizationId, actor, measureId } = edit;
  return editContent(tx, measureKind, editOf(edit, 'evidence.add', file.sha256), async ({ content }) => {
    const { files = [] } = content;
    if (files.length >= MOST_FILES) throw new DomainError('evidence.too-many', { field: 'file', limit: MOST_FILES });
    const keeping = { organizationId, owner: ofMeasure(measureId), personId: actor.personId };
    const { fileId: id, name, kind, sha256, pages } = await keepEvidence(tx, keeping, file);
    return withFiles(content, [...files, { id, name, kind, sha256, pages: pages.length }]);
  });
}

/**
 * Takes a file out of the results before they are submitted.
 * @throws DomainError permission.denied, item.not-found, item.changed-meanwhile, item.refused, evidence.not-found
 */
export async function removeEvidence(
  tx: Tx,
  { fileId, ...edit }: EvidenceEdit & { readonly fileId: string },
): Promise<MeasureRow> {
  const { organizationId, actor, measureId } = edit;
  const row = await tx.findOneBy(EvidenceFileRow, { organizationId, measureId, id: fileId });
  return editContent(tx, measureKind, editOf(edit, 'evidence.remove', row?.sha256), async ({ content }) => {
    const { files = [] } = content;
    if (!files.some(({ id }) => id === fileId))
      throw new DomainError('evidence.not-found', { itemId: measureId, fileId });
    await setEvidenceAside(tx, { organizationId, personId: actor.personId }, fileId);
    return withFiles(
      content,
      files.filter(({ id }) => id !== fileId),
    );
  });
}

const editOf = (
  { organizationId, actor, measureId, seenVersion }: EvidenceEdit,
  action: string,
  fileSha256: string | undefined,
): Parameters<typeof editContent>[2] => ({
  organizationId,
  actor,
  itemId: measureId,
  seenVersion,
  state: 'approved',
  action,
  ...(fileSha256 ? { fileSha256 } : {}),
});

function withFiles(
  content: MeasureRow['content'],
  files: readonly EvidenceFile[],
): Pick<MeasureRow, 'content' | 'contentHash'> {
  const { files: _before, ...rest } = content;
  const changed = files.length > 0 ? { ...rest, files } : rest;
  return { content: changed, contentHash: contentHash(changed) };
}
