import { organizationId as tenant } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { finishWork, type Claim } from '../outbox/claims.js';
import type { BlobStore } from '../storage/blob-store.js';
import { askOnce } from './ask-once.js';
import type { BundleMaking } from './bundle-making.js';
import { exportOf } from './export.queries.js';
import type { LogSigning } from './log-signing.js';

/** A log that grew is signed after 15 minutes at the latest, and after a thousand events at once (RELIABILITY 5). */
const LONGEST_UNSIGNED = '15 minutes';
const MOST_UNSIGNED = 1_000;

/** Step audit.checkpoint: what was logged until now is signed. Safe to run twice. */
export async function signLog(unitOfWork: UnitOfWork, signing: LogSigning, claim: Claim): Promise<void> {
  const { organizationId } = claim;
  const key = await signing.keyInForce(organizationId);
  await unitOfWork.inTenant(organizationId, async (tx) => {
    await finishWork(tx, claim);
    await signing.checkpointWith(tx, organizationId, key);
  });
}

/** Step audit.export: the bundle that was asked for. Safe to run twice: the first that is recorded stays. */
export async function makeExport(
  unitOfWork: UnitOfWork,
  { making, blobs }: { readonly making: BundleMaking; readonly blobs: BlobStore },
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const { organizationId, refId } = claim;
  const asked = await unitOfWork.inTenant(organizationId, (tx) => exportOf(tx, organizationId, refId));
  if (asked.madeAt !== null) return unitOfWork.inTenant(organizationId, (tx) => finishWork(tx, claim));
  const { itemKind, itemId, period } = asked;
  const { bytes, size } = period
    ? await making.period(organizationId, period)
    : await making.bundle(organizationId, itemKind && itemId ? { itemKind, itemId } : null);
  const sha256 = await blobs.put(bytes);
  signal.throwIfAborted();
  await unitOfWork.inTenant(organizationId, async (tx) => {
    await finishWork(tx, claim);
    await tx.query(
      `update audit_export set made_at = now(), log_size = $3, bytes = $4, sha256 = $5
       where organization_id = $1 and id = $2 and made_at is null`,
      [organizationId, refId, size, bytes.length, sha256],
    );
  });
}

/**
 * Asks for a checkpoint of every log that has grown for long enough. What is under way or was set aside is not asked for again.
 * @returns how many were asked for
 */
export async function askCheckpoints(unitOfWork: UnitOfWork, signal: AbortSignal): Promise<number> {
  const due = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ id: string }[]>('select organizations_with_due_checkpoint($1::interval, $2) as id', [
      LONGEST_UNSIGNED,
      MOST_UNSIGNED,
    ]),
  );
  let asked = 0;
  for (const { id } of due) {
    if (signal.aborted) break;
    if (await askOnce(unitOfWork, tenant(id), 'audit.checkpoint')) asked += 1;
  }
  return asked;
}
