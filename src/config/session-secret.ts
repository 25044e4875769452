import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './env.js';
import { dataPaths } from './paths.js';

/** The configured secret, or one that is made on first use and kept in the data folder (mode 0600). */
export function sessionSecret(environment: Pick<Environment, 'sessionSecret' | 'dataFolder'>): string {
  if (environment.sessionSecret !== null) return environment.sessionSecret;
  const { secrets } = dataPaths(environment.dataFolder);
  const file = join(secrets, 'session-secret');
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeOnce(file, randomBytes(32).toString('hex'));
  return readFileSync(file, 'utf8');
}

/** Of several processes starting at once one wins, and none ever reads half a secret. */
function writeOnce(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}
