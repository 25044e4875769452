import { requireCapacity, type ActorInHand } from '../../approvals/actor.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { retryWork } from '../../outbox/retry-work.js';
import { importSeenBy } from './import-run.queries.js';

const MAY_RETRY = ['officer', 'administrator'] as const;

export const mayRetryImport = ({ capacities }: ActorInHand): boolean =>
  MAY_RETRY.some((capacity) => capacities.includes(capacity));

/**
 * "Try again" for an import that failed. It still acts for the person who asked first.
 * @throws DomainError import.run-not-found, permission.denied; work.not-found when the import is done
 */
export async function retryImport(
  tx: Tx,
  organizationId: OrganizationId,
  actor: ActorInHand,
  runId: string,
): Promise<void> {
  requireCapacity(actor, ...MAY_RETRY);
  const { workId } = await importSeenBy(tx, organizationId, actor, runId);
  await retryWork(tx, organizationId, workId, { personId: actor.personId, postId: actor.posts[0]?.postId });
}
