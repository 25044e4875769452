import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { DomainError } from '../core/errors.js';

const TEMPORARY = '.incoming-';
const HOUR_MS = 3_600_000;

/**
 * Files named by their content: `<folder>/ab/ab12…` for the SHA-256 `ab12…`. A name is written once and never again.
 * `put` returns only when bytes and name are on the disk, so a row that mentions the hash may be committed afterwards.
 */
export class BlobStore {
  constructor(private readonly folder: string) {}

  /**
   * Stores the bytes and returns their SHA-256, 64 lower-case hex digits. Storing the same bytes again changes nothing.
   * @throws DomainError edition.bytes-differ when the name is already taken by other bytes: the disk has lied, ring the alarm
   */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Of(bytes);
    const path = this.pathOf(sha256);
    await this.makeShard(dirname(path));
    if (!(await exists(path))) await writeOnce(path, bytes);
    await assertHolds(path, sha256);
    await syncFolder(dirname(path));
    return sha256;
  }

  /**
   * The bytes of that hash, compared with it on every read.
   * @throws DomainError edition.bytes-missing; edition.bytes-differ when the file no longer has its hash
   */
  async get(sha256: string): Promise<Uint8Array> {
    const path = this.pathOf(sha256);
    const bytes = await readFile(path).catch((error: unknown) => {
      if (isFileError(error, 'ENOENT')) throw new DomainError('edition.bytes-missing', { sha256 });
      throw error;
    });
    if (sha256Of(bytes) !== sha256) throw new DomainError('edition.bytes-differ', { sha256 });
    return bytes;
  }

  async has(sha256: string): Promise<boolean> {
    return exists(this.pathOf(sha256));
  }

  /** Removes what crashed writers left behind more than an hour before `now` (milliseconds) and returns how many files that were. */
  async sweep(now: number = Date.now()): Promise<number> {
    let removed = 0;
    for (const shard of await namesIn(this.folder)) {
      for (const name of await namesIn(join(this.folder, shard))) {
        const path = join(this.folder, shard, name);
        if (!name.startsWith(TEMPORARY) || now - (await modifiedAt(path)) <= HOUR_MS) continue;
        await rm(path, { force: true });
        removed += 1;
      }
    }
    return removed;
  }

  /** Two letters of the hash make the sub-folder: a million editions are then about 4,000 names each. */
  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a stored file is named by 64 lower-case hex digits');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  private async makeShard(shard: string): Promise<void> {
    const firstCreated = await mkdir(shard, { recursive: true });
    if (firstCreated === undefined) return;
    await syncFolder(this.folder);
    await syncFolder(dirname(this.folder));
  }
}

/** A hard link is the rename that refuses to replace: of two writers one wins, and both wrote the same bytes. */
async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), TEMPORARY + randomUUID());
  const file = await open(temporary, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(temporary, path);
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function assertHolds(path: string, sha256: string): Promise<void> {
  if (sha256Of(await readFile(path)) !== sha256) throw new DomainError('edition.bytes-differ', { sha256 });
}

/** The new name itself must survive a power cut. Windows cannot open a folder for this and journals names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (isFileError(error, 'ENOENT')) return false;
      throw error;
    },
  );

/** A folder that is not there, or a file where a folder is expected, holds nothing to sweep. */
const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isFileError(error, 'ENOENT') || isFileError(error, 'ENOTDIR')) return [];
    throw error;
  });

/** A file that another sweep removed meanwhile counts as brand new: nothing is left to remove. */
const modifiedAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    (error: unknown) => {
      if (isFileError(error, 'ENOENT')) return Infinity;
      throw error;
    },
  );

const isFileError = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
