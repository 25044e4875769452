import { setTimeout as pause } from 'node:timers/promises';
import { faultPoint } from '../database/fault-point.js';
import { isUuid, organizationId } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import {
  claimWork,
  failWork,
  LeaseLost,
  quarantineWork,
  releaseWork,
  renewLease,
  type Claim,
} from '../outbox/claims.js';
import type { Step, WorkPayload } from '../outbox/steps.js';
import { holdLease } from './hold-lease.js';
import { sortFailure } from './sort-failure.js';

/** Does one claimed piece of work and records its result together with `finishWork`. */
export type StepHandler = (claim: Claim, signal: AbortSignal) => Promise<void>;
/** What the operator reads in the log. */
export type Report = (message: string, facts?: Readonly<Record<string, unknown>>) => void;

const RECORD_TRIES = 12;

/** The door through which every job comes: unpack, claim, delegate, sort failures. Nothing that is thrown gets past it. */
export class StepProcessor {
  private readonly stopping = new AbortController();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: Readonly<Record<Step, StepHandler>>,
    private readonly report: Report,
  ) {}

  async process(payload: WorkPayload): Promise<void> {
    if (payload.v !== 1 || !isUuid(payload.organizationId) || !isUuid(payload.workId)) {
      return this.report('a job of an unknown kind was left alone', { payload }); // its work stays due and visible
    }
    const tenant = organizationId(payload.organizationId);
    const claim = await this.unitOfWork.inTenant(tenant, (tx) => claimWork(tx, tenant, payload.workId));
    if (claim) await this.doClaimed(claim);
  }

  /** Aborts what is running; it gives its claims back. */
  stop(): void {
    this.stopping.abort(new Error('the worker stops'));
  }

  private async doClaimed(claim: Claim): Promise<void> {
    faultPoint('claim.after-commit');
    const renew = (): Promise<void> => this.unitOfWork.inTenant(claim.organizationId, (tx) => renewLease(tx, claim));
    try {
      const handler = this.handlers[claim.step];
      await holdLease(claim, renew, (signal) => handler(claim, signal), this.stopping.signal);
    } catch (error) {
      await this.record(claim, error);
    }
  }

  /** Tries for as long as the lease may last: an outcome that is not recorded counts as a silent death. */
  private async record(claim: Claim, error: unknown): Promise<void> {
    for (let left = RECORD_TRIES; ; left -= 1) {
      try {
        return await this.recordOnce(claim, error);
      } catch (trouble) {
        if (trouble instanceof LeaseLost) return this.report(trouble.message);
        if (left === 1)
          return this.report('an outcome could not be recorded', { work: claim.workId, trouble: String(trouble) });
        await pause(1_000);
      }
    }
  }

  private async recordOnce(claim: Claim, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return this.report(error.message);
    const { organizationId: tenant } = claim;
    if (this.stopping.signal.aborted) return this.unitOfWork.inTenant(tenant, (tx) => releaseWork(tx, claim));
    const { tryAgain, problem } = sortFailure(error, claim.failures);
    await this.unitOfWork.inTenant(tenant, (tx) =>
      tryAgain ? failWork(tx, claim, problem) : quarantineWork(tx, claim, problem),
    );
    this.report(tryAgain ? 'work failed and will be tried again' : 'work was set aside', {
      step: claim.step,
      work: claim.workId,
      problem,
    });
  }
}
