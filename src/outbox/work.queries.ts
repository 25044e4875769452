import type { EntityManager } from 'typeorm';
import type { OrganizationId } from '../database/tenant.js';
import type { Step } from './steps.js';

/** What keeps a piece of work from being done, as shown to people. */
export interface Problem {
  /** An error code; its sentence is in the templates. */
  readonly code: string;
  /** For the operator; may be empty. */
  readonly detail: string;
  readonly at: Date;
}

export interface UndoneWork {
  readonly workId: string;
  readonly step: Step;
  readonly refId: string;
  readonly since: Date;
  /** True: no further try is made until a person asks for it. */
  readonly isSetAside: boolean;
  readonly isRunning: boolean;
  readonly failures: number;
  readonly nextTryAt: Date;
  readonly problem: Problem | null;
}

/** Tomorrow's look of the patrol is no work undone. */
const UNDONE = `select id, step, ref_id, created_at, state, failures, next_at, last_problem, last_problem_at,
    coalesce(lease_until > now(), false) as is_running
  from work where organization_id = $1 and state <> 'done'
    and (step <> 'publication.patrol' or state = 'quarantined' or last_problem is not null or next_at < now())`;

/** Everything undone of one organization, set aside first, then oldest first. */
export async function undoneWork(tx: EntityManager, organizationId: OrganizationId): Promise<UndoneWork[]> {
  const rows = await tx.query<UndoneRow[]>(`${UNDONE} order by state = 'open', created_at, id`, [organizationId]);
  return rows.map(asUndoneWork);
}

/** What a person should look at: set aside, failing, or standing for two minutes since it was due. */
export async function stuckWork(tx: EntityManager, organizationId: OrganizationId): Promise<UndoneWork[]> {
  const rows = await tx.query<UndoneRow[]>(
    `${UNDONE} and (state = 'quarantined' or last_problem is not null or next_at < now() - interval '2 minutes')
     order by state = 'open', created_at, id`,
    [organizationId],
  );
  return rows.map(asUndoneWork);
}

export interface UndoneRow {
  readonly id: string;
  readonly step: Step;
  readonly ref_id: string;
  readonly created_at: Date;
  readonly state: string;
  readonly failures: number;
  readonly next_at: Date;
  readonly last_problem: string | null;
  readonly last_problem_at: Date | null;
  readonly is_running: boolean;
}

function asUndoneWork(row: UndoneRow): UndoneWork {
  return {
    workId: row.id,
    step: row.step,
    refId: row.ref_id,
    since: row.created_at,
    isSetAside: row.state === 'quarantined',
    isRunning: row.is_running,
    failures: row.failures,
    nextTryAt: row.next_at,
    problem: problemOf(row.last_problem, row.last_problem_at),
  };
}

/** Problems are stored as "code details…". */
export function problemOf(text: string | null, at: Date | null): Problem | null {
  if (text === null || at === null) return null;
  const [code = '', ...detail] = text.split(' ');
  return { code, detail: detail.join(' '), at };
}
