import { writeFile } from 'node:fs/promises';
import { DomainError } from '../core/errors.js';

/** Writes what a command was asked for. @throws DomainError input.output-not-written (path, cause) */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes).catch((error: unknown) => {
    const { code: cause } = error as NodeJS.ErrnoException; // as the file system throws it
    throw new DomainError('input.output-not-written', { path, cause });
  });
}
