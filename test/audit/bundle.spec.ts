import { jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLE_FILES, readManifest } from '../../src/audit/bundle.js';
import type { BundleVerdict } from '../../src/audit/bundle-verdict.js';
import { witnessKey } from '../../src/audit/cosignature.js';
import { lifeNamed, type Deed } from '../../src/audit/lives.js';
import { canonicalBytes } from '../../src/audit/canonical-event.js';
import { noteKeyOf, verifierKey, type NoteKey } from '../../src/audit/signed-note.js';
import { verifyBundle } from '../../src/audit/verify-bundle.js';
import { chained, checkpointAt, SAMPLE_WITNESS, sampleKey, sampleParts } from '../../src/bench/sample-log.js';
import { bundleVerdictText, exitCodeOf, verifyBundleCommand } from '../../src/cli/verify-bundle.js';
import { leafHash, MerkleTree } from '../../src/audit/merkle.js';
import { bundleOf, type BundleParts } from '../../src/proofs/make-bundle.js';
import { packed, textIn, unpacked, withText, type Files } from './bundle-files.js';
import { anEvent } from './event-builder.js';
import { DEED_FORGERIES } from './deed-forgeries.js';
import { FILE_FORGERIES, type HonestBundle } from './file-forgeries.js';
import { partOf, SAMPLE_DAYS } from './part-of-log.js';
import { PERIOD_FORGERIES } from './period-forgeries.js';
import { FORGERIES, WalkedLog } from './tampering.js';

const SIZE = 500;
const PLACES = Array.from({ length: 25 }, (_unused, place) => place);
const key = sampleKey();
const logKey = verifierKey(key.note);
const parts = sampleParts(SIZE, SIZE / PLACES.length, key);
const whole = bundleOf(parts, key);
const honest: HonestBundle = { files: unpacked(whole), parts, log: parts, after: 0, key };

/** A part from a checkpoint on in the middle of a report: 25 checkpoints follow. */
const AFTER = 483;
const LENGTH = 1_008;
const log = sampleParts(LENGTH, 21, key);
const partParts = partOf(log, AFTER);
const part = bundleOf(partParts, key);
const honestPart: HonestBundle = { files: unpacked(part), parts: partParts, log, after: AFTER, key };
/** What is found in a whole log must be found in a part of it. */
const FORGED = [
  { what: 'of a whole log', bundle: honest, places: PLACES, reports: [3, 7, 11, 29, 40], forgeries: FILE_FORGERIES },
  {
    what: 'of a period',
    bundle: honestPart,
    places: [0, 5, 11, 18, 24],
    reports: [48, 52, 61, 79, 90],
    forgeries: [...FILE_FORGERIES, ...PERIOD_FORGERIES],
  },
];
/** The same for a verifier in another language, each forgery at one place. */
const ONCE = [
  { what: 'of a whole log', bundle: honest, place: 234, report: 11, others: FILE_FORGERIES },
  { what: 'of a period', bundle: honestPart, place: 734, report: 48, others: [...FILE_FORGERIES, ...PERIOD_FORGERIES] },
];
const hasPython = spawnSync('python3', ['--version']).error === undefined;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'bundle-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: Uint8Array, name = 'bundle.tar'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
/** With nothing from elsewhere: what is found, the bundle itself shows. */
const verdictOn = (files: Files): Promise<BundleVerdict> => verifyBundle(written(packed(files)));

/** The log with its first event rewritten by the holder of the key, who then signs everything anew. */
function rewrittenByTheKeyHolder(length: number): BundleParts {
  const forged = sampleParts(length, length / PLACES.length, key);
  const bytes = forged.events.map((event, at) =>
    at === 6 ? Buffer.from(Buffer.from(event.bytes).toString().replace('192.0.2.7', '192.0.2.9')) : event.bytes,
  );
  const events = chained(bytes);
  const tree = new MerkleTree(bytes.map(leafHash));
  const checkpoints = forged.checkpoints.map(({ size }) => checkpointAt(size, tree, key));
  const editions = forged.records.editions.map((edition) => ({ ...edition, checkpoint: '' }));
  return {
    ...forged,
    events,
    tree,
    checkpoints,
    cosignatures: [],
    head: events.at(-1)?.hash ?? '',
    records: { ...forged.records, editions },
  };
}

