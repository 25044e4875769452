import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { openTar, readTar, type TarEntry } from './tar.js';

const LINE_FEED = 0x0a;
const PIECE = 262_144;
const LONGEST_LINE = 16 * 1_048_576;

/** A bundle on the disk, read where it lies: an auditor's machine need not hold it in memory. */
export class BundleFile {
  private constructor(
    private readonly file: FileHandle,
    private readonly entries: ReadonlyMap<string, TarEntry>,
  ) {}

  /** Null when the file is not an archive of ours. @throws what the file system throws */
  static async open(path: string): Promise<BundleFile | null> {
    const file = await openTar(path);
    const entries = await readTar(file).catch(async (error: unknown) => {
      await file.close();
      throw error;
    });
    if (entries) return new BundleFile(file, new Map(entries.map((entry) => [entry.name, entry])));
    await file.close();
    return null;
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  close(): Promise<void> {
    return this.file.close();
  }

  async bytes(name: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.pieces(name)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** Empty for a file that is not there. */
  async text(name: string): Promise<string> {
    return (await this.bytes(name)).toString('utf8');
  }

  async sha256(name: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const piece of this.pieces(name)) hash.update(piece);
    return hash.digest('hex');
  }

  /** Own splitting: a hostile file without line ends must not fill the memory. An over-long line comes out cut, hence malformed. */
  async *lines(name: string): AsyncGenerator<string, void, undefined> {
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of this.pieces(name)) {
      rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      let from = 0;
      for (let end = rest.indexOf(LINE_FEED); end !== -1; end = rest.indexOf(LINE_FEED, from)) {
        yield rest.toString('utf8', from, end);
        from = end + 1;
      }
      rest = rest.subarray(from);
      if (rest.length > LONGEST_LINE) break;
    }
    if (rest.length > 0) yield rest.toString('utf8', 0, LONGEST_LINE);
  }

  private async *pieces(name: string): AsyncGenerator<Buffer, void, undefined> {
    const { start, size } = this.entries.get(name) ?? { start: 0, size: 0 };
    for (let at = 0; at < size; at += PIECE) {
      const piece = Buffer.alloc(Math.min(PIECE, size - at));
      await this.file.read(piece, 0, piece.length, start + at);
      yield piece;
    }
  }
}
