import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { finishWork, releaseWork, type Claim } from '../outbox/claims.js';
import { disappointment, type Observation } from './observation.js';
import { readIntent, type Intent } from './read-intent.js';
import { recordAttempt } from './record-sight.js';
import type { Targets } from './targets/targets.js';

/** A look at what was seen published before: as which step it is told, and what follows from what was seen. */
export interface LaterLook {
  readonly step: 'second-look' | 'patrol';
  readonly record: (tx: Tx, claim: Claim, intent: Intent, sight: Observation) => Promise<void>;
}

/**
 * Looks at a publication that was verified, outside every transaction, and records the sight in one. What is still on its
 * way is left to sending, which asks for later looks itself.
 * @throws DomainError publication.unreachable, publication.not-found
 * @throws LeaseLost when somebody else looks now
 */
export async function lookAgain(
  { unitOfWork, targets }: { readonly unitOfWork: UnitOfWork; readonly targets: Targets },
  { step, record }: LaterLook,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => unitOfWork.inTenant(claim.organizationId, work);
  const intent = await inTenant((tx) => readIntent(tx, claim));
  if (!intent.isVerified) return inTenant((tx) => leaveToSending(tx, claim));
  const sight = await targets[intent.target].observe(intent, signal);
  if (sight.verdict === 'unreachable') {
    await inTenant((tx) => recordAttempt(tx, intent, step, sight));
    throw disappointment(sight);
  }
  await inTenant((tx) => record(tx, claim, intent, sight));
}

/** Sending asks for the next look when it has seen its intent fulfilled, perhaps this very moment: then this one is due again. */
async function leaveToSending(tx: Tx, claim: Claim): Promise<void> {
  const { isVerified } = await readIntent(tx, claim, { lock: true });
  await (isVerified ? releaseWork(tx, claim) : finishWork(tx, claim));
}
