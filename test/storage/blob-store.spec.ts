import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BlobStore } from '../../src/storage/blob-store.js';

const pdf = Buffer.from('%PDF-1.7 ประกาศ', 'utf8');
const hash = createHash('sha256').update(pdf).digest('hex');

describe('blob store', () => {
  let folder: string;
  let store: BlobStore;
  const shard = (): string => join(folder, hash.slice(0, 2));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'blobs-'));
    store = new BlobStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('names a file by its content and gives the same bytes back', async () => {
    expect(await store.has(hash)).toBe(false);
    expect(await store.put(pdf)).toBe(hash);
    expect(await store.has(hash)).toBe(true);
    expect(Buffer.from(await store.get(hash))).toEqual(pdf);
  });

  it('creates its own folder on first use', async () => {
    const deeper = new BlobStore(join(folder, 'not', 'yet', 'there'));
    expect(Buffer.from(await deeper.get(await deeper.put(pdf)))).toEqual(pdf);
  });

  it('stores the same bytes once, also when twenty writers come together', async () => {
    const names = await Promise.all(Array.from({ length: 20 }, () => store.put(pdf)));
    expect(new Set(names)).toEqual(new Set([hash]));
    expect(await readdir(shard())).toEqual([hash]);
  });

  it('never overwrites a name that holds other bytes, and rings the alarm', async () => {
    await store.put(pdf);
    await writeFile(join(shard(), hash), 'something else');
    await expect(store.put(pdf)).rejects.toMatchObject({ code: 'edition.bytes-differ', details: { sha256: hash } });
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'edition.bytes-differ' });
    expect(await readdir(shard())).toEqual([hash]);
  });

  it('says which file is missing', async () => {
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'edition.bytes-missing', details: { sha256: hash } });
  });

  it.each(['', '../../etc/passwd', hash.toUpperCase(), `${hash}0`])('refuses the name %j', async (name) => {
    await expect(store.get(name)).rejects.toThrow('64 lower-case hex digits');
  });

  it('sweeps temporary files older than an hour and leaves everything else', async () => {
    await store.put(pdf);
    const now = Date.now();
    await Promise.all(['.incoming-old', '.incoming-new'].map((name) => writeFile(join(shard(), name), 'half')));
    const twoHoursAgo = new Date(now - 7_200_000);
    await utimes(join(shard(), '.incoming-old'), twoHoursAgo, twoHoursAgo);
    await utimes(join(shard(), hash), twoHoursAgo, twoHoursAgo);

    expect(await store.sweep(now)).toBe(1);
    expect((await readdir(shard())).sort()).toEqual(['.incoming-new', hash].sort());
    expect(await new BlobStore(join(folder, 'absent')).sweep(now)).toBe(0);
  });
});
