import { readEnvironment } from '../config/env.js';
import { migrate } from './services.js';

/**
 * `prongsai migrate`: creates or updates the database of DATABASE_URL through DATABASE_OWNER_URL, whose role must be
 * allowed to create roles and databases. The password in DATABASE_URL becomes the application role's.
 */
export async function migrateCommand(): Promise<number> {
  const { databaseUrl, databaseOwnerUrl } = readEnvironment();
  if (databaseUrl === null || databaseOwnerUrl === null) {
    process.stderr.write('DATABASE_URL and DATABASE_OWNER_URL are both needed\n');
    return 1;
  }
  await migrate(databaseUrl, databaseOwnerUrl);
  process.stdout.write('the database is up to date\n');
  return 0;
}
