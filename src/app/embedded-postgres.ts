import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { accountFor } from './embedded-postgres-account.js';
import { usableBinaries } from './embedded-postgres-binaries.js';
import { createCluster, homeOf, readHome } from './embedded-postgres-cluster.js';
import { adoptRunning, isRunning, startServer, stopServer } from './embedded-postgres-server.js';

/** A PostgreSQL of our own on the loopback interface. For trying the product out, not for production. */
export interface EmbeddedPostgres {
  /** Connects as superuser to the database `postgres`. */
  readonly ownerUrl: string;
  /** True when a server left over by a killed process was taken over instead of started. */
  readonly adopted: boolean;
  /** False after somebody else stopped or killed the server. */
  isRunning(): boolean;
  /** `fast` ends sessions and writes everything out; `immediate` is as abrupt as a power cut. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Absolute folder of the installation; made when absent. The database is in it or, for root, possibly elsewhere. */
  readonly dataDir: string;
  /** Server settings over ours, such as `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the database of `dataDir`, creating it on first use, or adopts it when it is still running. */
export async function startEmbeddedPostgres({
  dataDir,
  settings = {},
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true });
  const account = await accountFor(readHome(dataDir));
  const binaries = await usableBinaries(dataDir, account);
  const home = readHome(dataDir) ?? homeOf(dataDir, account, randomBytes(24).toString('base64url'));
  const tools = { binaries, account, home };

  await createCluster(tools);
  const adopted = await adoptRunning(tools);
  const port = adopted ?? (await startServer(tools, settings));
  return {
    ownerUrl: `postgres://postgres:${home.password}@127.0.0.1:${port}/postgres`,
    adopted: adopted !== null,
    isRunning: () => isRunning(home),
    stop: (mode = 'fast') => stopServer(tools, mode),
  };
}
