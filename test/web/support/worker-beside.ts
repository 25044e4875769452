import { readEnvironment } from '../../../src/config/env.js';
import type { Running } from '../../../src/app/process-life.js';
import { runWorker } from '../../../src/app/run-worker.js';
import { builtPrintingChild } from '../../editions/built-program.js';
import type { RunningWeb } from './running-web.js';

/** The real worker on the database and the files of a running web: prints in child processes, seals, publishes. */
export async function workerBeside({ agency, address, folder }: RunningWeb): Promise<Running> {
  await builtPrintingChild();
  return runWorker(
    readEnvironment({
      NODE_ENV: 'test',
      DATABASE_URL: agency.database.appUrl,
      PUBLIC_BASE_URL: address,
      PRONGSAI_DATA: folder,
      LOG_LEVEL: 'silent',
    }),
  );
}
