import { actorToday, type ActorInHand } from '../../approvals/actor.js';
import { DomainError } from '../../core/errors.js';
import { faultPoint } from '../../database/fault-point.js';
import type { Tx, UnitOfWork } from '../../database/unit-of-work.js';
import { importMeasures, type ImportOutcome } from '../../measures/import-measures.js';
import { PersonRow } from '../../organizations/organization.entities.js';
import { divisionsOf } from '../../organizations/organizations.queries.js';
import { finishWork, renewLease, type Claim } from '../../outbox/claims.js';
import type { BlobStore } from '../../storage/blob-store.js';
import type { ImportedPlan } from '../imported-plan.js';
import { readPlan } from '../read-plan.js';
import { importRunOf, type ImportRun } from './import-run.queries.js';

/** Carries out the long imports that people asked for. */
export class ImportRunning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * Step import.run: all measures of the file, or none. Safe to run twice: what an earlier import brought is found again. How far it is
   * is written beside the one transaction of the drafts, where readers see it at once.
   * @throws DomainError import.asker-may-not when the person who asked may not import any more, import.*, input.*
   */
  async run(claim: Claim, signal: AbortSignal): Promise<void> {
    const { organizationId, refId } = claim;
    const run = await this.inTenant(claim, (tx) => importRunOf(tx, organizationId, refId));
    if (run.doneAt !== null) return this.inTenant(claim, (tx) => finishWork(tx, claim));
    const { fiscalYear } = run;
    const { measures } = await this.planOf(claim, run);
    await this.tell(claim, `measures = $3, settled = 0, started_at = coalesce(started_at, now())`, measures.length);
    await this.inTenant(claim, async (tx) => {
      const actor = await whoAsked(tx, claim, run);
      const told = async (settled: number): Promise<void> => {
        signal.throwIfAborted();
        await this.tell(claim, 'settled = $3', settled);
        faultPoint('import.portion');
      };
      const outcome = await importMeasures(tx, { organizationId, actor, fiscalYear, measures, told });
      await finishWork(tx, claim);
      await recordOutcome(tx, claim, outcome);
    });
  }

  private async planOf(claim: Claim, run: ImportRun): Promise<ImportedPlan> {
    const divisions = await this.inTenant(claim, async (tx) => {
      await whoAsked(tx, claim, run);
      return divisionsOf(tx, claim.organizationId);
    });
    const { fiscalYear, closeSpaces, fileName: name, fileSha256 } = run;
    const known = divisions.map((division) => ({ id: division.id, name: division.name }));
    return readPlan({ name, bytes: await this.blobs.get(fileSha256) }, { fiscalYear, closeSpaces, divisions: known });
  }

  /** Only the holder of the work tells how far it is. @throws LeaseLost */
  private tell(claim: Claim, assignments: string, count: number): Promise<void> {
    return this.inTenant(claim, async (tx) => {
      await renewLease(tx, claim);
      await tx.query(`update import_run set ${assignments} where organization_id = $1 and id = $2`, [
        claim.organizationId,
        claim.refId,
        count,
      ]);
    });
  }

  private inTenant<T>({ organizationId }: Claim, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.inTenant(organizationId, work);
  }
}

/** The person who asked, as they are now: rights that ended since then do not import. @throws DomainError import.asker-may-not */
async function whoAsked(tx: Tx, { organizationId }: Claim, { askedById }: ImportRun): Promise<ActorInHand> {
  const person = await tx.findOneBy(PersonRow, { organizationId, id: askedById });
  const actor = person?.closedAt === null ? await actorToday(tx, organizationId, askedById).catch(nobody) : null;
  if (!actor?.capacities.includes('officer')) throw new DomainError('import.asker-may-not', { personId: askedById });
  return actor;
}

function nobody(error: unknown): null {
  if (error instanceof DomainError && error.code === 'permission.denied') return null; // holds no post today
  throw error;
}

async function recordOutcome(tx: Tx, claim: Claim, { created, alreadyThere }: ImportOutcome): Promise<void> {
  await tx.query(
    `update import_run set done_at = now(), settled = measures, created = $3, already_there = $4
     where organization_id = $1 and id = $2`,
    [claim.organizationId, claim.refId, created.length, alreadyThere.length],
  );
}
