import { Client } from 'pg';
import { dataSourceFor } from './data-source.js';

const MIGRATION_LOCK = 7_046_002;

/** Applies what is missing. Two starters take turns: TypeORM itself has no lock around migrations. */
export async function runMigrations(ownerUrl: string): Promise<void> {
  const turnstile = new Client({ connectionString: ownerUrl });
  await turnstile.connect();
  try {
    await turnstile.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = await dataSourceFor(ownerUrl, { poolSize: 1 }).initialize();
    try {
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await turnstile.end();
  }
}
