import { createHash, X509Certificate } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timestampAuthority, patientTimestamps } from '../../src/app/timestamp-authority.js';
import { appendAudit } from '../../src/audit/append-audit.js';
import { BUNDLE_FILES, checkpointFile, stampFile } from '../../src/audit/bundle.js';
import { verifyBundle } from '../../src/audit/verify-bundle.js';
import { bundleVerdictText, exitCodeOf } from '../../src/cli/verify-bundle.js';
import { bundleRequestOf } from '../../src/cli/bundle-request.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { BundleMaking } from '../../src/proofs/bundle-making.js';
import { KeySafe, type OwnKey } from '../../src/proofs/key-safe.js';
import { LogSigning } from '../../src/proofs/log-signing.js';
import { askStamps, stampLog } from '../../src/proofs/stamp-log.js';
import { stampsUpTo, type StoredStamp } from '../../src/proofs/stamps.queries.js';
import type { GetTimestamp } from '../../src/sealing/cms-signature.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { packed, relisted, unpacked, withoutFile, withText, type Files } from '../audit/bundle-files.js';
import { WorkBench } from '../outbox/work-bench.js';
import { LoopbackAuthority } from '../sealing/loopback-authority.js';
import { hasOpenssl } from '../sealing/other-verifiers.js';
import { aMeasure } from '../support/agency.js';

const NEVER = new AbortController().signal;

