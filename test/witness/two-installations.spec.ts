import { jest } from '@jest/globals';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { witnessDeed } from '../../src/app/witness-command.js';
import { askWitness } from '../../src/app/ask-witness.js';
import { addCheckpointBody, LARGEST_REQUEST_BYTES } from '../../src/audit/add-checkpoint.js';
import { appendAudit } from '../../src/audit/append-audit.js';
import { checkpointText, originOf } from '../../src/audit/checkpoint.js';
import { isCosignedBy, momentOf, readCosignature, readWitnessKey, witnessKey } from '../../src/audit/cosignature.js';
import { leafHash, MerkleTree } from '../../src/audit/merkle.js';
import { noteKeyOf, signNote, splitNote, verifierKey, type NoteKey } from '../../src/audit/signed-note.js';
import { verifyBundle } from '../../src/audit/verify-bundle.js';
import { bundleRequestOf } from '../../src/cli/bundle-request.js';
import { dataPaths } from '../../src/config/paths.js';
import { Loop } from '../../src/jobs/loop.js';
import { sortFailure } from '../../src/jobs/sort-failure.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { BundleMaking } from '../../src/proofs/bundle-making.js';
import { askCosignatures, cosignLog, type AskWitness } from '../../src/proofs/cosign-log.js';
import { cosignaturesUpTo, witnessStates, type StoredCosignature } from '../../src/proofs/cosignatures.queries.js';
import { KeySafe, type OwnKey } from '../../src/proofs/key-safe.js';
import { LogSigning } from '../../src/proofs/log-signing.js';
import { addWitness, removeWitness, witnesses } from '../../src/proofs/witnesses.queries.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { answerWaiting } from '../../src/witness/cosigning.js';
import { openWitnessKey } from '../../src/witness/witness-key.js';
import { WorkBench } from '../outbox/work-bench.js';
import { aMeasure } from '../support/agency.js';
import { runningWeb, type RunningWeb } from '../web/support/running-web.js';

const NEVER = new AbortController().signal;
const OTHER_ROOT = Buffer.alloc(32, 7);

