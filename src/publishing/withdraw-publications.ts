import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';

export interface Withdrawal {
  readonly organizationId: OrganizationId;
  readonly itemKind: string;
  readonly itemId: string;
  /** Shown to the public in place of the document. */
  readonly reason: string;
}

/**
 * Wants a notice in place of every document of the item, on every target. Nothing is deleted: our copy, its seal and
 * the audit log stay. The item counts as withdrawn when the absence was seen.
 * @throws DomainError lifecycle.reason-missing; publication.not-published when nothing of the item is wanted anywhere
 */
export async function withdrawPublications(tx: Tx, withdrawal: Withdrawal): Promise<void> {
  const { organizationId, itemKind, itemId } = withdrawal;
  const reason = withdrawal.reason.trim();
  if (!reason) throw new DomainError('lifecycle.reason-missing');
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `update publication set desired = 'tombstone', generation = generation + 1, withdrawn_reason = $4,
       verified_at = null, settled_at = null
     where organization_id = $1 and item_kind = $2 and item_id = $3 and desired = 'present' returning id`,
    [organizationId, itemKind, itemId, reason],
  );
  if (rows.length === 0) throw new DomainError('publication.not-published', { itemKind, itemId });
  for (const { id } of rows) await appendWork(tx, organizationId, 'publication.send', id);
}
