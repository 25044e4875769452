import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { appendWork } from './append-work.js';
import { nounOf } from './quarantine.js';
import { WorkEntity } from './work.entity.js';

/**
 * A person's "try again": work set aside gets a clean start, work that waits for its next try has it now.
 * @throws DomainError work.not-found when there is no such work or nothing is left to do
 */
export async function retryWork(
  tx: Tx,
  organizationId: OrganizationId,
  workId: string,
  by: { readonly personId?: string; readonly postId?: string } = {},
): Promise<void> {
  const work = await tx.findOneBy(WorkEntity, { organizationId, id: workId });
  if (!work || work.state === 'done') throw new DomainError('work.not-found', { workId });
  await appendWork(tx, organizationId, work.step, work.refId);
  await appendAudit(tx, {
    action: `${work.step}.retried`,
    itemKind: nounOf(work.step),
    itemId: work.refId,
    actorPersonId: by.personId,
    actorPostId: by.postId,
  });
}