describe('an audit bundle', () => {
  it('is whole as it was written, and the same when it is written again', async () => {
    expect(await verifyBundle(written(whole), { logKey })).toMatchObject({
      usable: true,
      intact: true,
      size: SIZE,
      covered: SIZE,
      checkpoints: 25,
      notes: [],
    });
    expect(bundleOf(parts, key).equals(whole)).toBe(true);
  });

  it('says when it was compared with nothing from elsewhere, and when signatures do not reach its end', async () => {
    expect(await verifyBundle(written(whole))).toMatchObject({ intact: true, notes: ['not-anchored'] });
    const manifest = readManifest(textIn(honest.files, BUNDLE_FILES.manifest));
    expect(manifest).toMatchObject({ size: SIZE, scope: 'log' });
  });

  it('of a period goes on from a checkpoint, says what it does not prove, and is the same when it is written again', async () => {
    expect(await verifyBundle(written(part), { logKey })).toMatchObject({
      usable: true,
      intact: true,
      size: LENGTH - AFTER,
      covered: LENGTH,
      checkpoints: 26,
      period: { after: AFTER, from: SAMPLE_DAYS.from, to: SAMPLE_DAYS.to, earlier: partParts.period?.earlier.length },
      notes: ['earlier-not-complete', 'period-not-covered'],
    });
    expect(bundleOf(partParts, key).equals(part)).toBe(true);
  });

  it.each(
    FORGED.flatMap(({ forgeries, ...of }) => forgeries.map((forgery) => ({ ...of, ...forgery, title: forgery.name }))),
  )('$what shows $title at each place, and names it', async ({ forge, bundle, places, distinct }) => {
    for (const place of places.slice(0, distinct)) {
      const [files, found] = forge(bundle, place);
      const verdict = await verdictOn(files);
      expect({ place, ...verdict }).toMatchObject({ place, usable: true, intact: false, ...found });
    }
  });

  it.each(FORGED.flatMap((of) => DEED_FORGERIES.map((forgery) => ({ ...of, ...forgery, title: forgery.name }))))(
    '$what plays the deeds again: $title, signed with the true key',
    async ({ forge, problem, bundle, reports }) => {
      for (const report of reports) {
        const { files, file, position } = forge(bundle, report);
        const verdict = await verifyBundle(written(packed(files)), { logKey });
        expect({ report, ...verdict }).toMatchObject(
          problem
            ? { report, intact: false, file, position, problem }
            : { report, intact: true, overrides: [position] },
        );
      }
    },
  );

  it('shows a log that the holder of the key rebuilt, through a checkpoint that a document carries', async () => {
    const path = written(bundleOf(rewrittenByTheKeyHolder(SIZE), key));
    expect(await verifyBundle(path, { logKey })).toMatchObject({ intact: true });
    const remembered = parts.records.editions.at(-1)?.checkpoint ?? '';
    expect(await verifyBundle(path, { checkpoints: new Map([['document.pdf', remembered]]) })).toMatchObject({
      intact: false,
      file: BUNDLE_FILES.events,
      position: 406,
      problem: 'known-checkpoint-differs',
    });
  });

  it('shows a tail that the holder of the key cut, through a checkpoint that a document carries', async () => {
    const path = written(bundleOf(rewrittenByTheKeyHolder(300), key));
    const remembered = checkpointAt(SIZE, parts.tree, key).note;
    expect(await verifyBundle(path, { checkpoints: new Map([['document.pdf', remembered]]) })).toMatchObject({
      intact: false,
      position: 301,
      problem: 'tail-missing',
    });
  });

  it('shows a log that a stranger rebuilt with a key of their own, through the key that is known', async () => {
    const stranger = sampleKey();
    const path = written(bundleOf(sampleParts(SIZE, 20, stranger), stranger));
    expect(await verifyBundle(path)).toMatchObject({ intact: true, notes: ['not-anchored'] });
    expect(await verifyBundle(path, { logKey })).toMatchObject({ intact: false, problem: 'log-key-unknown' });
    expect(await verifyBundle(path, { logKey: 'nonsense' })).toMatchObject({ problem: 'log-key-unknown' });
  });

  it('is anchored by a witness that is known, which misses its cosignatures when they were left out', async () => {
    const witness = noteKeyOf(SAMPLE_WITNESS.name, SAMPLE_WITNESS.privateKey);
    const path = written(whole);
    const cosigned = [{ witness: witness.name, isTrusted: true, checkpoints: { length: 5 } }];
    const verdict = await verifyBundle(path, { witnesses: [witness] });
    expect(verdict).toMatchObject({ intact: true, cosigned, notes: [] });
    expect(bundleVerdictText(verdict)).toContain(`cosigned 5 checkpoints, up to event ${SIZE} at 2027-01-15T08:04:00`);
    const stranger = noteKeyOf(witness.name, sampleKey().privateKey);
    const unknown = await verifyBundle(path, { witnesses: [stranger] });
    expect(unknown).toMatchObject({ cosigned: [{ isTrusted: false }], notes: ['not-anchored', 'not-cosigned'] });
    expect(bundleVerdictText(unknown)).toContain('--witness');
    const rebuilt = written(bundleOf(rewrittenByTheKeyHolder(SIZE), key));
    const missed = await verifyBundle(rebuilt, { logKey, witnesses: [witness] });
    expect([missed, exitCodeOf(missed)]).toMatchObject([{ cosigned: [], notes: ['not-cosigned'] }, 2]);
    const { cosignatures } = parts;
    const kept = written(bundleOf({ ...rewrittenByTheKeyHolder(SIZE), cosignatures }, key));
    expect(await verifyBundle(kept, { logKey })).toMatchObject({ intact: false, problem: 'cosignature-wrong' });
  });

  it('compares with a hash known from elsewhere', async () => {
    const path = written(whole);
    expect(await verifyBundle(path, { events: new Map([[12, parts.events[11]?.hash ?? '']]) })).toMatchObject({
      notes: [],
    });
    expect(await verifyBundle(path, { events: new Map([[12, 'e'.repeat(64)]]) })).toMatchObject({
      intact: false,
      position: 12,
      problem: 'anchor-differs',
    });
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 9_000 }, (_, index) => (index * 7_919) % 256))],
    ['an archive cut in the middle', whole.subarray(0, 40_960)],
    ['an archive without its end', whole.subarray(0, -1_024)],
    ['an archive with something behind its end', Buffer.concat([whole, Buffer.alloc(512, 1)])],
    ['an archive of other files', packed(new Map([['letter.txt', Buffer.from('x')]]))],
    [
      'a manifest with a number',
      packed(withText(honest.files, BUNDLE_FILES.manifest, (text) => text.replace('"500"', '500'))),
    ],
    [
      'a manifest with a key twice',
      packed(withText(honest.files, BUNDLE_FILES.manifest, (text) => text.replace('{', '{\n "size": "1",'))),
    ],
    [
      'a manifest of another form',
      packed(withText(honest.files, BUNDLE_FILES.manifest, (text) => text.replace('\n ', '\n  '))),
    ],
  ])('such as %s is unusable', async (_name, content) => {
    expect(await verifyBundle(written(content))).toEqual({ usable: false, problem: 'manifest-malformed' });
  });

  it('that is not there is unusable', async () => {
    expect(await verifyBundle(join(folder, 'absent'))).toEqual({ usable: false, problem: 'bundle-unreadable' });
    expect(await verifyBundle(folder)).toEqual({ usable: false, problem: 'bundle-unreadable' });
  });
});

