import { appendAudit } from '../audit/append-audit.js';
import { faultPoint } from '../database/fault-point.js';
import { isBroken } from '../database/sabotage.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';
import { finishWork, releaseWork, type Claim } from '../outbox/claims.js';
import { disappointment, matches, type Observation } from './observation.js';
import { readIntent, type Intent } from './read-intent.js';
import { eventOf, recordAttempt, updateIfCurrent } from './record-sight.js';
import type { Targets } from './targets/targets.js';

/** Longer than a lease plus a target's time-out: a worker that slept through its lease has acted by then. */
const SECOND_LOOK_SECONDS = 90;

/** Follow-up in the transaction that records the sight; whoever composes the worker says what follows. */
export type OnVerified = (tx: Tx, intent: Intent) => Promise<void>;

/** Step publication.send: brings about at the target what is wanted there, and says so only of what was seen. */
export class PublicationSending {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly targets: Targets,
    private readonly onVerified: OnVerified,
  ) {}

  /**
   * Looks first, acts only when needed, and looks again (RELIABILITY 4.7). Safe to run twice and at the same time.
   * @throws DomainError publication.unreachable, publication.bytes-differ, publication.refused, publication.not-found
   * @throws LeaseLost when somebody else does it now
   */
  async send(claim: Claim, signal: AbortSignal): Promise<void> {
    const intent = await this.inTenant(claim, (tx) => readIntent(tx, claim));
    if (intent.isVerified) return this.inTenant(claim, (tx) => finishWork(tx, claim));
    const sight = await this.bringAbout(claim, intent, signal);
    faultPoint('publish.after-verify');
    await this.inTenant(claim, (tx) => this.recordVerified(tx, claim, intent, sight));
  }

  /** @returns the sight that proves it */
  private async bringAbout(claim: Claim, intent: Intent, signal: AbortSignal): Promise<Observation> {
    const target = this.targets[intent.target];
    if (isBroken('verify')) {
      await target.put(intent);
      return matches(intent.sha256);
    }
    const before = await target.observe(intent, signal);
    if (before.verdict === 'unreachable' || before.verdict === 'refused') return this.giveUp(claim, intent, before);
    if (before.verdict !== 'matches') {
      signal.throwIfAborted();
      await target.put(intent);
      faultPoint('publish.after-put');
      await this.inTenant(claim, (tx) => recordAttempt(tx, intent, 'put', { ...before, outcome: 'put' }));
    }
    const after = await target.observe(intent, signal);
    return after.verdict === 'matches' ? after : this.giveUp(claim, intent, after);
  }

  private async giveUp(claim: Claim, intent: Intent, sight: Observation): Promise<never> {
    await this.inTenant(claim, (tx) => recordAttempt(tx, intent, 'verify', sight));
    throw disappointment(sight);
  }

  /** Sight, follow-ups and event count together, and only for the intent that was looked at. */
  private async recordVerified(tx: Tx, claim: Claim, intent: Intent, sight: Observation): Promise<void> {
    const { organizationId, publicationId, generation, presence } = intent;
    const isCurrent = await updateIfCurrent(tx, intent, sight, {
      observed: presence === 'present' ? 'present' : 'absent',
      observedGeneration: generation,
      verifiedAt: () => 'now()',
    });
    if (!isCurrent) return releaseWork(tx, claim); // the intent moved on: look again
    await finishWork(tx, claim);
    await recordAttempt(tx, intent, 'verify', sight);
    await appendWork(tx, organizationId, 'publication.recheck', publicationId, { after: SECOND_LOOK_SECONDS });
    if (intent.wasVerified) return void (await appendAudit(tx, eventOf(intent, 'publication.restore')));
    await this.onVerified(tx, intent);
    await appendAudit(tx, eventOf(intent, presence === 'present' ? 'publication.publish' : 'publication.withdraw'));
  }

  private inTenant<T>(claim: Claim, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.inTenant(claim.organizationId, work);
  }
}
