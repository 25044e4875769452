import { uuidv7 } from 'uuidv7';
import type { AuditEntry } from '../audit/append-audit.js';
import type { Tx } from '../database/unit-of-work.js';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Observation } from './observation.js';
import { PublicationAttemptEntity, type AttemptStep } from './publication-attempt.entity.js';
import { PublicationEntity } from './publication.entity.js';
import type { Intent } from './read-intent.js';

/** Writes down what was tried and seen, whatever came of it. */
export async function recordAttempt(tx: Tx, intent: Intent, step: AttemptStep, sight: Observation): Promise<void> {
  await tx.insert(PublicationAttemptEntity, {
    organizationId: intent.organizationId,
    id: uuidv7(),
    publicationId: intent.publicationId,
    generation: intent.generation,
    step,
    outcome: sight.outcome,
    seenSha256: sight.sha256,
  });
}

/** Changes the publication only if the intent that was looked at is still the newest; says whether it was. */
export async function updateIfCurrent(
  tx: Tx,
  { organizationId, publicationId, generation }: Intent,
  sight: Observation,
  change: QueryDeepPartialEntity<PublicationEntity>,
): Promise<boolean> {
  const { affected } = await tx.update(
    PublicationEntity,
    { organizationId, id: publicationId, generation },
    { ...change, observedSha256: sight.sha256, observedAt: () => 'now()' },
  );
  return affected === 1;
}

export const eventOf = ({ publicationId, sha256 }: Intent, action: string): AuditEntry => ({
  action,
  itemKind: 'publication',
  itemId: publicationId,
  fileSha256: sha256,
});
