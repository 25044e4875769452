import { DomainError } from '../core/errors.js';
import type { Tx } from '../database/unit-of-work.js';
import type { Claim } from '../outbox/claims.js';
import { EditionEntity } from './edition.entity.js';

/** The edition that the work is about. @throws DomainError edition.not-found */
export async function readEdition(tx: Tx, { organizationId, refId }: Claim): Promise<EditionEntity> {
  const edition = await tx.findOneBy(EditionEntity, { organizationId, id: refId });
  if (!edition) throw new DomainError('edition.not-found', { editionId: refId });
  return edition;
}
