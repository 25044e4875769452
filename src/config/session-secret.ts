import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './env.js';
import { dataPaths } from './paths.js';
import { writeSecretOnce } from './secret-file.js';

/** The configured secret, or one that is made on first use and kept in the data folder (mode 0600). */
export function sessionSecret(environment: Pick<Environment, 'sessionSecret' | 'dataFolder'>): string {
  if (environment.sessionSecret !== null) return environment.sessionSecret;
  const file = join(dataPaths(environment.dataFolder).secrets, 'session-secret');
  if (!existsSync(file)) writeSecretOnce(file, randomBytes(32).toString('hex'));
  return readFileSync(file, 'utf8');
}
