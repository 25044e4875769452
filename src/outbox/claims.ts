import { faultPoint } from '../database/fault-point.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { isBroken } from '../database/sabotage.js';
import { pauseSeconds } from './backoff.js';
import { recordQuarantine } from './quarantine.js';
import type { Step } from './steps.js';

/** How long a worker may be silent before others take its work, and how many silent deaths make work suspect. */
export const LEASE_SECONDS = 20;
const SILENT_DEATHS = 3;
/** Before its last try suspect work rests: in a storm that kills every worker no work is to blame. */
const REST_SECONDS = 60;

/** The right to do one piece of work, until the lease ends or somebody else claims it. */
export interface Claim {
  readonly organizationId: OrganizationId;
  readonly workId: string;
  readonly step: Step;
  readonly refId: string;
  readonly epoch: number;
  /** Failures recorded before this claim. */
  readonly failures: number;
}

/** Somebody else holds the work now, or did it meanwhile: whatever this worker wanted to write must not count. */
export class LeaseLost extends Error {
  constructor(claim: Claim) {
    super(`${claim.step} ${claim.workId}: the lease of epoch ${claim.epoch} is over`);
    this.name = 'LeaseLost';
  }
}

/** Null when there is nothing to do here: done, leased to another, not yet due, or suspect and told to rest or set aside. */
export async function claimWork(tx: Tx, organizationId: OrganizationId, workId: string): Promise<Claim | null> {
  const [due] = await tx.query<WorkRow[]>(
    `select step, ref_id, claims, coalesce(lease_until > now() - ${REST_SECONDS} * interval '1 second', false) as died_lately
     from work
     where organization_id = $1 and id = $2 and state = 'open' and next_at <= now()
       and (lease_until is null or lease_until < now()) for update skip locked`,
    [organizationId, workId],
  );
  if (!due) return null;
  if (due.claims >= SILENT_DEATHS) {
    await setAside(tx, organizationId, workId, 'work.no-outcome');
    return null;
  }
  if (due.claims === SILENT_DEATHS - 1 && due.died_lately) {
    await letRest(tx, organizationId, workId);
    return null;
  }
  const [row] = await changed(
    tx,
    `update work set epoch = epoch + 1, claims = claims + 1, lease_until = now() + $3 * interval '1 second'
     where organization_id = $1 and id = $2 returning epoch, failures`,
    [organizationId, workId, LEASE_SECONDS],
  );
  if (!row) return null;
  return { organizationId, workId, step: due.step, refId: due.ref_id, epoch: row.epoch, failures: row.failures };
}

/** @throws LeaseLost when the work has a newer holder */
export async function renewLease(tx: Tx, claim: Claim): Promise<void> {
  await asHolder(tx, claim, `lease_until = now() + ${LEASE_SECONDS} * interval '1 second'`);
}

/**
 * Marks the work done in the transaction that writes its result: result and mark count together or not at all.
 * @throws LeaseLost which rolls the result back
 */
export async function finishWork(tx: Tx, claim: Claim): Promise<void> {
  await asHolder(
    tx,
    claim,
    `state = 'done', done_at = now(), claims = 0, failures = 0, lease_until = null,
    last_problem = null, last_problem_at = null`,
  );
  faultPoint('finish.before-commit');
}

/**
 * Records a failure that another try may cure.
 * @param problem error code, then a blank and details for the operator if there are any
 * @throws LeaseLost
 */
export async function failWork(tx: Tx, claim: Claim, problem: string, draw: number = Math.random()): Promise<void> {
  await asHolder(
    tx,
    claim,
    `failures = failures + 1, claims = 0, lease_until = null,
     next_at = now() + $4 * interval '1 second', last_problem = $5, last_problem_at = now()`,
    [pauseSeconds(claim.failures, draw), problem],
  );
}

/** Sets work aside that no further try can cure; a person must look. @throws LeaseLost */
export async function quarantineWork(tx: Tx, claim: Claim, problem: string): Promise<void> {
  await asHolder(tx, claim, 'lease_until = null');
  await setAside(tx, claim.organizationId, claim.workId, problem);
}

/** Gives the work back as if it had not been claimed: the worker stops, or what it wanted has changed. @throws LeaseLost */
export async function releaseWork(tx: Tx, claim: Claim): Promise<void> {
  await asHolder(tx, claim, 'claims = greatest(claims - 1, 0), lease_until = null, next_at = greatest(next_at, now())');
}

interface WorkRow {
  readonly step: Step;
  readonly ref_id: string;
  readonly claims: number;
  readonly epoch: number;
  readonly failures: number;
  readonly died_lately: boolean;
}

async function letRest(tx: Tx, organizationId: OrganizationId, workId: string): Promise<void> {
  await changed(
    tx,
    `update work set next_at = lease_until + ${REST_SECONDS} * interval '1 second', last_problem = 'work.no-outcome',
       last_problem_at = now() where organization_id = $1 and id = $2 returning id`,
    [organizationId, workId],
  );
}

/** The fence: nothing changes unless this claim is still the newest. */
async function asHolder(tx: Tx, claim: Claim, assignments: string, values: readonly unknown[] = []): Promise<void> {
  const rows = await changed(
    tx,
    `update work set ${assignments} where organization_id = $1 and id = $2
     and (${isBroken('fence') ? '$3::int is not null' : `epoch = $3 and state = 'open'`}) returning id`,
    [claim.organizationId, claim.workId, claim.epoch, ...values],
  );
  if (rows.length !== 1) throw new LeaseLost(claim);
}

async function setAside(tx: Tx, organizationId: OrganizationId, workId: string, problem: string): Promise<void> {
  const [row] = await changed(
    tx,
    `update work set state = 'quarantined', lease_until = null, last_problem = $3, last_problem_at = now()
     where organization_id = $1 and id = $2 returning step, ref_id`,
    [organizationId, workId, problem],
  );
  if (row) await recordQuarantine(tx, row.step, row.ref_id);
}

/** TypeORM answers an UPDATE with rows and count. */
async function changed(tx: Tx, sql: string, values: readonly unknown[]): Promise<WorkRow[]> {
  const [rows] = await tx.query<[WorkRow[], number]>(sql, [...values]);
  return rows;
}