(hasOpenssl ? describe : describe.skip)('time stamps on the log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stamps-'));
  let bench: WorkBench;
  let signing: LogSigning;
  let authority: LoopbackAuthority;
  let stranger: LoopbackAuthority;
  let ended: LoopbackAuthority;

  beforeAll(async () => {
    bench = await WorkBench.open();
    signing = new LogSigning(bench.agency.unitOfWork, new KeySafe(folder));
    authority = await LoopbackAuthority.start();
    stranger = await LoopbackAuthority.start();
    ended = await LoopbackAuthority.start({ from: '20200101000000Z', until: '20200201000000Z' });
  });
  afterAll(async () => {
    await Promise.all([authority, stranger, ended].map((each) => each.stop()));
    await bench.close();
    rmSync(folder, { recursive: true });
  });

  const log = (): Promise<unknown> => bench.inTenant((tx) => appendAudit(tx, { action: 'test.append' }));
  const asked = (): Promise<number> => askStamps(bench.agency.unitOfWork, NEVER);
  const openWork = async (): Promise<string> =>
    (
      await bench.agency.database.look<{ id: string }>(
        `select id from work where step = 'audit.stamp' and state = 'open'`,
      )
    )[0]?.id ?? '';
  const works = async (getTimestamp: GetTimestamp | null): Promise<void> => {
    const claim = await bench.mustClaim(await openWork());
    await stampLog(bench.agency.unitOfWork, getTimestamp, claim, NEVER);
  };
  const stamps = (): Promise<StoredStamp[]> => bench.inTenant((tx) => stampsUpTo(tx, bench.organizationId, 1_000_000));
  const anHourPasses = async (): Promise<void> => {
    await bench.agency.database.look('alter table audit_stamp disable trigger all');
    await bench.agency.database.look(`update audit_stamp set made_at = now() - interval '61 minutes'`);
    await bench.agency.database.look('alter table audit_stamp enable trigger all');
  };
  const written = (files: Files): string => {
    const path = join(folder, 'bundle.tar');
    writeFileSync(path, packed(files));
    return path;
  };
  const trusting = (by: LoopbackAuthority): readonly X509Certificate[] => [
    new X509Certificate(readFileSync(by.certificatePath)),
  ];

  it('are asked for once when a checkpoint is there that no authority has seen', async () => {
    expect(await asked()).toBe(0);
    await log();
    await signing.checkpoint(bench.organizationId);
    expect(await asked()).toBe(1);
    expect(await asked()).toBe(0);
    await works(timestampAuthority(authority.url));
    const [stamp, ...more] = await stamps();
    expect([stamp?.authority, more]).toEqual(['Loopback time stamps', []]);
    expect(await openWork()).toBe('');
  });

  it('wait for an hour and for something new', async () => {
    expect(await asked()).toBe(0);
    await anHourPasses();
    expect(await asked()).toBe(0);
    await log();
    await signing.checkpoint(bench.organizationId);
    expect(await asked()).toBe(1);
  });

  it('wait for an authority that is away, and take no answer that does not hold', async () => {
    const id = await openWork();
    const pending = { code: 'seal.timestamp-pending' };
    await expect(works(patientTimestamps('http://127.0.0.1:9/'))).rejects.toMatchObject(pending);
    await bench.dieHolding(id, 120);
    await expect(works(timestampAuthority(ended.url))).rejects.toMatchObject({
      code: 'seal.failed',
      details: { reason: 'timestamp-wrong' },
    });
    expect(await stamps()).toHaveLength(1);
    await bench.dieHolding(id, 120);
    await works(timestampAuthority(authority.url));
    expect(await stamps()).toHaveLength(2);
    expect((await bench.state(id)).state).toBe('done');
  });

  it('are not needed where no authority is set up any more', async () => {
    await anHourPasses();
    await log();
    await signing.checkpoint(bench.organizationId);
    expect(await asked()).toBe(1);
    await works(null);
    expect([await openWork(), (await stamps()).length]).toEqual(['', 2]);
  });

  it('cannot be changed or removed', async () => {
    const change = (sql: string): Promise<unknown> => bench.agency.database.look(sql);
    await expect(change(`update audit_stamp set authority = 'x'`)).rejects.toThrow('append-only');
    await expect(change('delete from audit_stamp')).rejects.toThrow('append-only');
  });

  it('go into the bundle and anchor it for whoever trusts the authority', async () => {
    const files = await bundle();
    const [first, newest] = await stamps();
    expect([...files.keys()].filter((name) => name.startsWith('tst/'))).toEqual(
      [first, newest].map((stamp) => stampFile(stamp?.size ?? 0)),
    );
    const stamp = { size: newest?.size, at: newest?.stampedAt.toISOString(), authority: 'Loopback time stamps' };
    expect(await verifyBundle(written(files), { stampRoots: trusting(authority) })).toMatchObject({
      intact: true,
      stamp: { ...stamp, isTrusted: true },
      notes: [],
    });
    expect(await verifyBundle(written(files))).toMatchObject({
      intact: true,
      stamp: { ...stamp, isTrusted: false },
      notes: ['not-anchored'],
    });
  });

  it('convince OpenSSL too', async () => {
    const files = await bundle();
    for (const { size } of await stamps()) {
      const [data, token] = [join(folder, 'note'), join(folder, 'token')];
      writeFileSync(data, files.get(checkpointFile(size)) ?? '');
      writeFileSync(token, files.get(stampFile(size)) ?? '');
      const check = ['ts', '-verify', '-in', token, '-token_in', '-data', data, '-CAfile', authority.certificatePath];
      expect(spawnSync('openssl', check, { encoding: 'utf8' }).stdout).toContain('Verification: OK');
    }
  });

  it('go into the bundle of one item too, where its earlier checkpoint is proven to be the beginning of the log', async () => {
    const { organizationId, divisions } = bench.agency;
    const content = aMeasure([divisions.get('กองคลัง') ?? '']);
    const { id: itemId } = await bench.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
    );
    const item = { itemKind: 'measure' as const, itemId };
    const files = unpacked((await making().bundle(bench.organizationId, item)).bytes);
    expect([...files.keys()].filter((name) => /^(tst|checkpoints)/.test(name))).toHaveLength(3);
    expect(await verifyBundle(written(files), { stampRoots: trusting(authority) })).toMatchObject({
      intact: true,
      stamp: { isTrusted: true },
      notes: [],
    });
    const [stamp] = (await stamps()).slice(-1);
    const cut = withText(files, BUNDLE_FILES.consistency, () => '');
    expect(await verifyBundle(written(relisted(cut, await ownKey())))).toMatchObject({
      intact: false,
      problem: 'proof-missing',
      position: stamp?.size,
    });
  });

  const FORGERIES: [string, string, (files: Files, sizes: readonly [number, number]) => Promise<Files> | Files][] = [
    ['a changed byte', 'stamp-wrong', (files, [first]) => changed(files, stampFile(first))],
    ['the stamp of another checkpoint', 'stamp-wrong', (files, [first, second]) => copied(files, second, first)],
    [
      'a stamp without its checkpoint',
      'stamp-wrong',
      (files, [first]) => new Map(files).set(stampFile(first + 1), files.get(stampFile(first)) ?? Buffer.alloc(0)),
    ],
    [
      'nothing in place of a stamp',
      'stamp-wrong',
      (files, [first]) => new Map(files).set(stampFile(first), Buffer.alloc(0)),
    ],
    ['another name', 'stamp-wrong', (files) => new Map(files).set('tst/latest.tst', Buffer.from('x'))],
    ['an authority whose certificate had ended', 'stamp-wrong', (files, [first]) => stampedBy(files, first, ended)],
    [
      'an authority that the reader does not trust',
      'stamp-not-trusted',
      (files, [first]) => stampedBy(files, first, stranger),
    ],
    [
      'an earlier checkpoint stamped later',
      'stamp-order-wrong',
      (files, [first]) => stampedBy(files, first, authority),
    ],
  ];

  it.each(FORGERIES)('are not believed with %s, though the list of files fits', async (_name, problem, forge) => {
    const files = await bundle();
    const [first = 0, second = 0] = (await stamps()).map(({ size }) => size);
    const forged = relisted(await forge(files, [first, second]), await ownKey());
    const verdict = await verifyBundle(written(forged), { stampRoots: trusting(authority) });
    expect(verdict).toMatchObject({ intact: false, problem, file: expect.stringMatching(/^tst\//) as unknown });
    expect(exitCodeOf(verdict)).toBe(1);
  });

  it('may not be taken out of a bundle by others, and are missed by whoever asks for them', async () => {
    const files = await bundle();
    const [{ size } = { size: 0 }] = await stamps();
    expect(await verifyBundle(written(withoutFile(files, stampFile(size))))).toMatchObject({
      file: stampFile(size),
      problem: 'file-missing',
    });
    const bare = new Map([...files].filter(([name]) => !name.startsWith('tst/')));
    const verdict = await verifyBundle(written(relisted(bare, await ownKey())), { stampRoots: trusting(authority) });
    expect([verdict, exitCodeOf(verdict)]).toMatchObject([{ stamp: null, notes: ['not-anchored', 'not-stamped'] }, 2]);
  });

  it('are told on the command line, with the authority', async () => {
    const path = written(await bundle());
    const request = await bundleRequestOf([path, '--tsa-ca', authority.certificatePath]);
    const verdict = await verifyBundle(path, request?.anchors);
    expect(bundleVerdictText(verdict)).toContain('by Loopback time stamps');
    expect(exitCodeOf(verdict)).toBe(0);
    expect(bundleVerdictText(await verifyBundle(path))).toContain('--tsa-ca');
    expect(await bundleRequestOf([path, '--tsa-ca', path])).toBeNull();
  });

  const making = (): BundleMaking =>
    new BundleMaking(bench.agency.unitOfWork, signing, new BlobStore(join(folder, 'blobs')));
  const bundle = async (): Promise<Files> => unpacked((await making().bundle(bench.organizationId, null)).bytes);
  const ownKey = (): Promise<OwnKey> => signing.keyInForce(bench.organizationId);

  function changed(files: Files, name: string): Files {
    const bytes = Buffer.from(files.get(name) ?? '');
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return new Map(files).set(name, bytes);
  }

  const copied = (files: Files, from: number, to: number): Files =>
    new Map(files).set(stampFile(to), files.get(stampFile(from)) ?? Buffer.alloc(0));

  async function stampedBy(files: Files, size: number, by: LoopbackAuthority): Promise<Files> {
    const note = files.get(checkpointFile(size)) ?? Buffer.alloc(0);
    const token = await timestampAuthority(by.url)(createHash('sha256').update(note).digest());
    return new Map(files).set(stampFile(size), Buffer.from(token));
  }
});
