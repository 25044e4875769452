import { createHmac } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { runMigrations } from './run-migrations.js';

export interface PreparedDatabase {
  /** Runs as the role that owns the tables; for migrations only. */
  readonly ownerUrl: string;
  /** Runs as the least-privileged role; for the web process and the workers. */
  readonly appUrl: string;
}

const ROLES = ['prongsai_owner', 'prongsai_app', 'prongsai_audit', 'prongsai_dispatch', 'prongsai_lookup'] as const;
/** Roles belong to the whole server, so one lock for all databases on it. */
const ROLE_LOCK = 7_046_001;

/**
 * Creates what is missing (roles, database, tables) and brings the tables up to date. Safe to run twice and at once.
 * @param adminUrl connection of a role that may create roles and databases
 * @param appPassword password of prongsai_app; derived from the administrator's own when absent
 */
export async function prepareDatabase(
  adminUrl: string,
  { database, appPassword = derivedPassword(adminUrl) }: { database: string; appPassword?: string },
): Promise<PreparedDatabase> {
  await withClient(adminUrl, async (admin) => {
    await createRoles(admin, appPassword);
    await createDatabase(admin, database);
  });
  const inDatabase = urlWith(adminUrl, (url) => (url.pathname = `/${database}`));
  await withClient(inDatabase, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [ROLE_LOCK]); // two starters would change the same catalogue rows
    await admin.query(`alter schema public owner to prongsai_owner`);
    // BullMQ's own migrations say "create schema if not exists", which asks for this even when it exists
    await admin.query(`grant create on database ${escapeIdentifier(database)} to prongsai_owner`);
    await admin.query(`create schema if not exists bullmq authorization prongsai_owner`);
    await admin.query(`grant usage, create on schema bullmq to prongsai_app`);
  });
  const ownerUrl = urlWith(inDatabase, (url) => url.searchParams.set('options', '-c role=prongsai_owner'));
  await runMigrations(ownerUrl);
  const appUrl = urlWith(inDatabase, (url) => {
    url.username = 'prongsai_app';
    url.password = encodeURIComponent(appPassword);
  });
  return { ownerUrl, appUrl };
}

async function createRoles(admin: Client, appPassword: string): Promise<void> {
  await admin.query('begin');
  await admin.query('select pg_advisory_xact_lock($1)', [ROLE_LOCK]);
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles where rolname = any ($1)', [
    ROLES,
  ]);
  const existing = new Set(rows.map((row) => row.rolname));
  for (const role of ROLES) {
    if (!existing.has(role)) await admin.query(`create role ${role} nologin nosuperuser nobypassrls noinherit`);
  }
  await admin.query(`alter role prongsai_app login password ${escapeLiteral(appPassword)}`);
  await admin.query('grant prongsai_audit, prongsai_dispatch, prongsai_lookup to prongsai_owner');
  await admin.query('commit');
}

async function createDatabase(admin: Client, database: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount) return;
  await admin.query(`create database ${escapeIdentifier(database)}`).catch((error: { code?: string }) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error; // somebody else created it meanwhile
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const derivedPassword = (adminUrl: string): string =>
  createHmac('sha256', decodeURIComponent(new URL(adminUrl).password))
    .update('prongsai_app')
    .digest('base64url');

function urlWith(text: string, change: (url: URL) => void): string {
  const url = new URL(text);
  change(url);
  return url.href;
}
