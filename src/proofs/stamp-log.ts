import { createHash } from 'node:crypto';
import { DomainError } from '../core/errors.js';
import { organizationId as tenant } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { finishWork, type Claim } from '../outbox/claims.js';
import { namesOf } from '../sealing/certificate-names.js';
import type { GetTimestamp } from '../sealing/cms-signature.js';
import { readTimestamp } from '../sealing/verify-timestamp.js';
import { askOnce } from './ask-once.js';
import { latestCheckpoint } from './checkpoints.queries.js';
import { keepStamp, newestStamp } from './stamps.queries.js';

/** A log that grows is shown to a time-stamping authority every hour (RELIABILITY 5, external anchors). */
const LONGEST_UNSTAMPED = '1 hour';

/**
 * Step audit.stamp: a time-stamping authority sees the newest checkpoint. Safe to run twice: the first answer stays.
 * @param getTimestamp null where no authority is configured any more: then there is nothing to do
 * @throws DomainError seal.timestamp-pending; seal.failed (reason timestamp-wrong) when the answer does not hold
 */
export async function stampLog(
  unitOfWork: UnitOfWork,
  getTimestamp: GetTimestamp | null,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const { organizationId } = claim;
  const waiting = await unitOfWork.inTenant(organizationId, async (tx) => {
    const checkpoint = await latestCheckpoint(tx, organizationId);
    const isStamped = checkpoint?.size === (await newestStamp(tx, organizationId))?.size;
    if (checkpoint && !isStamped && getTimestamp) return { checkpoint, getTimestamp };
    await finishWork(tx, claim);
    return null;
  });
  if (!waiting) return;
  const note = Buffer.from(waiting.checkpoint.note, 'utf8');
  const token = Buffer.from(await waiting.getTimestamp(createHash('sha256').update(note).digest()));
  const stamp = readTimestamp(token, note);
  const [authority] = stamp?.chain ?? [];
  if (!stamp || !authority) throw new DomainError('seal.failed', { reason: 'timestamp-wrong' });
  signal.throwIfAborted();
  await unitOfWork.inTenant(organizationId, async (tx) => {
    await finishWork(tx, claim);
    const { size } = waiting.checkpoint;
    await keepStamp(tx, organizationId, {
      size,
      token,
      stampedAt: stamp.time,
      authority: namesOf(authority).commonName,
    });
  });
}

/** Asks for a stamp on every log that needs one. @returns how many were asked for */
export async function askStamps(unitOfWork: UnitOfWork, signal: AbortSignal): Promise<number> {
  const due = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ id: string }[]>('select organizations_with_due_stamp($1::interval) as id', [LONGEST_UNSTAMPED]),
  );
  let asked = 0;
  for (const { id } of due) {
    if (signal.aborted) break;
    if (await askOnce(unitOfWork, tenant(id), 'audit.stamp')) asked += 1;
  }
  return asked;
}
