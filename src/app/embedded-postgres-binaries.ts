import { cpSync, existsSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PACKAGES } from '../config/paths.js';
import { runAs, type Account } from './embedded-postgres-account.js';
import { SHARED_FOLDER, shareFolder } from './embedded-postgres-cluster.js';

/** Absolute paths of PostgreSQL's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/** The programs of this platform's package, or of a copy where the package cannot be completed or reached. */
export async function usableBinaries(dataDir: string, account: Account): Promise<Binaries> {
  const folder = packageFolder();
  const inPlace = programsIn(folder);
  if (linksAreComplete(folder) && (await works(inPlace, account))) return inPlace;

  const copy = await copyTo(account === null ? join(dataDir, 'programs') : SHARED_FOLDER, folder);
  const copied = programsIn(copy);
  if (await works(copied, account)) return copied;
  throw new Error(
    `PostgreSQL's programs do not run on this system (${folder}). They need glibc 2.27 or later, so not Alpine; ` +
      'use your own PostgreSQL by setting DATABASE_URL and DATABASE_OWNER_URL.',
  );
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(PACKAGES, '@embedded-postgres', `${platform}-${process.arch}`);
  if (existsSync(folder)) return folder;
  throw new Error(
    `There is no built-in PostgreSQL for ${platform}-${process.arch}, or it was left out of the installation. ` +
      'Run npm ci again, or set DATABASE_URL and DATABASE_OWNER_URL.',
  );
}

function programsIn(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(folder, 'native', 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** The package makes its library links in an install script, which we do not run. False when the folder is read-only. */
function linksAreComplete(folder: string): boolean {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]; // shape fixed by the package
  return links.every(({ source, target }) => linkIsThere(join(folder, source), join(folder, target)));
}

function linkIsThere(source: string, target: string): boolean {
  if (existsSync(target)) return true;
  try {
    symlinkSync(relative(dirname(target), source), target);
    return true;
  } catch {
    // another process may have made it meanwhile
    return existsSync(target);
  }
}

async function works({ initdb, pgCtl }: Binaries, account: Account): Promise<boolean> {
  try {
    await Promise.all([initdb, pgCtl].map((program) => runAs(account, program, ['--version'])));
    return true;
  } catch {
    return false;
  }
}

/** Whole or not at all, so that a killed copy is never used. */
async function copyTo(parent: string, folder: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }; // every package has one
  const copy = join(parent, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  if (parent === SHARED_FOLDER) shareFolder();
  const draft = `${copy}.${process.pid}`;
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  linksAreComplete(draft);
  // the package may have been installed under a strict umask
  if (parent === SHARED_FOLDER) await runAs(null, 'chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
