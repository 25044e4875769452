import { appendAudit } from '../audit/append-audit.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';
import { finishWork, releaseWork, type Claim } from '../outbox/claims.js';
import { disappointment, type Observation } from './observation.js';
import { askForNextLook } from './patrol.js';
import { readIntent, type Intent } from './read-intent.js';
import { eventOf, recordAttempt, updateIfCurrent } from './record-sight.js';
import type { Targets } from './targets/targets.js';

/** Step publication.recheck: what was published must still stand a while later; if not, it is sent again. */
export class SecondLook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly targets: Targets,
  ) {}

  /**
   * @throws DomainError publication.unreachable, publication.not-found
   * @throws LeaseLost when somebody else looks now
   */
  async look(claim: Claim, signal: AbortSignal): Promise<void> {
    const intent = await this.inTenant(claim, (tx) => readIntent(tx, claim));
    if (!intent.isVerified) return this.inTenant(claim, (tx) => this.leaveToSending(tx, claim));
    const sight = await this.targets[intent.target].observe(intent, signal);
    if (sight.verdict === 'unreachable') {
      await this.inTenant(claim, (tx) => recordAttempt(tx, intent, 'second-look', sight));
      throw disappointment(sight);
    }
    await this.inTenant(claim, (tx) => this.record(tx, claim, intent, sight));
  }

  /** Sending asks for a second look of its own when it has seen its intent fulfilled, perhaps this very moment. */
  private async leaveToSending(tx: Tx, claim: Claim): Promise<void> {
    const { isVerified } = await readIntent(tx, claim, { lock: true });
    await (isVerified ? releaseWork(tx, claim) : finishWork(tx, claim));
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

  private inTenant<T>(claim: Claim, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.inTenant(claim.organizationId, work);
  }
}
