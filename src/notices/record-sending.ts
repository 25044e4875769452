import type { Tx } from '../database/unit-of-work.js';
import { pauseSeconds } from '../outbox/backoff.js';
import { administratorsToday } from './administrators.queries.js';
import type { SendOutcome } from './channel-sender.js';
import type { ClaimedMessage } from './claim-message.js';
import { loseLine } from './lose-line.js';
import { notify } from './notify.js';

const HOUR_MS = 3_600_000;
/** LINE forgets a retry key after 24 hours; a notice of yesterday is no news by mail either. */
const LONGEST_TRIES_MS = 23 * HOUR_MS;
/** A server that keeps failing is asked every few minutes, not every second. */
const SHORTEST_PAUSE_MS = 60_000;

/** Writes down what became of a try, unless somebody else holds the message by now. */
export async function recordSending(
  tx: Tx,
  claimed: ClaimedMessage,
  result: SendOutcome | 'nothing-to-say',
  at: Date,
  draw: number,
): Promise<void> {
  if (result === 'nothing-to-say') return end(tx, claimed, 'dropped', null, at);
  if (result.outcome === 'sent') return end(tx, claimed, 'sent', null, at);
  const isTooLate = at.getTime() - claimed.firstTriedAt.getTime() > LONGEST_TRIES_MS;
  if (result.outcome === 'refused' || isTooLate) {
    await end(tx, claimed, 'failed', result.problem, at);
    if (result.outcome === 'refused' && result.isGone && claimed.channel === 'line' && claimed.address) {
      return loseLine(tx, claimed.organizationId, { lineUserId: claimed.address, at: claimed.firstTriedAt });
    }
    return tellOfProblem(tx, claimed, at);
  }
  const pauseMs = result.mayHaveArrived
    ? HOUR_MS
    : SHORTEST_PAUSE_MS + 1_000 * pauseSeconds(claimed.failures + 6, draw); // from a minute upwards
  await tx.query(
    `update notice_message set failures = failures + 1, lease_until = null, next_at = $4, last_problem = $5
     where organization_id = $1 and id = $2 and epoch = $3 and state = 'open'`,
    [claimed.organizationId, claimed.id, claimed.epoch, new Date(at.getTime() + pauseMs), result.problem],
  );
}

async function end(
  tx: Tx,
  { organizationId, id, epoch }: ClaimedMessage,
  state: 'sent' | 'failed' | 'dropped',
  problem: string | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `update notice_message set state = $4, ended_at = $5, lease_until = null, last_problem = $6
     where organization_id = $1 and id = $2 and epoch = $3 and state = 'open'`,
    [organizationId, id, epoch, state, at, problem],
  );
}

/** The person and the administrators learn in the house that a channel does not work. */
async function tellOfProblem(tx: Tx, { organizationId, personId }: ClaimedMessage, at: Date): Promise<void> {
  const personIds = [personId, ...(await administratorsToday(tx, organizationId))];
  await notify(tx, { organizationId, personIds, kind: 'delivery-problem', item: null, at });
}
