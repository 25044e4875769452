import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '../core/errors.js';

/**
 * Writes what a command was asked for, whole or not at all: a full disk leaves the file that was there before.
 * @throws DomainError input.output-not-written (path, cause)
 */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const isPlain = await stat(target).then(
    (found) => found.isFile(),
    () => true,
  );
  try {
    if (isPlain) await writeBeside(target, bytes);
    else await writeFile(target, bytes); // a pipe or a device; a folder refuses by itself
  } catch (error) {
    const { code: cause } = error as NodeJS.ErrnoException; // as the file system throws it
    throw new DomainError('input.output-not-written', { path, cause });
  }
}

async function writeBeside(target: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(target), `.prongsai-${process.pid}.part`);
  try {
    await writeFile(beside, bytes);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