(hasPython ? describe : describe.skip)('a verifier in another language', () => {
  /** Each forgery once, as a file of its own. */
  function forgedFiles(bundle: HonestBundle, { place, report, others }: (typeof ONCE)[number]): Files[] {
    const { files, after } = bundle;
    const manifest = readManifest(textIn(files, BUNDLE_FILES.manifest));
    if (!manifest) throw new Error('no manifest');
    const roots = new Map(bundle.parts.checkpoints.map(({ size, root }) => [size, root.toString('hex')]));
    const expected = { checkpoints: roots, known: new Map(), anchors: new Map(), keys: parts.keys };
    const { head, edge } = manifest.period ?? {};
    const start = head
      ? { size: after, head: Buffer.from(head, 'hex'), frontier: Buffer.from(edge ?? '', 'hex') }
      : undefined;
    const walked = new WalkedLog(bundle.log.events, manifest, expected, [place], start);
    const before = textIn(files, BUNDLE_FILES.events)
      .split('\n')
      .slice(0, place - after - 1);
    const ofEvents = FORGERIES.map(({ lines }) =>
      withText(files, BUNDLE_FILES.events, () => [...before, ...lines(walked, place), ''].join('\n')),
    );
    const ofDeeds = DEED_FORGERIES.map(({ forge }) => forge(bundle, report).files);
    return [files, ...ofEvents, ...others.map(({ forge }) => forge(bundle, 3)[0]), ...ofDeeds];
  }

  it.each(ONCE)(
    'judges every forgery $what alike, and names the same place',
    async (once) => {
      const forged = forgedFiles(once.bundle, once);
      const paths = forged.map((files, at) => written(packed(files), `forged-${at}.tar`));
      const { stdout, stderr } = spawnSync('python3', ['test/audit/independent_verifier.py', ...paths], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      const own = [];
      for (const path of paths) own.push(sentenceOf(await verifyBundle(path)));
      expect(stdout.trim().split('\n')).toEqual(own);
      const lawful = DEED_FORGERIES.filter(({ problem }) => problem === null);
      const whole = [honest, ...lawful].map(() => `whole ${once.bundle.parts.events.length}`);
      expect(own.filter((line) => line.startsWith('whole'))).toEqual(whole);
    },
    240_000,
  );

  it('tells alike which checkpoints a witness has cosigned, and when', async () => {
    const path = written(whole);
    const witness = noteKeyOf(SAMPLE_WITNESS.name, SAMPLE_WITNESS.privateKey);
    const toldOf = (of: NoteKey): string =>
      spawnSync('python3', ['test/audit/independent_verifier.py', '--witness', witnessKey(of), path], {
        encoding: 'utf8',
      }).stdout;
    const verdict = await verifyBundle(path, { witnesses: [witness] });
    const [{ checkpoints } = { checkpoints: [] }] = verdict.usable && verdict.intact ? verdict.cosigned : [];
    const lines = checkpoints.map(({ size, at }) => `cosigned ${size} ${Date.parse(at) / 1_000}\n`);
    expect([lines.length, toldOf(witness)]).toEqual([5, `whole ${SIZE}\n${lines.join('')}`]);
    expect(toldOf(noteKeyOf(witness.name, sampleKey().privateKey))).toBe(`whole ${SIZE}\n`);
  });

  it('knows the same lifecycles', () => {
    const { stdout } = spawnSync('python3', ['test/audit/independent_verifier.py', '--lives'], { encoding: 'utf8' });
    const told = JSON.parse(stdout) as { lives: Record<string, object>; writtenIn: Record<string, string[]> };
    for (const kind of ['measure', 'report', 'announcement']) {
      const life = lifeNamed(kind);
      const own = [...(life?.deeds ?? [])].map(([name, deed]) => [name, [deed.from.join(' '), deed.to, flagsOf(deed)]]);
      expect(told.lives[kind]).toEqual(Object.fromEntries(own));
      expect(told.writtenIn[kind]).toEqual([...(life?.writtenIn ?? [])].sort());
    }
  });

  const flagsOf = ({ isOwn, signs, opensRound, reopens }: Deed): string =>
    [isOwn && 'p', signs && 's', opensRound && 'r', reopens && 'b'].filter(Boolean).join('');

  const sentenceOf = (verdict: BundleVerdict): string => {
    if (!verdict.usable) return 'unusable';
    return verdict.intact ? `whole ${verdict.size}` : `broken ${verdict.file} ${verdict.position}`;
  };
});

describe('prongsai audit verify <bundle>', () => {
  const run = async (...args: string[]): Promise<{ code: number; said: string }> => {
    const said: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
    );
    try {
      return { code: await verifyBundleCommand(args), said: said.join('') };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };
  const renamed = (): string =>
    written(
      packed(withText(honest.files, 'records/people.ndjson', (text) => text.replace('สมมติ', 'อื่น'))),
      'renamed.tar',
    );

  it('names an emergency and its place', async () => {
    const { files, position } = DEED_FORGERIES.find(({ problem }) => problem === null)?.forge(honest, 7) ?? {};
    const { code, said } = await run(written(packed(files ?? new Map())), '--log-key', logKey);
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringContaining(`รายการที่ ${position}`) as unknown,
    });
  });

  it('exits 0, 1, 2 or 3 and names the first bad place in Thai and English', async () => {
    expect(await run(written(whole), '--log-key', logKey)).toMatchObject({
      code: 0,
      said: expect.stringContaining(`บันทึกครบถ้วน ${SIZE} รายการ · The log is whole: ${SIZE} events`) as unknown,
    });
    expect(await run(written(whole))).toMatchObject({ code: 2, said: expect.stringContaining('--log-key') as unknown });
    expect(await run(renamed(), '--log-key', logKey)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/records\/people\.ndjson[^]*ข้อมูลนี้ไม่ตรงกับที่บันทึกไว้ในประวัติ/) as unknown,
    });
    expect(await run(join(folder, 'absent'))).toMatchObject({ code: 3 });
    expect(await run()).toMatchObject({ code: 3, said: expect.stringContaining('prongsai audit verify') as unknown });
    const witness = witnessKey(noteKeyOf(SAMPLE_WITNESS.name, SAMPLE_WITNESS.privateKey));
    expect(await run(written(whole), '--witness', witness)).toMatchObject({ code: 0 });
    expect(await run(written(whole), '--witness', logKey)).toMatchObject({ code: 3 });
    expect(await run(written(whole), '--known', 'nonsense')).toMatchObject({ code: 3 });
  });

  it('compares with a root that was typed from paper', async () => {
    const { size = 0, root = Buffer.alloc(0) } = parts.checkpoints[3] ?? {};
    const typed = (hex: string): string => `${size}: ${hex.replace(/.{4}/g, '$& ')}`;
    expect(await run(written(whole), '--root', typed(root.toString('hex')))).toMatchObject({ code: 0 });
    expect(await run(written(whole), '--root', typed('0'.repeat(64)))).toMatchObject({ code: 1 });
    expect(await run(written(whole), '--root', 'ab12')).toMatchObject({ code: 3 });
  });

  it('compares with a checkpoint in a text file and answers as JSON', async () => {
    const kept = written(Buffer.from(parts.checkpoints[3]?.note ?? ''), 'checkpoint.txt');
    expect(await run(written(whole), '--known', kept)).toMatchObject({ code: 0 });
    const { code, said } = await run(written(whole), '--json', '--known', `3:${'0'.repeat(64)}`);
    expect(code).toBe(1);
    expect(JSON.parse(said)).toMatchObject({ usable: true, intact: false, position: 3, problem: 'anchor-differs' });
  });
});

it('writes only events that it would accept', () => {
  expect(() => canonicalBytes(anEvent(1, { at: '2026-11-20' }))).toThrow('event-value-malformed');
});
