import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { canReach, runAs, type Account } from './embedded-postgres-account.js';
import type { Binaries } from './embedded-postgres-binaries.js';

/** Where root puts what `nobody` has to reach when the installation is in a private folder. */
export const SHARED_FOLDER = '/var/lib/prongsai';

/** Where one installation's cluster lives, and the superuser's password. */
export interface Home {
  /** Absolute, owned by the account that runs the server. */
  readonly folder: string;
  readonly password: string;
}

export interface Tools {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly home: Home;
}

export const clusterOf = (home: Home): string => join(home.folder, 'cluster');
export const logOf = (home: Home): string => join(home.folder, 'server.log');

/** What an earlier start wrote down, or null before the first. */
export function readHome(dataDir: string): Home | null {
  const file = noteIn(dataDir);
  if (!existsSync(file)) return null;
  const note = JSON.parse(readFileSync(file, 'utf8')) as Home; // written by homeOf()
  const folder = resolve(dataDir, note.folder);
  if (existsSync(folder)) return { ...note, folder };
  throw new Error(
    `The database folder ${folder} is gone. Restore it from a backup, or delete ${dataDir} to begin anew.`,
  );
}

/** Chooses a home for a new cluster and writes it down, readable by us alone. */
export function homeOf(dataDir: string, account: Account, password: string): Home {
  const inside = join(dataDir, 'postgres');
  const folder = canBeOpened(dataDir, account) ? inside : join(SHARED_FOLDER, `data-${randomUUID()}`);
  if (folder !== inside) shareFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account !== null) chownSync(folder, account.uid, account.gid);

  const place = folder === inside ? relative(dataDir, folder) : folder;
  const draft = `${noteIn(dataDir)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ folder: place, password }), { mode: 0o600 });
  renameSync(draft, noteIn(dataDir));
  return { folder: isAbsolute(place) ? place : inside, password };
}

/** Root's own data folder may be passed through, not read; what is above it stays as it is. */
function canBeOpened(dataDir: string, account: Account): boolean {
  if (canReach(account, dataDir)) return true;
  const { mode } = statSync(dataDir);
  chmodSync(dataDir, mode | 0o011);
  if (canReach(account, dataDir)) return true;
  chmodSync(dataDir, mode);
  return false;
}

/** Makes the shared folder, open to everybody whatever root's umask is. */
export function shareFolder(): void {
  mkdirSync(SHARED_FOLDER, { recursive: true });
  chmodSync(SHARED_FOLDER, 0o755);
}

/** Makes the cluster unless it exists. A killed initdb leaves only a draft, which the next start replaces. */
export async function createCluster({ binaries, account, home }: Tools): Promise<void> {
  const cluster = clusterOf(home);
  if (existsSync(cluster)) return;
  const draft = `${cluster}.new`;
  const passwordFile = join(home.folder, 'initdb-password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, home.password, { mode: 0o600 });
  if (account !== null) chownSync(passwordFile, account.uid, account.gid);
  try {
    await runAs(account, binaries.initdb, [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...localeFlags(),
      '--data-checksums',
      '--no-instructions',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster);
}

/** ICU sorts Thai; the C.UTF-8 underneath is what lets pg_trgm see Thai letters at all. macOS and Windows lack it. */
function localeFlags(): string[] {
  const locale = { darwin: 'en_US.UTF-8', win32: 'en-US' }[process.platform as string] ?? 'C.UTF-8'; // other names fall through
  return ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=th-TH'];
}

const noteIn = (dataDir: string): string => join(dataDir, 'postgres.json');
