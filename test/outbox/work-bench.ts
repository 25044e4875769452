import { randomUUID } from 'node:crypto';
import type { OrganizationId } from '../../src/database/tenant.js';
import type { Tx } from '../../src/database/unit-of-work.js';
import { appendWork } from '../../src/outbox/append-work.js';
import { claimWork, type Claim } from '../../src/outbox/claims.js';
import type { Step } from '../../src/outbox/steps.js';
import { testAgency, type TestAgency } from '../support/agency.js';

export interface WorkState {
  readonly state: string;
  readonly epoch: number;
  readonly claims: number;
  readonly failures: number;
  readonly last_problem: string | null;
  readonly waits: number;
  readonly is_leased: boolean;
}

/** Work of one agency, with hands to move it and eyes to see it. */
export class WorkBench {
  private constructor(readonly agency: TestAgency) {}

  static async open(): Promise<WorkBench> {
    return new WorkBench(await testAgency());
  }

  get organizationId(): OrganizationId {
    return this.agency.organizationId;
  }

  inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.agency.unitOfWork.inTenant(this.organizationId, work);
  }

  /** @returns the id of the work */
  async append(step: Step = 'edition.render', refId: string = randomUUID(), after = 0): Promise<string> {
    await this.inTenant((tx) => appendWork(tx, this.organizationId, step, refId, { after }));
    const [row] = await this.agency.database.look<{ id: string }>(
      'select id from work where step = $1 and ref_id = $2',
      [step, refId],
    );
    if (!row) throw new Error('the work was not appended');
    return row.id;
  }

  claim(workId: string): Promise<Claim | null> {
    return this.inTenant((tx) => claimWork(tx, this.organizationId, workId));
  }

  async mustClaim(workId: string): Promise<Claim> {
    const claim = await this.claim(workId);
    if (!claim) throw new Error('the work could not be claimed');
    return claim;
  }

  /** As if the worker had died and its lease had run out, a second ago or longer. */
  async dieHolding(workId: string, secondsAgo = 1): Promise<void> {
    await this.agency.database.look(
      `update work set next_at = least(next_at, now()), lease_until = now() - $2 * interval '1 second' where id = $1`,
      [workId, secondsAgo],
    );
  }

  async makeDue(workId: string): Promise<void> {
    await this.agency.database.look('update work set next_at = now() where id = $1', [workId]);
  }

  async state(workId: string): Promise<WorkState> {
    const [row] = await this.agency.database.look<WorkState>(
      `select state, epoch, claims, failures, last_problem, extract(epoch from next_at - now())::float as waits,
         coalesce(lease_until > now(), false) as is_leased from work where id = $1`,
      [workId],
    );
    if (!row) throw new Error('there is no such work');
    return row;
  }

  close(): Promise<void> {
    return this.agency.database.close();
  }
}
