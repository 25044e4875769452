import { documentOutline, type DocumentOutline } from '../../templates/documents/document-outline.js';
import { DomainError } from '../core/errors.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { EditionEntity } from './edition.entity.js';
import { snapshotHash } from './snapshot-hash.js';

/**
 * What an edition says, from the very words that were signed: for the accessible page beside the file.
 * @throws DomainError edition.not-found; edition.bytes-differ when the frozen words are no longer those that were signed
 */
export async function editionOutline(
  tx: Tx,
  organizationId: OrganizationId,
  editionId: string,
): Promise<DocumentOutline> {
  const edition = isUuid(editionId) ? await tx.findOneBy(EditionEntity, { organizationId, id: editionId }) : null;
  if (!edition) throw new DomainError('edition.not-found', { editionId });
  const { template, language, snapshot, font } = edition;
  if (snapshotHash(snapshot, font) !== edition.snapshotHash) {
    throw new DomainError('edition.bytes-differ', { editionId, of: 'snapshot' });
  }
  return documentOutline(template, snapshot, language);
}
