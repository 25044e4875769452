import type { Environment } from '../config/env.js';
import { prepareDatabase } from '../database/prepare-database.js';
import { prepareQueueSchema } from '../queues/prepare-queue-schema.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { oneStarter } from './start-lock.js';
import { claimSupervision, type Supervision } from './supervision.js';

const DATABASE = 'prongsai';
const WATCH_MS = 1_000;

/** The product's database, migrated, whoever runs the server. */
export interface OwnDatabase {
  readonly appUrl: string;
  /** Null when the settings name a database but not its owner. */
  readonly ownerUrl: string | null;
  /** Stops the server when it is an embedded one that this process started. */
  close(): Promise<void>;
}

/** The database of DATABASE_URL, or the embedded one of the data folder, started or found running. */
export async function openOwnDatabase(environment: Environment): Promise<OwnDatabase> {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = environment;
  if (databaseUrl !== null) return { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl, close: async () => undefined };
  const embedded = await EmbeddedDatabase.open(dataFolder);
  await embedded.superviseIfFree(0);
  return embedded;
}

/** PostgreSQL on this machine, watched while this process supervises it. */
export class EmbeddedDatabase implements OwnDatabase {
  private supervision: Supervision | null = null;
  private watch: NodeJS.Timeout | null = null;

  private constructor(
    private readonly dataFolder: string,
    private server: EmbeddedPostgres,
    readonly appUrl: string,
    readonly ownerUrl: string,
  ) {}

  static open(dataFolder: string): Promise<EmbeddedDatabase> {
    return oneStarter(dataFolder, async () => {
      const server = await startEmbeddedPostgres({ dataDir: dataFolder });
      try {
        const { appUrl, ownerUrl } = await prepareDatabase(server.ownerUrl, { database: DATABASE });
        await prepareQueueSchema(ownerUrl);
        return new EmbeddedDatabase(dataFolder, server, appUrl, ownerUrl);
      } catch (error) {
        if (!server.adopted) await server.stop();
        throw error;
      }
    });
  }

  /** False when another living process supervises this server; then `close()` leaves it running. */
  async superviseIfFree(patienceMs: number): Promise<boolean> {
    this.supervision = await claimSupervision(this.server.ownerUrl, patienceMs);
    return this.supervision !== null;
  }

  /** From now on a server that ends by itself is started again, on the same port. */
  keepRunning(report: () => void): void {
    this.watch = setInterval(() => {
      if (!this.server.isRunning()) void this.startAgain(report);
    }, WATCH_MS);
  }

  async close(): Promise<void> {
    if (this.watch) clearInterval(this.watch);
    if (this.supervision === null) return;
    await this.supervision.release();
    await this.server.stop();
  }

  private startingAgain = false;

  private async startAgain(report: () => void): Promise<void> {
    if (this.startingAgain) return;
    this.startingAgain = true;
    try {
      this.server = await oneStarter(this.dataFolder, () => startEmbeddedPostgres({ dataDir: this.dataFolder }));
      this.supervision = await claimSupervision(this.server.ownerUrl, 0);
      report();
    } catch {
      // the watch tries again
    } finally {
      this.startingAgain = false;
    }
  }
}