/** An agency whose log is cosigned by another installation: each with a database of its own, over HTTP. */
describe('the log of one installation and the witness of another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'witness-'));
  let ours: WorkBench;
  let signing: LogSigning;
  let theirs: RunningWeb;
  let workers: readonly Loop[];
  let witness: NoteKey;

  beforeAll(async () => {
    ours = await WorkBench.open();
    signing = new LogSigning(ours.agency.unitOfWork, new KeySafe(join(folder, 'secrets')));
    theirs = await runningWeb('phayan');
    const { unitOfWork } = theirs.agency;
    const key = (): ReturnType<typeof openWitnessKey> =>
      openWitnessKey(dataPaths(theirs.folder).secrets, theirs.address);
    const failed = (error: unknown): void => void theirs.surprises.push({ message: 'the witness failed', error });
    workers = [1, 2].map(() => new Loop(10, (signal) => answerWaiting(unitOfWork, key, signal), failed));
    for (const worker of workers) worker.start();
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await theirs.close();
    await ours.close();
    rmSync(folder, { recursive: true });
  });

  /** As the operator of that installation types it. */
  async function typed(at: 'ours' | 'theirs', ...args: string[]): Promise<{ status: number; said: string }> {
    const deed = witnessDeed(args);
    if (!deed) return { status: 2, said: '' };
    const { unitOfWork } = at === 'ours' ? ours.agency : theirs.agency;
    const said: string[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const installation = { dataFolder: at === 'ours' ? folder : theirs.folder, publicBaseUrl: theirs.address };
    const status = await deed(unitOfWork, installation).finally(() => spy.mockRestore());
    return { status, said: said.join('') };
  }
  const grow = async (): Promise<void> => {
    await ours.inTenant((tx) => appendAudit(tx, { action: 'test.append' }));
    await signing.checkpoint(ours.organizationId);
  };
  const asked = (): Promise<number> => askCosignatures(ours.agency.unitOfWork, NEVER);
  const openWork = async (): Promise<string> =>
    (
      await ours.agency.database.look<{ id: string }>(
        `select id from work where step = 'audit.cosign' and state = 'open'`,
      )
    )[0]?.id ?? '';
  const works = async (ask: AskWitness = askWitness): Promise<void> => {
    const id = await openWork();
    const claim = await ours.mustClaim(id);
    try {
      await cosignLog(ours.agency.unitOfWork, ask, claim, NEVER);
    } catch (error) {
      await ours.agency.database.look('update work set claims = 0, lease_until = null where id = $1', [id]); // at once again
      throw error;
    }
  };
  const kept = (): Promise<StoredCosignature[]> =>
    ours.inTenant((tx) => cosignaturesUpTo(tx, ours.organizationId, 1_000_000));
  const say = (body: string): Promise<Response> =>
    fetch(`${theirs.address}/witness/add-checkpoint`, { method: 'POST', body });
  const noteAt = async (size: number): Promise<string> =>
    (await ours.agency.database.look<{ note: string }>('select note from audit_checkpoint where size = $1', [size]))[0]
      ?.note ?? '';

  it('are made known to each other by their operators', async () => {
    const listed = await typed('theirs', 'list');
    const text = listed.said.split('\n').find((line) => line.includes('/witness+')) ?? '';
    const found = readWitnessKey(text.trim());
    if (!found) throw new Error(`no key in: ${listed.said}`);
    witness = found;
    expect(await typed('ours', 'ask', `${theirs.address}/witness/`, text.trim())).toMatchObject({ status: 0 });
    expect(await ours.inTenant(witnesses)).toMatchObject([{ key: witness, url: `${theirs.address}/witness` }]);
    await expect(typed('theirs', 'admit', text.trim())).rejects.toMatchObject({ code: 'audit.witness-key-malformed' });
    for (const words of [['admit'], [], ['list', 'all'], ['ask', 'here', text], ['ask', 'a', 'b', 'c'], ['--all']]) {
      expect(await typed('theirs', ...words)).toMatchObject({ status: 2 });
    }
  });

  it('wait for each other until the log is admitted', async () => {
    expect(await asked()).toBe(0);
    await grow();
    expect([await asked(), await asked()]).toEqual([1, 0]);
    const refusal: unknown = await works().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'audit.witness-pending', details: { cause: 'status 404' } });
    expect(sortFailure(refusal, 9)).toMatchObject({ tryAgain: true });
    expect(await theirs.agency.database.look('select 1 from witness_request')).toEqual([]);
  });

  it('agree on the first checkpoint, and on the next ones by proof', async () => {
    const { note } = await signing.keyInForce(ours.organizationId);
    expect(await typed('theirs', 'admit', verifierKey(note))).toMatchObject({ status: 0 });
    await works();
    for (let more = 0; more < 3; more += 1) {
      await grow();
      expect(await asked()).toBe(1);
      await works();
    }
    expect(await asked()).toBe(0);
    const cosignatures = await kept();
    expect(cosignatures).toHaveLength(4);
    for (const { size, line, cosignedAt, witness: name } of cosignatures) {
      const read = readCosignature(line.trimEnd());
      const { text = '' } = splitNote(await noteAt(size)) ?? {};
      expect([name, read && isCosignedBy(read, text, witness)]).toEqual([witness.name, true]);
      expect(read && momentOf(read)).toEqual(cosignedAt);
    }
    const size = cosignatures.at(-1)?.size ?? 0;
    expect((await typed('theirs', 'list')).said).toContain(`✓ ${originOf(ours.organizationId)}: ${size}`);
  });

  it('find together again when one has forgotten how far they were', async () => {
    const look = (sql: string): Promise<unknown> => ours.agency.database.look(sql);
    await look('alter table audit_cosignature disable trigger all');
    await look('delete from audit_cosignature');
    await look('alter table audit_cosignature enable trigger all');
    await grow();
    await asked();
    await works();
    expect(await kept()).toHaveLength(1);
  });

  it('do not wait for a witness that is away, and ask another one meanwhile', async () => {
    const other = noteKeyOf('away.example.go.th/witness', generateKeyPairSync('ed25519').privateKey);
    await ours.agency.unitOfWork.withoutTenant((manager) => addWitness(manager, other, 'http://127.0.0.1:9'));
    expect(await asked()).toBe(1);
    const away = await openWork();
    await expect(works()).rejects.toMatchObject({ code: 'audit.witness-pending' });
    await ours.agency.database.look(
      `update work set next_at = now() + interval '1 hour', lease_until = null,
       failures = 1, last_problem = 'audit.witness-pending x', last_problem_at = now() where id = $1`,
      [away],
    );
    await grow();
    expect(await asked()).toBe(1);
    const [{ id } = { id: '' }] = await ours.agency.database.look<{ id: string }>(
      `select id from work where step = 'audit.cosign' and state = 'open' and id <> $1`,
      [away],
    );
    await cosignLog(ours.agency.unitOfWork, askWitness, await ours.mustClaim(id), NEVER);
    const states = await ours.inTenant((tx) => witnessStates(tx, ours.organizationId));
    const size = (await kept()).at(-1)?.size;
    expect(states.find(({ name }) => name === witness.name)).toMatchObject({ newest: { size }, problem: null });
    expect(states.find(({ name }) => name === other.name)).toMatchObject({
      newest: null,
      problem: { code: 'audit.witness-pending' },
      isSetAside: false,
    });
    expect(await ours.agency.unitOfWork.withoutTenant((manager) => removeWitness(manager, other.name))).toBe(true);
    await ours.makeDue(away);
    await cosignLog(ours.agency.unitOfWork, askWitness, await ours.mustClaim(away), NEVER);
    expect((await ours.state(away)).state).toBe('done');
  });

  it('put what the witness said into bundles, which it then anchors', async () => {
    const blobs = new BlobStore(join(folder, 'blobs'));
    const making = new BundleMaking(ours.agency.unitOfWork, signing, blobs);
    const { organizationId, divisions } = ours.agency;
    const content = aMeasure([divisions.get('กองคลัง') ?? '']);
    const { id: itemId } = await ours.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
    );
    const checkpoints = (await kept()).map(({ size, cosignedAt }) => ({ size, at: cosignedAt.toISOString() }));
    const cosigned = [{ witness: witness.name, isTrusted: true, checkpoints }];
    const log = await making.bundle(organizationId, null);
    expect((await making.bundle(organizationId, null)).bytes.equals(log.bytes)).toBe(true);
    const newest = [{ ...cosigned[0], checkpoints: checkpoints.slice(-1) }];
    const item = await making.bundle(organizationId, { itemKind: 'measure', itemId });
    for (const [bundle, said] of [[log, cosigned] as const, [item, newest] as const]) {
      const path = join(folder, 'bundle.tar');
      writeFileSync(path, bundle.bytes);
      const request = await bundleRequestOf([path, '--witness', witnessKey(witness)]);
      expect(await verifyBundle(path, request?.anchors)).toMatchObject({ intact: true, cosigned: said, notes: [] });
      expect(await verifyBundle(path)).toMatchObject({ intact: true, notes: ['not-anchored'] });
    }
  });

  it('believe no answer that is no cosignature of this checkpoint by this witness', async () => {
    await grow();
    await asked();
    const [older] = await kept();
    const answers = [
      older?.line ?? '',
      'nonsense',
      '',
      `— ${witness.name} ${Buffer.alloc(76).toString('base64')}\n`,
    ].map((body) => ({ status: 200, body }));
    for (const answer of answers) {
      await expect(works(async () => answer)).rejects.toMatchObject({ code: 'audit.witness-pending' });
    }
    const moving: AskWitness = async (_url, body) => ({
      status: 409,
      body: body.startsWith('old 1\n') ? '2\n' : '1\n',
    });
    await expect(works(moving)).rejects.toMatchObject({ code: 'audit.witness-pending' });
    const ahead: AskWitness = async () => ({ status: 409, body: '99999999\n' });
    const refusal: unknown = await works(ahead).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'audit.witness-refused', details: { status: 409, size: 99_999_999 } });
    expect(sortFailure(refusal, 0)).toMatchObject({ tryAgain: false });
    await works();
  });

  it('talk without cookies, with sizes and limits as the protocol has them', async () => {
    const latest = await signing.checkpoint(ours.organizationId);
    const smaller = await say(addCheckpointBody({ oldSize: 0, proof: [], note: latest.note }));
    expect([smaller.status, smaller.headers.get('content-type')]).toEqual([409, 'text/x.tlog.size']);
    expect([await smaller.text(), smaller.headers.get('set-cookie')]).toEqual([`${latest.size}\n`, null]);
    const again = await say(addCheckpointBody({ oldSize: latest.size, proof: [], note: latest.note }));
    expect([again.status, await again.text()]).toEqual([200, expect.stringMatching(/^— \S+ \S+\n$/)]);
    expect((await say('nonsense')).status).toBe(400);
    expect((await say('x'.repeat(LARGEST_REQUEST_BYTES + 1))).status).toBe(413);
    const forged = latest.note.replace(/\n\d+\n/, '\n999999\n');
    expect((await say(addCheckpointBody({ oldSize: latest.size, proof: [], note: forged }))).status).toBe(403);
    expect((await fetch(`${theirs.address}/witness/add-checkpoint`)).status).toBe(404);
    expect(await theirs.agency.database.look('select 1 from witness_request')).toEqual([]);
  });

  it('of two different trees of one size sees one, also when both come at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const name = originOf(randomUUID());
      const { privateKey } = generateKeyPairSync('ed25519');
      const key = verifierKey(noteKeyOf(name, privateKey));
      await theirs.agency.database.look('insert into witnessed_log (origin) values ($1)', [name]);
      await theirs.agency.database.look('insert into witnessed_log_key (origin, public_key) values ($1, $2)', [
        name,
        noteKeyOf(name, privateKey).publicKey,
      ]);
      const bodies = [OTHER_ROOT, Buffer.alloc(32, 8)].map((root) =>
        addCheckpointBody({
          oldSize: 0,
          proof: [],
          note: signNote(checkpointText({ origin: name, size: 5, root }), name, privateKey),
        }),
      );
      const answers = await Promise.all(bodies.map(say));
      expect({ key, statuses: answers.map(({ status }) => status).sort() }).toEqual({ key, statuses: [200, 409] });
      const loser = bodies[answers.findIndex(({ status }) => status === 409)] ?? '';
      expect((await say(loser.replace('old 0', 'old 5'))).status).toBe(409);
    }
    const { said } = await typed('theirs', 'list');
    expect(said.match(/This log signed two trees of one size/g)).toHaveLength(5);
  });

  it('go on from where they were after a log was removed and admitted again', async () => {
    const name = originOf(ours.organizationId);
    const latest = await signing.checkpoint(ours.organizationId);
    expect(await typed('theirs', 'remove', name)).toMatchObject({ status: 0 });
    await expect(typed('theirs', 'remove', name)).rejects.toMatchObject({ code: 'audit.witness-unknown' });
    const body = addCheckpointBody({ oldSize: 0, proof: [], note: latest.note });
    expect((await say(body)).status).toBe(404);
    const { note } = await signing.keyInForce(ours.organizationId);
    expect(await typed('theirs', 'admit', verifierKey(note))).toMatchObject({ status: 0 });
    expect((await say(body)).status).toBe(409);
    const back = theirs.agency.database.look('update witnessed_log set size = 1 where origin = $1', [name]);
    await expect(back).rejects.toThrow('was cosigned');
    await expect(theirs.agency.database.look('delete from witnessed_log')).rejects.toThrow('append-only');
  });

  it('part when the holder of the key rebuilt the log', async () => {
    const latest = await signing.checkpoint(ours.organizationId);
    const key = await signing.keyInForce(ours.organizationId);
    await rebuilt(key);
    const same = await noteAt(latest.size);
    expect(same).not.toBe(latest.note);
    const fork = await say(addCheckpointBody({ oldSize: latest.size, proof: [], note: same }));
    expect([fork.status, await fork.text()]).toEqual([409, `${latest.size}\n`]);
    await grownOn(key);
    expect(await asked()).toBe(1);
    await expect(works()).rejects.toMatchObject({ code: 'audit.witness-refused', details: { status: 422 } });
    expect((await kept()).at(-1)?.size).toBe(latest.size);
    expect((await typed('theirs', 'list')).said).toContain(same.split('\n')[2]);
    expect(theirs.surprises).toEqual([]);
  });

  /** The log's newest checkpoint over other events, signed anew: as its owner could who holds key and database. */
  async function rebuilt(key: OwnKey): Promise<void> {
    const superuser = (sql: string, values: unknown[] = []): Promise<object[]> =>
      ours.agency.database.look(sql, values);
    await superuser('alter table audit_event disable trigger all');
    await superuser(
      `update audit_event set bytes = convert_to(replace(convert_from(bytes, 'utf8'), 'person.add', 'person.odd'), 'utf8')`,
    );
    await superuser('alter table audit_event enable trigger all');
    const { size } = await signing.checkpoint(ours.organizationId);
    await superuser('alter table audit_checkpoint disable trigger all');
    await superuser('update audit_checkpoint set note = $2 where size = $1', [size, await signedAt(size, key)]);
    await superuser('alter table audit_checkpoint enable trigger all');
  }

  /** One more event, and a checkpoint of the rebuilt log. */
  async function grownOn(key: OwnKey): Promise<void> {
    await ours.inTenant((tx) => appendAudit(tx, { action: 'test.append' }));
    const [{ size } = { size: 0 }] = await ours.agency.database.look<{ size: number }>(
      'select max(seq)::int as size from audit_event',
    );
    await ours.agency.database.look(
      `insert into audit_checkpoint (organization_id, size, root, head, frontier, note) values ($1, $2, $3, $3, $3, $4)`,
      [ours.organizationId, size, OTHER_ROOT, await signedAt(size, key)],
    );
  }

  async function signedAt(size: number, { privateKey }: OwnKey): Promise<string> {
    const rows = await ours.agency.database.look<{ bytes: Buffer }>('select bytes from audit_event order by seq');
    const tree = new MerkleTree(rows.map(({ bytes }) => leafHash(bytes)));
    const origin = originOf(ours.organizationId);
    return signNote(checkpointText({ origin, size, root: tree.root(size) }), origin, privateKey);
  }
});
