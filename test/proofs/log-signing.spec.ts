import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendAudit } from '../../src/audit/append-audit.js';
import { signedCheckpoint } from '../../src/audit/bundle-expectations.js';
import { verifyBundle } from '../../src/audit/verify-bundle.js';
import { BundleMaking } from '../../src/proofs/bundle-making.js';
import { latestCheckpoint, logKeys, newestCheckpoints } from '../../src/proofs/checkpoints.queries.js';
import { KeySafe } from '../../src/proofs/key-safe.js';
import { LogSigning } from '../../src/proofs/log-signing.js';
import { askCheckpoints, signLog } from '../../src/proofs/log-steps.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { WorkBench } from '../outbox/work-bench.js';

const NEVER = new AbortController().signal;

describe('signing a log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-keys-'));
  let bench: WorkBench;
  let signing: LogSigning;

  beforeAll(async () => {
    bench = await WorkBench.open();
    signing = new LogSigning(bench.agency.unitOfWork, new KeySafe(folder));
  });
  afterAll(async () => {
    await bench.close();
    rmSync(folder, { recursive: true });
  });

  const log = (times = 1): Promise<void> =>
    bench.inTenant(async (tx) => {
      for (let n = 0; n < times; n += 1) await appendAudit(tx, { action: 'test.append', requestId: `request ${n}` });
    });
  const sizeOfLog = async (): Promise<number> => {
    const [row] = await bench.agency.database.look<{ seq: string }>('select seq from audit_head');
    return Number(row?.seq ?? '0');
  };
  const sign = (): ReturnType<LogSigning['checkpoint']> => signing.checkpoint(bench.organizationId);
  const workOf = async (): Promise<string> => {
    const [row] = await bench.agency.database.look<{ id: string }>(
      `select id from work where step = 'audit.checkpoint'`,
    );
    return row?.id ?? '';
  };

  it('announces a key of its own first, kept for the owner only, and signs everything until then', async () => {
    const { size, note, root } = await sign();
    expect(size).toBe(await sizeOfLog());
    const [file, ...others] = readdirSync(folder);
    expect([file, others]).toEqual([`log-${bench.organizationId}-1.pem`, []]);
    expect(statSync(join(folder, file ?? '')).mode & 0o777).toBe(0o600);
    const keys = await bench.inTenant((tx) => logKeys(tx, bench.organizationId));
    expect(signedCheckpoint(note, { organizationId: bench.organizationId }, keys)).toMatchObject({ size, root });
  });

  it('signs nothing twice, and only what was added since', async () => {
    const first = await sign();
    expect(await sign()).toEqual(first);
    await log(3);
    expect((await sign()).size).toBe(first.size + 3);
  });

  it('is done once by several at the same time', async () => {
    await log(2);
    const made = await Promise.all([1, 2, 3, 4].map(sign));
    expect(new Set(made.map(({ note }) => note)).size).toBe(1);
  });

  it('gives each organization and each key its own name', async () => {
    const keys = await bench.inTenant((tx) => logKeys(tx, bench.organizationId));
    expect(keys.map(({ key }) => key.name)).toEqual([`prongsai/${bench.organizationId}`]);
  });

  it('keeps checkpoints as they are, and refuses one that is not newer', async () => {
    const change = (sql: string): Promise<unknown> => bench.agency.database.look(sql);
    await expect(change(`update audit_checkpoint set note = 'x'`)).rejects.toThrow('append-only');
    await expect(change('delete from audit_checkpoint')).rejects.toThrow('append-only');
    await expect(change('delete from audit_log_key')).rejects.toThrow('append-only');
    await expect(
      change(
        'insert into audit_checkpoint select organization_id, size - 1, root, head, frontier, note from audit_checkpoint',
      ),
    ).rejects.toThrow('not newer');
  });

  it('is asked for once when the log has grown for a quarter of an hour, and not before', async () => {
    await sign();
    expect(await askCheckpoints(bench.agency.unitOfWork, NEVER)).toBe(0);
    await log();
    expect(await askCheckpoints(bench.agency.unitOfWork, NEVER)).toBe(0);
    await bench.agency.database.look('alter table audit_checkpoint disable trigger all');
    await bench.agency.database.look(`update audit_checkpoint set made_at = now() - interval '16 minutes'`);
    await bench.agency.database.look('alter table audit_checkpoint enable trigger all');
    expect(await askCheckpoints(bench.agency.unitOfWork, NEVER)).toBe(1);
    expect(await askCheckpoints(bench.agency.unitOfWork, NEVER)).toBe(0);
    await signLog(bench.agency.unitOfWork, signing, await bench.mustClaim(await workOf()));
    expect((await bench.inTenant((tx) => latestCheckpoint(tx, bench.organizationId)))?.size).toBe(await sizeOfLog());
    expect((await bench.state(await workOf())).state).toBe('done');
  });

  it('is asked for at once after a thousand events', async () => {
    await sign();
    await log(999);
    expect(await askCheckpoints(bench.agency.unitOfWork, NEVER)).toBe(0);
    await log();
    expect(await askCheckpoints(bench.agency.unitOfWork, NEVER)).toBe(1);
    await signLog(bench.agency.unitOfWork, signing, await bench.mustClaim(await workOf()));
  });

  it('lets a new key follow the old one, which signs it', async () => {
    const key = await signing.rotate(bench.organizationId);
    await log();
    const { note, size } = await sign();
    const keys = await bench.inTenant((tx) => logKeys(tx, bench.organizationId));
    expect(keys).toHaveLength(2);
    expect(readdirSync(folder).sort()).toEqual([1, 2].map((n) => `log-${bench.organizationId}-${n}.pem`));
    expect(signedCheckpoint(note, { organizationId: bench.organizationId }, keys)).toMatchObject({ size, signer: key });
    expect(signedCheckpoint(note, { organizationId: bench.organizationId }, keys.slice(0, 1))).toBe(
      'checkpoint-signature-wrong',
    );
    const making = new BundleMaking(bench.agency.unitOfWork, signing, new BlobStore(join(folder, 'blobs')));
    const path = join(folder, 'bundle.tar');
    writeFileSync(path, (await making.bundle(bench.organizationId, null)).bytes);
    expect(await verifyBundle(path, { logKey: key })).toMatchObject({ intact: true, notes: [] });
  });

  it('refuses to sign with another key than the one in force', async () => {
    const elsewhere = new LogSigning(bench.agency.unitOfWork, new KeySafe(join(folder, 'elsewhere')));
    await expect(elsewhere.checkpoint(bench.organizationId)).rejects.toMatchObject({ code: 'audit.log-key-missing' });
  });

  it('refuses to sign a log that was rewritten since its last checkpoint', async () => {
    await sign();
    const size = await sizeOfLog();
    await log(3);
    await bench.agency.database.look('alter table audit_event disable trigger all');
    await bench.agency.database.look(
      "update audit_event set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'test.append', 'test.forged'), 'UTF8') where seq = $1",
      [size + 2],
    );
    await expect(sign()).rejects.toMatchObject({ code: 'audit.log-broken', details: { position: size + 2 } });
    const newest = await bench.inTenant((tx) => newestCheckpoints(tx, bench.organizationId, 1));
    expect(newest[0]?.size).toBe(size);
  });
});
