import type { OrganizationId } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { faultPoint } from '../database/fault-point.js';
import type { Producer } from '../queues/queues.js';
import type { Step, WorkPayload } from './steps.js';

export interface RelayLimits {
  /** Most jobs on their way at once, over all organizations. */
  readonly batch: number;
  /** Most jobs of one organization on their way at once, so that nobody waits behind another's thousand documents. */
  readonly perTenant: number;
  /** Seconds after which undone work without a live lease is sent again. Replaces every retry of the queue. */
  readonly redispatchAfter: number;
}

const LIMITS: RelayLimits = { batch: 256, perTenant: 32, redispatchAfter: 30 };

/** Carries due work from the database, which is the truth, to the queue, which is a hint. */
export class OutboxRelay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly producer: Producer,
    private readonly limits: RelayLimits = LIMITS,
  ) {}

  /**
   * Marks what is due as dispatched, commits, then tells the queue. A queue that does not answer is ignored:
   * the same work is due again after `redispatchAfter`.
   * @returns how many jobs the queue took
   * @throws when PostgreSQL did not answer
   */
  async drain(): Promise<number> {
    const due = await this.markDue();
    faultPoint('dispatch.after-commit');
    const sent = await Promise.allSettled(due.map((row) => this.send(row)));
    return sent.filter(({ status }) => status === 'fulfilled').length;
  }

  private async markDue(): Promise<DueRow[]> {
    const { batch, perTenant, redispatchAfter } = this.limits;
    return this.unitOfWork.withoutTenant((manager) =>
      manager.query<DueRow[]>(`select * from dispatch_due_work($1, $2, $3 * interval '1 second')`, [
        batch,
        perTenant,
        redispatchAfter,
      ]),
    );
  }

  private async send({ work_id, organization_id, step, dispatch_no }: DueRow): Promise<void> {
    const payload: WorkPayload = { v: 1, organizationId: organization_id, workId: work_id, dispatchNo: dispatch_no };
    await this.producer.add(step, payload, `${step}-${work_id}-${dispatch_no}`);
  }
}

interface DueRow {
  readonly work_id: string;
  readonly organization_id: OrganizationId;
  readonly step: Step;
  readonly dispatch_no: number;
}
