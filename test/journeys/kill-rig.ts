import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataPaths } from '../../src/config/paths.js';
import type { Safeguard } from '../../src/database/sabotage.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { builtProgram } from '../editions/built-program.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import type { TestDatabase } from '../support/database.js';
import { freePort } from '../support/free-port.js';
import { TestRedis } from '../support/redis.js';
import type { Draw } from './kill-faults.js';
import { Seat } from './seat.js';
import { Witness } from './witness.js';

/** A private database, a Redis that keeps nothing, a network, and the application's own processes. */
export interface KillRig {
  readonly folder: string;
  readonly agency: TestAgency;
  readonly blobs: BlobStore;
  readonly site: Witness;
  readonly redis: TestRedis | null;
  readonly web: Seat;
  /** Where the web process itself answers; the public address leads through the witness. */
  readonly webUrl: string;
  readonly workers: readonly Seat[];
  close(): Promise<void>;
}

/** Every row of the crash table (RELIABILITY 4.8) at which a worker dies of itself, besides being killed at any moment. */
const CRASHES = [
  'dispatch.after-commit:0.02',
  'claim.after-commit:0.05',
  'render.after-storing:0.1',
  'seal.after-storing:0.1',
  'publish.after-put:0.1',
  'publish.after-verify:0.1',
  'finish.before-commit:0.05',
  'commit.after:0.005',
];
/** The worst moment to fall asleep: the file was seen, and that was not yet written down. */
const SLEEPS = ['publish.after-verify:0.5:freeze'];
/** The decision is committed and the answer never sent; or it was all but committed. */
const LOST_REPLIES = ['commit.after:0.004', 'commit.before:0.004'];
/** In a system under sabotage it sleeps until others did its work, and wakes to do it again. */
const LONGEST_SLEEP_MS = 90_000;
/** Work of a sleeper is given to others after 20 to 30 s; after 30 s without its database a worker ends when it wakes. */
const SLEEP_MS = { shortest: 24_000, longest: 42_000 };

export interface RigPlan {
  /** Taken out of the system under test. */
  readonly broken: Safeguard | null;
  readonly queue: 'redis' | 'postgresql';
}

/** Resolves when every process works. */
export async function openRig({ broken, queue }: RigPlan, draw: Draw): Promise<KillRig> {
  await builtProgram();
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const agency = await testAgency();
  const blobs = new BlobStore(dataPaths(folder).blobs);
  const port = await freePort();
  const site = await Witness.before(port);
  const redis = queue === 'redis' ? await TestRedis.start() : null;
  const settings = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    DATABASE_URL: agency.database.appUrl,
    QUEUE_URL: redis?.url ?? '',
    PUBLIC_BASE_URL: site.url,
    PRONGSAI_DATA: folder,
    PORT: String(port),
    PRONGSAI_BREAK: broken ?? '',
  };
  const alarm = (died: AbortSignal): Promise<unknown> =>
    broken
      ? untilOthersDidIt(agency.database, died)
      : rest(SLEEP_MS.shortest + draw() * (SLEEP_MS.longest - SLEEP_MS.shortest), died);
  const workers = [1, 2].map((n) => new Seat('worker', settings, join(folder, `worker-${n}.log`), alarm));
  if (!broken) workers[0]?.stumbleAt(CRASHES);
  workers[1]?.stumbleAt(SLEEPS);
  const web = new Seat('web', settings, join(folder, 'web.log'));
  if (!broken) web.stumbleAt(LOST_REPLIES);
  await Promise.all([web, ...workers].map((seat) => seat.start()));
  const close = async (): Promise<void> => {
    await Promise.all([web, ...workers].map((seat) => seat.remove()));
    await redis?.stop();
    await site.close();
    await agency.database.close();
    rmSync(folder, { recursive: true });
  };
  const webUrl = `http://127.0.0.1:${port}`;
  return { folder, agency, blobs, site, redis, web, webUrl, workers, close };
}

/** Waits for whatever was being sent when the sleeper fell asleep: its own work is among it. */
async function untilOthersDidIt(database: TestDatabase, died: AbortSignal): Promise<void> {
  const held = await database.look<{ id: string }>(
    `select id from work where step = 'publication.send' and state = 'open' and lease_until is not null`,
  );
  const ids = held.map(({ id }) => id);
  for (const end = Date.now() + LONGEST_SLEEP_MS; Date.now() < end && !died.aborted; await rest(500, died)) {
    const open = await database.look(`select 1 from work where id = any($1) and state = 'open'`, [ids]);
    if (open.length === 0) return;
  }
}

const rest = (ms: number, cutShort: AbortSignal): Promise<void> =>
  pause(ms, undefined, { ref: false, signal: cutShort }).catch(() => undefined);
