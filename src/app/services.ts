import type { Environment } from '../config/env.js';
import { prepareDatabase } from '../database/prepare-database.js';
import { prepareQueueSchema } from '../queues/prepare-queue-schema.js';
import { EmbeddedDatabase } from './own-database.js';
import { KeptProcess } from './process-child.js';

const CHILD_LIMIT_MS = 14_000;

/** What the services tell the terminal. */
export interface ServiceReports {
  readonly restarting: (name: string, seconds: number) => void;
  readonly databaseReturned: () => void;
}

/** Database, web process and worker process of one installation, all running. */
export interface Services {
  readonly appUrl: string;
  /** Where the web process answers. */
  readonly address: string;
  /** Web and worker first, the database last; within 25 s. */
  stop(): Promise<void>;
}

/** Another living process runs this installation already. */
export class AlreadyRunningError extends Error {}

/**
 * Starts everything that one machine needs. The database is embedded unless DATABASE_URL names one.
 * @param prepare runs when the database is migrated and before anybody can sign in
 * @param signal gives up when aborted, and stops what was started
 * @throws AlreadyRunningError; the signal's reason after an abort
 */
export async function startServices(
  environment: Environment,
  reports: ServiceReports,
  prepare: (appUrl: string) => Promise<void>,
  signal: AbortSignal = new AbortController().signal,
): Promise<Services> {
  const database = await databaseFor(environment, reports);
  const children: KeptProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop(CHILD_LIMIT_MS)));
    await database.close();
  };
  try {
    await prepare(database.appUrl);
    signal.throwIfAborted();
    const settings = { ...settingsOf(environment), DATABASE_URL: database.appUrl };
    children.push(...['web', 'worker'].map((name) => new KeptProcess(name, settings, reports.restarting)));
    await Promise.race([Promise.all(children.map((child) => child.start())), untilAborted(signal)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { appUrl: database.appUrl, address: `http://${environment.host}:${environment.port}`, stop };
}

async function databaseFor(
  environment: Environment,
  reports: ServiceReports,
): Promise<{ appUrl: string; close(): Promise<void> }> {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = environment;
  if (databaseUrl !== null) {
    if (databaseOwnerUrl !== null) await migrate(databaseUrl, databaseOwnerUrl);
    return { appUrl: databaseUrl, close: async () => undefined };
  }
  const database = await EmbeddedDatabase.open(dataFolder);
  // a command that is just ending may still hold it
  if (!(await database.superviseIfFree(5_000))) throw new AlreadyRunningError(dataFolder);
  database.keepRunning(reports.databaseReturned);
  return database;
}

/** Brings a database of the operator's up to date, with its administrator's connection. */
export async function migrate(databaseUrl: string, administratorUrl: string): Promise<void> {
  const { pathname, password } = new URL(databaseUrl);
  const { ownerUrl } = await prepareDatabase(administratorUrl, {
    database: decodeURIComponent(pathname.slice(1)),
    appPassword: decodeURIComponent(password),
  });
  await prepareQueueSchema(ownerUrl);
}

const settingsOf = ({ port, host, publicBaseUrl, dataFolder }: Environment): Record<string, string> => ({
  PORT: String(port),
  HOST: host,
  PUBLIC_BASE_URL: publicBaseUrl,
  PRONGSAI_DATA: dataFolder,
});

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_never, abort) => signal.addEventListener('abort', () => abort(signal.reason as Error), { once: true })); // ours
