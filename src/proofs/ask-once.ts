import type { OrganizationId } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';

/**
 * Asks for a step on a whole log, unless it waits, runs or was set aside.
 * @param refId for whom; left out: for the log itself
 * @returns whether it was asked for
 */
export const askOnce = (
  unitOfWork: UnitOfWork,
  organizationId: OrganizationId,
  step: 'audit.checkpoint' | 'audit.stamp' | 'audit.cosign',
  refId: string = organizationId,
): Promise<boolean> =>
  unitOfWork.inTenant(organizationId, async (tx) => {
    const waiting: unknown[] = await tx.query(
      `select 1 from work where organization_id = $1 and step = $2 and ref_id = $3 and state <> 'done'`,
      [organizationId, step, refId],
    );
    if (waiting.length > 0) return false;
    await appendWork(tx, organizationId, step, refId);
    return true;
  });
