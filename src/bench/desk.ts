import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../app/embedded-postgres.js';
import { startServices } from '../app/services.js';
import { readEnvironment } from '../config/env.js';
import { prepareDatabase } from '../database/prepare-database.js';
import { prepareQueueSchema } from '../queues/prepare-queue-schema.js';
import { seedOrganizations } from './desk-seed.js';
import { BenchExecutive, type DeskTimes } from './desk-users.js';
import { freePort } from './free-port.js';
import { quantile } from './quantile.js';

const ORGANIZATIONS = 100;
const USERS = 50;
const DECISIONS_EACH = 20;

interface Quantiles {
  readonly requests: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export interface DeskFigures {
  readonly organizations: number;
  readonly users: number;
  readonly seedSeconds: number;
  /** Rows by table before the users came. */
  readonly rows: Readonly<Record<string, number>>;
  readonly requestsPerSecond: number;
  readonly tasksPage: Quantiles;
  readonly itemPage: Quantiles;
  readonly decision: Quantiles;
}

/**
 * The whole product on this machine with a hundred organizations of ten years each: fifty executives look at their work,
 * open an item and approve it, all at the same time and without pausing. One web process, one worker process.
 */
export async function benchDesk(): Promise<DeskFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-desk-'));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  try {
    const { appUrl, ownerUrl } = await prepareDatabase(server.ownerUrl, { database: 'prongsai' });
    await prepareQueueSchema(ownerUrl);
    const superuserUrl = new URL('/prongsai', server.ownerUrl).href;
    const startedAt = performance.now();
    const organizations = await seedOrganizations(appUrl, superuserUrl, ORGANIZATIONS);
    const seedSeconds = Math.round((performance.now() - startedAt) / 1_000);
    const rows = await rowCounts(superuserUrl);
    const measured = await withWeb(appUrl, folder, async (address) => {
      const users = await Promise.all(
        organizations.slice(0, USERS).map((organization) => BenchExecutive.signedIn(address, organization)),
      );
      return measure(users);
    });
    return { organizations: ORGANIZATIONS, users: USERS, seedSeconds, rows, ...measured };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function withWeb<T>(appUrl: string, folder: string, work: (address: string) => Promise<T>): Promise<T> {
  const settings = { PORT: String(await freePort()), PRONGSAI_DATA: folder, DATABASE_URL: appUrl, LOG_LEVEL: 'error' };
  const reports = { restarting: (): void => undefined, databaseReturned: (): void => undefined };
  const services = await startServices(readEnvironment(settings), reports, async () => undefined);
  try {
    return await work(services.address);
  } finally {
    await services.stop();
  }
}

async function measure(
  users: readonly BenchExecutive[],
): Promise<Pick<DeskFigures, 'requestsPerSecond' | 'tasksPage' | 'itemPage' | 'decision'>> {
  const times: DeskTimes = { tasksPage: [], itemPage: [], decision: [] };
  const startedAt = performance.now();
  await Promise.all(users.map((user) => user.work(DECISIONS_EACH, times)));
  const seconds = (performance.now() - startedAt) / 1_000;
  const requests = times.tasksPage.length + times.itemPage.length + times.decision.length;
  return {
    requestsPerSecond: Math.round(requests / seconds),
    tasksPage: quantilesOf(times.tasksPage),
    itemPage: quantilesOf(times.itemPage),
    decision: quantilesOf(times.decision),
  };
}

const quantilesOf = (times: readonly number[]): Quantiles => ({
  requests: times.length,
  p50Ms: Math.round(quantile(times, 0.5)),
  p95Ms: Math.round(quantile(times, 0.95)),
  p99Ms: Math.round(quantile(times, 0.99)),
});

const COUNTED = ['measure', 'item_version', 'decision', 'asked_signature', 'notice', 'audit_event'] as const;

async function rowCounts(superuserUrl: string): Promise<Record<string, number>> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const counts: Record<string, number> = {};
    for (const table of COUNTED) {
      const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`);
      counts[table] = Number(rows[0]?.count);
    }
    return counts;
  } finally {
    await client.end();
  }
}
