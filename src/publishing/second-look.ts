import { appendAudit } from '../audit/append-audit.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';
import { finishWork, releaseWork, type Claim } from '../outbox/claims.js';
import { lookAgain } from './look-again.js';
import type { Observation } from './observation.js';
import { askForNextLook } from './patrol.js';
import type { Intent } from './read-intent.js';
import { eventOf, recordAttempt, updateIfCurrent } from './record-sight.js';
import type { Targets } from './targets/targets.js';

/** Step publication.recheck: what was published must still stand a while later; if not, it is sent again. */
export class SecondLook {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly targets: Targets,
  ) {}

  /** @throws as lookAgain */
  look(claim: Claim, signal: AbortSignal): Promise<void> {
    return lookAgain(this, { step: 'second-look', record: (...seen) => this.record(...seen) }, claim, signal);
  }

  private async record(tx: Tx, claim: Claim, intent: Intent, sight: Observation): Promise<void> {
    const holds = sight.verdict === 'matches';
    const isCurrent = await updateIfCurrent(
      tx,
      intent,
      sight,
      holds ? { settledAt: () => 'now()' } : { observed: 'unknown', verifiedAt: null },
    );
    if (!isCurrent) return releaseWork(tx, claim);
    await finishWork(tx, claim);
    await recordAttempt(tx, intent, 'second-look', sight);
    if (holds) return askForNextLook(tx, intent);
    await appendWork(tx, intent.organizationId, 'publication.send', intent.publicationId);
    await appendAudit(tx, eventOf(intent, 'publication.drift'));
  }
}
