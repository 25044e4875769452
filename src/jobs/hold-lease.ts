import { isBroken } from '../database/sabotage.js';
import { LeaseLost, type Claim } from '../outbox/claims.js';

const RENEW_EVERY_MS = 5_000;
/** Five seconds before others may claim: time enough for whatever runs to hear of it. */
const LONGEST_SILENCE_MS = 15_000;

/**
 * Does the work while renewing its lease, and aborts the work when the lease is lost or cannot be renewed.
 * @param stopping aborts the work when the whole worker stops
 * @throws what the work throws; LeaseLost when it was aborted for that
 */
export async function holdLease(
  claim: Claim,
  renew: () => Promise<void>,
  work: (signal: AbortSignal) => Promise<void>,
  stopping: AbortSignal,
): Promise<void> {
  const lost = new AbortController();
  let renewedAt = performance.now();
  const beat = async (): Promise<void> => {
    try {
      const sentAt = performance.now();
      await renew();
      renewedAt = sentAt;
    } catch (error) {
      if (error instanceof LeaseLost) lost.abort(error);
    }
  };
  const heart = setInterval(() => void beat(), RENEW_EVERY_MS);
  const watch = setInterval(() => {
    if (performance.now() - renewedAt > LONGEST_SILENCE_MS && !isBroken('fence')) lost.abort(new LeaseLost(claim));
  }, 500);
  try {
    await work(AbortSignal.any([lost.signal, stopping]));
  } catch (error) {
    throw lost.signal.aborted ? lost.signal.reason : error;
  } finally {
    clearInterval(heart);
    clearInterval(watch);
  }
}
