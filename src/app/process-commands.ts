import { databaseMissing } from '../../templates/console/starting.js';
import { readEnvironment, warningsFor, type Environment } from '../config/env.js';
import { liveUntilStopped, type Running } from './process-life.js';

/** `prongsai web`: one web process on the database of DATABASE_URL. */
export const webCommand = (): Promise<number> =>
  live(async (environment) => (await import('./run-web.js')).runWeb(environment));

/** `prongsai worker`: one worker process on the database of DATABASE_URL and the queue of QUEUE_URL. */
export const workerCommand = (): Promise<number> =>
  live(async (environment) => (await import('./run-worker.js')).runWorker(environment));

async function live(begin: (environment: Environment) => Promise<Running>): Promise<number> {
  const environment = readEnvironment();
  if (environment.databaseUrl === null) {
    process.stderr.write(`${databaseMissing()}\n`);
    return 1;
  }
  for (const warning of warningsFor(environment)) process.stderr.write(`${warning}\n`);
  return liveUntilStopped(() => begin(environment));
}
