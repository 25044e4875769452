import { organizationId } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { standingEditions } from '../editions/standing-editions.queries.js';
import { appendWork } from '../outbox/append-work.js';
import { stuckWork } from '../outbox/work.queries.js';
import { ownSecondOf } from '../publishing/patrol-times.js';
import { standingPublications } from '../publishing/standing-publications.queries.js';
import type { Report } from './step-processor.js';

/**
 * Goes through all organizations: what stands with nobody going to move it is asked for again, what is stuck is named
 * in the log. Nothing gives up silently.
 * @returns how many pieces of work were asked for again
 */
export async function sweep(unitOfWork: UnitOfWork, report: Report, signal: AbortSignal): Promise<number> {
  const tenants = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ organization_id: string }[]>('select organization_id from tenant_directory'),
  );
  let appended = 0;
  for (const { organization_id } of tenants) {
    if (signal.aborted) break;
    appended += await sweepOne(unitOfWork, organization_id, report);
  }
  return appended;
}

async function sweepOne(unitOfWork: UnitOfWork, tenant: string, report: Report): Promise<number> {
  const id = organizationId(tenant);
  const { again, stuck } = await unitOfWork.inTenant(id, async (tx) => {
    const editions = await standingEditions(tx, id);
    const publications = await standingPublications(tx, id);
    for (const { editionId, step } of editions) await appendWork(tx, id, step, editionId);
    for (const { publicationId, step } of publications) {
      const after = step === 'publication.patrol' ? ownSecondOf(publicationId) : 0; // settled before there was a patrol
      await appendWork(tx, id, step, publicationId, { after });
    }
    return { again: editions.length + publications.length, stuck: await stuckWork(tx, id) };
  });
  if (again > 0) report('work was missing and was asked for again', { organization: tenant, count: again });
  for (const { workId, step, isSetAside, problem } of stuck) {
    report('work is stuck', { organization: tenant, work: workId, step, isSetAside, problem: problem?.code ?? null });
  }
  return again;
}
