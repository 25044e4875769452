import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import type { DataSource } from 'typeorm';
import { startEmbeddedPostgres } from '../../src/app/embedded-postgres.js';
import { dataSourceFor } from '../../src/database/data-source.js';
import { prepareDatabase } from '../../src/database/prepare-database.js';
import { prepareQueueSchema } from '../../src/queues/prepare-queue-schema.js';
import { oneAtATime, runFolder } from './turnstile.js';

const TEMPLATE = 'prongsai_template';

/** A database of one spec file: migrated, empty, its own. */
export interface TestDatabase {
  readonly name: string;
  /** Least-privileged role, as the web process and the workers connect. */
  readonly appUrl: string;
  /** Owner of the tables. */
  readonly ownerUrl: string;
  /** Superuser in this database: sees through row-level security. */
  readonly superuserUrl: string;
  /** An open pool, as the application unless another URL is given; `close()` closes it. */
  dataSource(settings?: { url?: string; poolSize?: number; entities?: (new () => object)[] }): Promise<DataSource>;
  /** One statement as superuser. */
  look<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Drops the database. Call it in afterAll. */
  close(): Promise<void>;
}

/** Copies the migrated template: about 0.1 s in memory, 0.2 s on a disk. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `t_${randomBytes(6).toString('hex')}`;
  await oneAtATime('template', async () => {
    await migrateTemplate(server);
    await asSuperuser(server, `create database ${name} template ${TEMPLATE} strategy file_copy`); // not block by block
  });
  const { appUrl, ownerUrl } = await prepareDatabase(server, { database: name });
  return new OneDatabase(server, name, appUrl, ownerUrl);
}

/** Superuser URL of the run's one PostgreSQL server, which starts when the first spec file asks. */
export async function testServer(): Promise<string> {
  const note = join(runFolder(), 'server-url');
  await oneAtATime('server', async () => {
    if (existsSync(note)) return;
    // a killed process loses nothing with fsync off, and every test that commits is faster
    const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
    const { ownerUrl } = await startEmbeddedPostgres({ dataDir: runFolder(), settings });
    writeFileSync(note, ownerUrl);
  });
  return readFileSync(note, 'utf8');
}

class OneDatabase implements TestDatabase {
  private readonly sources: DataSource[] = [];
  readonly superuserUrl: string;

  constructor(
    private readonly server: string,
    readonly name: string,
    readonly appUrl: string,
    readonly ownerUrl: string,
  ) {
    this.superuserUrl = inDatabase(server, name);
  }

  async dataSource({
    url = this.appUrl,
    ...settings
  }: Parameters<TestDatabase['dataSource']>[0] = {}): Promise<DataSource> {
    const source = await dataSourceFor(url, settings).initialize();
    this.sources.push(source);
    return source;
  }

  look<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return asSuperuser<Row>(this.superuserUrl, sql, values);
  }

  async close(): Promise<void> {
    await Promise.all(this.sources.filter((source) => source.isInitialized).map((source) => source.destroy()));
    await this.untilLeft();
    await asSuperuser(this.server, `drop database if exists ${escapeIdentifier(this.name)} with (force)`);
  }

  /** A pool says that it has ended while its connections still close; one that is thrown out then is an unhandled error. */
  private async untilLeft(): Promise<void> {
    const others = 'select 1 from pg_stat_activity where datname = $1';
    for (let left = 100; left > 0; left -= 1) {
      if ((await asSuperuser(this.server, others, [this.name])).length === 0) return;
      await pause(20);
    }
  }
}

async function migrateTemplate(server: string): Promise<void> {
  const [{ ready } = { ready: false }] = await asSuperuser<{ ready: boolean }>(
    server,
    'select exists (select from pg_database where datname = $1) as ready',
    [TEMPLATE],
  );
  if (ready) return;
  const draft = await prepareDatabase(server, { database: `${TEMPLATE}_draft` });
  await prepareQueueSchema(draft.ownerUrl);
  await asSuperuser(server, `alter database ${TEMPLATE}_draft rename to ${TEMPLATE}`);
}

async function asSuperuser<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function inDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
