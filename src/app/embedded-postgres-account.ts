import { execFile, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { promisify } from 'node:util';
import { environmentOfTools } from '../config/env.js';
import type { Home } from './embedded-postgres-cluster.js';

const run = promisify(execFile);

/** Whom the server runs as. Null: whoever runs this program. PostgreSQL refuses root, so root lends it to somebody else. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** The owner of an existing cluster, otherwise `nobody`; ordinary users keep their own account. */
export async function accountFor(home: Home | null): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  if (home !== null) {
    const { uid, gid } = statSync(home.folder);
    if (uid !== 0) return { uid, gid };
  }
  return { uid: await numberOf('-u'), gid: await numberOf('-g') };
}

/** Whether that account can reach what is in the folder: modes, ACLs and mounts are all judged by trying. */
export function canReach(account: Account, folder: string): boolean {
  if (account === null) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { cwd: '/', ...account });
  return status === 0;
}

/** Runs one of PostgreSQL's own programs to its end; rejects with what it printed. */
export async function runAs(account: Account, program: string, args: readonly string[]): Promise<void> {
  await run(program, args, { cwd: '/', env: environmentOfTools(), windowsHide: true, ...account });
}

async function numberOf(flag: '-u' | '-g'): Promise<number> {
  const { stdout } = await run('id', [flag, 'nobody']);
  // macOS prints -2 for what the kernel calls 4294967294
  return Number(stdout) >>> 0;
}
