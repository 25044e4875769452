import { IsNull } from 'typeorm';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { numberOf } from './registers.queries.js';
import { RegisterEntryRow } from './register-entry.entity.js';

export interface VoidRequest {
  readonly organizationId: OrganizationId;
  readonly register: string;
  readonly itemKind: string;
  readonly itemId: string;
  readonly personId: string;
  readonly reason: string;
}

/**
 * Strikes the number of an item off: the entry stays with its reason, and nobody gets that number again.
 * @throws DomainError lifecycle.reason-missing, register.number-not-found
 */
export async function voidNumber(tx: Tx, request: VoidRequest): Promise<void> {
  const { organizationId, register, itemKind, itemId, personId } = request;
  const reason = request.reason.trim();
  if (reason === '') throw new DomainError('lifecycle.reason-missing', { field: 'reason' });
  const held = await numberOf(tx, organizationId, register, { kind: itemKind, id: itemId });
  const { affected } = await tx.update(
    RegisterEntryRow,
    { organizationId, register, itemKind, itemId, voidedAt: IsNull() },
    { voidedAt: () => 'now()', voidReason: reason, voidedBy: personId },
  );
  if (!held || affected !== 1) throw new DomainError('register.number-not-found', { register, itemId });
  const place = [register, held.yearKind, held.year, held.number, itemId].join('/');
  await appendAudit(tx, { action: 'number.void', itemKind: 'register', itemId: place, actorPersonId: personId });
}
