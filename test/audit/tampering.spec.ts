import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../src/audit/bundle.js';
import { expectationsOf } from '../../src/audit/bundle-expectations.js';
import { BundleFile } from '../../src/audit/bundle-file.js';
import { readRecords } from '../../src/audit/read-records.js';
import { verifierKey } from '../../src/audit/signed-note.js';
import { verifyBundle } from '../../src/audit/verify-bundle.js';
import { sampleKey, sampleParts } from '../../src/bench/sample-log.js';
import { bundleOf } from '../../src/proofs/make-bundle.js';
import { FORGERIES, WalkedLog } from './tampering.js';

const SIZE = 100_000;
const PLACES = [
  ...[1, 3, 10, 99, 100, 106, 999, 1_000, 1_001, 1_002, 5_000, 12_345, 25_000],
  ...[33_333, 40_000, 49_999, 50_000, 50_001, 66_666, 75_000, 87_654, 99_000, 99_001, SIZE - 1, SIZE],
];

/** RELIABILITY E2: on 100,000 events; what stands before a forgery is walked over once, not once for each of them. */
describe('a bundle of 100,000 events', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tampering-'));
  const path = join(folder, 'audit.tar');
  const key = sampleKey();
  let log: WalkedLog;

  beforeAll(async () => {
    const parts = sampleParts(SIZE, 1_000, key);
    writeFileSync(path, bundleOf(parts, key));
    const bundle = await BundleFile.open(path);
    const manifest = readManifest((await bundle?.text('manifest.json')) ?? '');
    if (!bundle || !manifest) throw new Error('the bundle cannot be opened');
    const records = await readRecords(bundle);
    if ('problem' in records) throw new Error(records.problem);
    const signed = await expectationsOf(bundle, manifest, records, { logKey: verifierKey(key.note) });
    if ('problem' in signed) throw new Error(signed.problem);
    await bundle.close();
    log = new WalkedLog(parts.events, manifest, signed.expected, PLACES);
  }, 240_000); // two cores may be shared with other suites
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is whole as it was written', async () => {
    expect(await verifyBundle(path, { logKey: verifierKey(key.note) })).toMatchObject({
      intact: true,
      size: SIZE,
      covered: SIZE,
      checkpoints: 100,
      notes: [],
    });
  }, 120_000);

  it('is tried at 25 places in more than 40 ways', () => {
    expect(new Set(PLACES).size).toBe(25);
    expect(new Set(FORGERIES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(FORGERIES.map((forgery) => ({ ...forgery, title: forgery.name })))(
    'shows $title at every place, and names it',
    ({ lines, foundAt = (_log, n) => n, problem }) => {
      for (const place of PLACES) {
        const found = log.judge(place, lines(log, place));
        if (problem === 'line-malformed') expect({ place, found }).toEqual({ place, found: 'line-malformed' });
        else expect({ place, found }).toMatchObject({ place, found: { position: foundAt(log, place) } });
        if (problem !== undefined && typeof found === 'object')
          expect({ place, problem: found?.problem }).toEqual({ place, problem });
      }
    },
  );

  it('shows a cut tail through its checkpoints, though the list of files was shortened to fit', () => {
    for (const place of PLACES) {
      const head = log.events[place - 2]?.hash ?? '';
      const found = log.judge(place, [], { ...log.manifest, size: place - 1, head });
      if (place > 1) expect({ place, found }).toEqual({ place, found: { position: place, problem: 'tail-missing' } });
    }
  });
});
