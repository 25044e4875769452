import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../config/paths.js';

/** `prongsai version`: as package.json says. */
export function versionCommand(): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }; // our own
  process.stdout.write(`${version}\n`);
  return Promise.resolve(0);
}
