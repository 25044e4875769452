import { requireCapacity, type ActorInHand } from '../../approvals/actor.js';
import { DomainError } from '../../core/errors.js';
import { isUuid, type OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { problemOf, type Problem } from '../../outbox/work.queries.js';

export type ImportState = 'waiting' | 'running' | 'done' | 'failed';

/** A long import, as somebody asked for it and as far as it is. */
export interface ImportRun {
  readonly id: string;
  readonly workId: string;
  readonly fiscalYear: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly closeSpaces: boolean;
  /** How many the file brings, and for how many of them it is settled that they will be there. */
  readonly measures: number;
  readonly settled: number;
  readonly askedById: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly doneAt: Date | null;
  /** Null until it is done, as the next. */
  readonly created: number | null;
  readonly alreadyThere: number | null;
  readonly state: ImportState;
  /** Why it failed, or why the last try did while the next one waits. */
  readonly problem: Problem | null;
}

type Row = Omit<ImportRun, 'problem'> & { readonly problem: string | null; readonly problemAt: Date | null };

const COLUMNS = `r.id, w.id as "workId", r.fiscal_year as "fiscalYear", r.file_name as "fileName",
  r.file_sha256 as "fileSha256", r.close_spaces as "closeSpaces", r.measures, r.settled, r.asked_by as "askedById",
  p.name as "askedBy", r.asked_at as "askedAt", r.started_at as "startedAt", r.done_at as "doneAt", r.created,
  r.already_there as "alreadyThere", w.last_problem as problem, w.last_problem_at as "problemAt",
  case when r.done_at is not null then 'done' when w.state = 'quarantined' then 'failed'
       when w.lease_until > now() and r.started_at is not null then 'running' else 'waiting' end as state`;
const FROM = `import_run r
  join person p on p.organization_id = r.organization_id and p.id = r.asked_by
  join work w on w.organization_id = r.organization_id and w.step = 'import.run' and w.ref_id = r.id`;

/** Newest first, for whoever may import and for administrators. @throws DomainError permission.denied */
export async function newestImports(
  tx: Tx,
  organizationId: OrganizationId,
  actor: ActorInHand,
  limit: number,
): Promise<ImportRun[]> {
  requireCapacity(actor, 'officer', 'administrator');
  const rows: Row[] = await tx.query(
    `select ${COLUMNS} from ${FROM} where r.organization_id = $1 order by r.asked_at desc, r.id desc limit $2`,
    [organizationId, limit],
  );
  return rows.map(read);
}

/** For whoever asked, whoever may import, and administrators. @throws DomainError import.run-not-found, permission.denied */
export async function importSeenBy(
  tx: Tx,
  organizationId: OrganizationId,
  actor: ActorInHand,
  runId: string,
): Promise<ImportRun> {
  const run = await importRunOf(tx, organizationId, runId);
  if (run.askedById !== actor.personId) requireCapacity(actor, 'officer', 'administrator');
  return run;
}

/** @throws DomainError import.run-not-found */
export async function importRunOf(tx: Tx, organizationId: OrganizationId, runId: string): Promise<ImportRun> {
  const rows: Row[] = isUuid(runId)
    ? await tx.query(`select ${COLUMNS} from ${FROM} where r.organization_id = $1 and r.id = $2`, [
        organizationId,
        runId,
      ])
    : [];
  if (!rows[0]) throw new DomainError('import.run-not-found', { runId });
  return read(rows[0]);
}

/** What was settled by a try that ended counts for nothing: all measures come, or none. */
const read = ({ problem, problemAt, settled, ...run }: Row): ImportRun => ({
  ...run,
  settled: run.state === 'running' || run.state === 'done' ? settled : 0,
  problem: problemOf(problem, problemAt),
});
