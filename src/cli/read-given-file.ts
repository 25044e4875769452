import { readFile, stat } from 'node:fs/promises';
import { DomainError } from '../core/errors.js';

/**
 * The bytes of a file, or of a pipe, that a command was given.
 * @throws DomainError input.file-not-found, input.is-a-folder, document.too-large (path, bytes)
 */
export async function readGivenFile(path: string, largestBytes: number): Promise<Buffer> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new DomainError('input.is-a-folder', { path });
  if (!found?.isFile() && !found?.isFIFO()) throw new DomainError('input.file-not-found', { path });
  if (found.size > largestBytes) throw new DomainError('document.too-large', { path, bytes: found.size });
  return readFile(path).catch(() => {
    throw new DomainError('input.file-not-found', { path });
  });
}
