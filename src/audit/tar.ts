import { open, type FileHandle } from 'node:fs/promises';

const BLOCK = 512;
const LONGEST_NAME = 100;
/** Octal digits of the longest file that ustar can tell: 8 GiB. */
const SIZE_DIGITS = 11;

export interface TarFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where a file lies inside an archive. */
export interface TarEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/**
 * A ustar archive without times, owners or anything else that differs between two makings of the same files.
 * @throws Error for a name that ustar cannot hold
 */
export function tarOf(files: readonly TarFile[]): Buffer {
  const parts = files.flatMap(({ name, bytes }) => [
    header(name, bytes.length),
    bytes,
    Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK),
  ]);
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

/** The files of an archive that `tarOf` could have written; null for anything else. @throws what the file system throws */
export async function readTar(file: FileHandle): Promise<TarEntry[] | null> {
  const { size: length } = await file.stat();
  const entries: TarEntry[] = [];
  for (let at = 0; ;) {
    const block = Buffer.alloc(BLOCK);
    const { bytesRead } = await file.read(block, 0, BLOCK, at);
    if (bytesRead < BLOCK) return null;
    if (block.every((byte) => byte === 0)) return at + 2 * BLOCK === length ? entries : null;
    const entry = entryOf(block, at + BLOCK);
    if (!entry || entry.start + entry.size > length || entries.some(({ name }) => name === entry.name)) return null;
    entries.push(entry);
    at = entry.start + Math.ceil(entry.size / BLOCK) * BLOCK;
  }
}

/** Opens an archive for reading; whoever opens it closes it. @throws what the file system throws */
export const openTar = (path: string): Promise<FileHandle> => open(path, 'r');

function entryOf(block: Buffer, start: number): TarEntry | null {
  const name = block.toString('latin1', 0, LONGEST_NAME).replace(/\0+$/, '');
  const digits = block.toString('latin1', 124, 124 + SIZE_DIGITS);
  if (!/^[\w./-]+$/.test(name) || !/^[0-7]{11}$/.test(digits)) return null;
  const size = parseInt(digits, 8);
  return header(name, size).equals(block) ? { name, start, size } : null;
}

function header(name: string, size: number): Buffer {
  if (!/^[\w./-]+$/.test(name) || name.length >= LONGEST_NAME) throw new Error(`an archive cannot hold ${name}`);
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 'latin1');
  block.write('0000644\0' + '0000000\0' + '0000000\0', LONGEST_NAME, 'latin1');
  block.write(`${size.toString(8).padStart(SIZE_DIGITS, '0')} ${'0'.repeat(SIZE_DIGITS)} `, 124, 'latin1');
  block.write(' '.repeat(8) + '0', 148, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}
