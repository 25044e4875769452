import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoCast } from '../app/demo-cast.js';
import { seedDemo } from '../app/demo-organization.js';
import { startServices } from '../app/services.js';
import { withUnitOfWork } from '../app/with-database.js';
import { readEnvironment } from '../config/env.js';
import { freePort } from './free-port.js';
import { benchDocuments, type DocumentFigures } from './work-documents.js';
import { benchMeasures, type MeasureFigures } from './work-measures.js';

const SLUG = 'bench';

export interface WorkFigures {
  readonly approval: MeasureFigures;
  readonly publication: DocumentFigures;
}

/**
 * The whole product on this machine: embedded PostgreSQL with full durability, one web process, one worker process with
 * two printing processes. About a minute.
 */
export async function benchWork(): Promise<WorkFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-work-'));
  const port = String(await freePort());
  const environment = readEnvironment({ PORT: port, PRONGSAI_DATA: folder, LOG_LEVEL: 'error' });
  const reports = { restarting: (): void => undefined, databaseReturned: (): void => undefined };
  const services = await startServices(environment, reports, (url) =>
    withUnitOfWork(url, async (unitOfWork) => void (await seedDemo(unitOfWork, SLUG))),
  );
  try {
    return await withUnitOfWork(services.appUrl, async (unitOfWork) => {
      const cast = await DemoCast.of(unitOfWork, await seedDemo(unitOfWork, SLUG));
      return { approval: await benchMeasures(cast), publication: await benchDocuments(cast) };
    });
  } finally {
    await services.stop();
    await rm(folder, { recursive: true });
  }
}
