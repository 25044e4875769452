import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataPaths } from '../../src/config/paths.js';
import type { Safeguard } from '../../src/database/sabotage.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { builtProgram } from '../editions/built-program.js';
import { HostileSite } from '../publishing/hostile-site.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { TestRedis } from '../support/redis.js';
import { findTool } from '../support/tools.js';
import { Seat } from './seat.js';

/** A private database, a Redis that keeps nothing, a site, and the application's own processes. */
export interface KillRig {
  readonly folder: string;
  readonly agency: TestAgency;
  readonly blobs: BlobStore;
  readonly site: HostileSite;
  readonly redis: TestRedis | null;
  readonly workers: readonly Seat[];
  close(): Promise<void>;
}

/** Resolves when every process works. @param broken taken out of the system under test */
export async function openRig(broken: Safeguard | null): Promise<KillRig> {
  await builtProgram();
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const agency = await testAgency();
  const blobs = new BlobStore(dataPaths(folder).blobs);
  const site = new HostileSite(agency, blobs);
  await site.listen();
  const redis = findTool('redis') ? await TestRedis.start() : null;
  const settings = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    DATABASE_URL: agency.database.appUrl,
    QUEUE_URL: redis?.url ?? '',
    PUBLIC_BASE_URL: site.url,
    PRONGSAI_DATA: folder,
    PRONGSAI_BREAK: broken ?? '',
  };
  const workers = [1, 2].map((each) => new Seat('worker', settings, join(folder, `worker-${each}.log`)));
  await Promise.all(workers.map((worker) => worker.start()));
  const close = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.remove()));
    await redis?.stop();
    await site.close();
    await agency.database.close();
    rmSync(folder, { recursive: true });
  };
  return { folder, agency, blobs, site, redis, workers, close };
}
