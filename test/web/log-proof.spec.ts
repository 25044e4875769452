import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConsistencyLine, readInclusionLine } from '../../src/audit/bundle-proofs.js';
import { isConsistent, isIncluded } from '../../src/audit/merkle-proofs.js';
import { leafHash } from '../../src/audit/merkle.js';
import { pdfCheckpoint } from '../../src/audit/pdf-checkpoint.js';
import { bundleRequestOf } from '../../src/cli/bundle-request.js';
import { bangkokDay } from '../../src/core/time/calendar-days.js';
import { readPdf } from '../documents/read-pdf.js';
import { verifyBundle } from '../../src/audit/verify-bundle.js';
import { logWork } from '../../src/app/worker-log.js';
import { organizationId, type OrganizationId } from '../../src/database/tenant.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { dataPaths } from '../../src/config/paths.js';
import { claimWork } from '../../src/outbox/claims.js';
import { Program } from './support/program.js';
import { completedMeasure } from './support/completed-measure.js';
import { cosign, witnessKey } from '../../src/audit/cosignature.js';
import { noteKeyOf, splitNote } from '../../src/audit/signed-note.js';
import { latestCheckpoint } from '../../src/proofs/checkpoints.queries.js';
import { askCosignatures } from '../../src/proofs/cosign-log.js';
import { keepCosignature } from '../../src/proofs/cosignatures.queries.js';
import { addWitness } from '../../src/proofs/witnesses.queries.js';
import { keepStamp } from '../../src/proofs/stamps.queries.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

const NEVER = new AbortController().signal;
const PATH = '/api/v1/audit';

describe('the proof of the log, on pages and through the API', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-proof-'));
  let web: RunningWeb;
  let auditor: Program;
  let work: ReturnType<typeof logWork>;
  let tenant: OrganizationId;

  beforeAll(async () => {
    web = await runningWeb();
    tenant = organizationId(web.agency.organizationId);
    work = logWork(web.agency.unitOfWork, new BlobStore(dataPaths(web.folder).blobs), dataPaths(folder), null);
    auditor = await Program.signedIn(web.address, 'auditor');
  });
  afterAll(async () => {
    await web.close();
    rmSync(folder, { recursive: true });
  });

  /** What the worker does when its turn comes. */
  async function worksOn(step: 'audit.export'): Promise<void> {
    const open = await web.agency.database.look<{ id: string }>(
      `select id from work where step = $1 and state = 'open'`,
      [step],
    );
    for (const { id } of open) {
      const claim = await web.agency.unitOfWork.inTenant(tenant, (tx) => claimWork(tx, tenant, id));
      if (claim) await work.handlers[step](claim, NEVER);
    }
  }
  const written = (bytes: Uint8Array): string => {
    const path = join(folder, 'bundle.tar');
    writeFileSync(path, bytes);
    return path;
  };

  it('says that nothing was signed yet', async () => {
    expect((await auditor.get(`${PATH}/checkpoints/latest`)).json).toMatchObject({
      status: 404,
      code: 'audit.checkpoint-not-found',
    });
    expect((await auditor.get(`${PATH}/keys`)).json).toEqual([]);
    const visit = await Visit.signedIn(web.address, 'auditor');
    expect((await visit.get('/history/proof')).text).toContain('ยังไม่มีจุดตรวจที่ลงนาม');
    expect((await new Visit(web.address).get('/p/tua-yang/checkpoint.txt')).status).toBe(404);
  });

  it('tells everybody its key and its checkpoints, and auditors the proofs between them', async () => {
    await work.checkpointNow(tenant);
    await completedMeasure(web.agency, 2568, 'มาตรการตัวอย่าง');
    await work.checkpointNow(tenant);
    const { json } = await auditor.get(`${PATH}/checkpoints`);
    const checkpoints = json as { size: number; root: string; note: string }[];
    const [newer, older] = checkpoints;
    if (!newer || !older) throw new Error('there are no two checkpoints');
    expect((await auditor.get(`${PATH}/checkpoints/latest`)).json).toEqual(newer);
    const trees = [older, newer].map(({ size, root }) => ({ size, root: Buffer.from(root, 'hex') }));
    const [from = { size: 0, root: Buffer.alloc(0) }, to = from] = trees;

    const grown = await auditor.get(`${PATH}/proofs/consistency?from=${older.size}&to=${newer.size}`);
    expect(isConsistent({ from, to }, readConsistencyLine(grown.text)?.path ?? [])).toBe(true);
    const inside = await auditor.get(`${PATH}/proofs/inclusion?seq=3&size=${newer.size}`);
    const [event] = await web.agency.database.look<{ bytes: Buffer }>('select bytes from audit_event where seq = 3');
    const leaf = leafHash(event?.bytes ?? Buffer.alloc(0));
    expect(isIncluded(leaf, 2, to, readInclusionLine(inside.text)?.path ?? [])).toBe(true);

    const anybody = new Visit(web.address);
    expect((await anybody.get('/p/tua-yang/checkpoint.txt')).text).toBe(newer.note);
    expect((await anybody.get('/p/tua-yang/checkpoints.txt')).text).toBe(`${newer.note}\n${older.note}\n`);
    const keys = (await auditor.get(`${PATH}/keys`)).json as { key: string }[];
    expect((await anybody.get('/p/tua-yang/log-key.txt')).text).toBe(`${keys[0]?.key}\n`);
  });

  it('makes a bundle that somebody asked for once, and logs who asked', async () => {
    const asked = await auditor.post(`${PATH}/exports`, {}, { 'idempotency-key': 'one' });
    const again = await auditor.post(`${PATH}/exports`, {}, { 'idempotency-key': 'one' });
    expect([asked.status, again.json, again.headers.get('idempotent-replayed')]).toEqual([201, asked.json, 'true']);
    const path = `${PATH}/exports/${(asked.json as { id: string }).id}`;
    expect((await auditor.get(`${path}/bundle`)).json).toMatchObject({ status: 409, code: 'audit.export-not-ready' });
    await worksOn('audit.export');
    expect((await auditor.get(path)).json).toMatchObject({
      itemKind: null,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
    const { headers, bytes } = await auditor.getBytes(`${path}/bundle`);
    expect(headers.get('content-type')).toBe('application/x-tar');
    const logKey = (await new Visit(web.address).get('/p/tua-yang/log-key.txt')).text.trim();
    expect(await verifyBundle(written(bytes), { logKey })).toMatchObject({ intact: true, notes: [] });
    const logged = await web.agency.database.look(
      `select 1 from audit_event where event ->> 'action' = 'audit.export'`,
    );
    expect(logged).toHaveLength(1);
  });

  it('makes a bundle of one item from the address of its page, and keeps it for download', async () => {
    const visit = await Visit.signedIn(web.address, 'auditor');
    const [measure] = await web.agency.database.look<{ id: string }>('select id from measure');
    await visit.get('/history/proof');
    const item = `${web.address}/measures/${measure?.id}`;
    expect((await visit.post('/history/exports', { item, idempotencyKey: 'x' })).status).toBe(303);
    expect((await visit.get('/history/proof')).text).toContain('กำลังจัดทำ');
    await worksOn('audit.export');
    const { text } = await visit.get('/history/proof');
    expect(text).toContain('เฉพาะมาตรการ');
    const href = /href="(\/history\/exports\/[0-9a-f-]+)"/.exec(text)?.[1] ?? '';
    const { bytes } = await auditor.getBytes(href.replace('/history/exports', `${PATH}/exports`) + '/bundle');
    expect(await verifyBundle(written(bytes))).toMatchObject({
      intact: true,
      manifest: { scope: 'item', itemId: measure?.id },
    });
    expect((await visit.get(href)).headers.get('content-type')).toBe('application/x-tar');
    expect((await visit.get('/history/inclusion?event=2')).text).toContain('"seq":"2"');
    const size = /\/history\/checkpoints\/(\d+)/.exec(text)?.[1] ?? '';
    expect((await visit.get(`/history/checkpoints/${size}`)).text).toMatch(/^prongsai\//);
  });

  it("makes a bundle of a fiscal year, or of days of one's own, and says when days are no days", async () => {
    const visit = await Visit.signedIn(web.address, 'auditor');
    const { text: form } = await visit.get('/history/proof');
    const year = /<option value="(\d{4})"/.exec(form)?.[1] ?? '';
    expect((await visit.post('/history/exports', { year, idempotencyKey: 'y' })).status).toBe(303);
    const day = { 'from.day': '31', 'from.month': '2', 'from.year': '2569' };
    const refused = await visit.post('/history/exports', { ...day, idempotencyKey: 'z' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('error-summary')]);
    const days = { from: '2026-01-01', to: '2199-12-31' };
    const asked = await auditor.post(`${PATH}/exports`, days);
    await worksOn('audit.export');
    const { id } = asked.json as { id: string };
    expect((await auditor.get(`${PATH}/exports/${id}`)).json).toMatchObject({ ...days, itemKind: null });
    const { bytes } = await auditor.getBytes(`${PATH}/exports/${id}/bundle`);
    const verdict = await verifyBundle(written(bytes));
    expect(verdict).toMatchObject({
      intact: true,
      manifest: { period: days },
      notes: ['not-anchored', 'period-not-covered'],
    });
    expect((await visit.get('/history/proof')).text).toContain('ปีงบประมาณ');
  });

  it('prints one page for the paper file, whose file is a witness like a published document', async () => {
    const [newest] = (await auditor.get(`${PATH}/checkpoints`)).json as { size: number; root: string; note: string }[];
    const { size = 0, root = '', note = '' } = newest ?? {};
    const { headers, bytes } = await auditor.getBytes(`${PATH}/sheet`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(pdfCheckpoint(bytes)).toBe(note);
    const month = bangkokDay(new Date()).slice(0, 7);
    const again = await auditor.getBytes(`${PATH}/sheet?month=${month}`);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
    const words = (await readPdf(bytes)).map(({ letters }) => letters);
    expect(words).toHaveLength(1);
    expect(words[0]).toContain(root.slice(0, 4));
    const anybody = new Visit(web.address);
    expect((await anybody.get(`/p/tua-yang/checkpoints/${size}.txt`)).text).toBe(note);
    expect((await anybody.get('/p/tua-yang/checkpoints/1.txt')).status).toBe(404);
    const visit = await Visit.signedIn(web.address, 'auditor');
    expect((await visit.get('/history/proof')).text).toContain(`<option value="${month}"`);
    expect((await visit.get(`/history/sheet?month=${month}`)).headers.get('content-type')).toBe('application/pdf');
    const sheet = join(folder, 'sheet.pdf');
    writeFileSync(sheet, bytes);
    const [made] = (await auditor.get(`${PATH}/exports`)).json as { id: string }[];
    const bundle = written((await auditor.getBytes(`${PATH}/exports/${made?.id}/bundle`)).bytes);
    const { anchors } = (await bundleRequestOf([bundle, '--known', sheet, '--root', `${size}: ${root}`])) ?? {};
    expect([...(anchors?.checkpoints?.values() ?? []), ...(anchors?.roots ?? [])]).toEqual([note, [size, root]]);
    expect(await verifyBundle(bundle, anchors)).toMatchObject({ intact: true, notes: ['period-not-covered'] });
  });

  it.each([
    ['a month that is none', () => auditor.get(`${PATH}/sheet?month=2025-13`), 422, 'input.invalid'],
    [
      'a month in which nothing was signed',
      () => auditor.get(`${PATH}/sheet?month=2001-01`),
      404,
      'audit.checkpoint-not-found',
    ],
    [
      'an officer who asks for the sheet',
      () => Program.signedIn(web.address, 'officer').then((by) => by.get(`${PATH}/sheet`)),
      403,
      'permission.denied',
    ],
    ['half a period', () => auditor.post(`${PATH}/exports`, { from: '2025-10-01' }), 422, 'input.invalid'],
    [
      'a period that ends before it begins',
      () => auditor.post(`${PATH}/exports`, { from: '2025-10-01', to: '2025-09-30' }),
      422,
      'input.invalid',
    ],
    [
      'a period without an event',
      () => auditor.post(`${PATH}/exports`, { from: '2001-10-01', to: '2002-09-30' }),
      404,
      'audit.period-empty',
    ],
    [
      'an officer who asks',
      () => Program.signedIn(web.address, 'officer').then((by) => by.post(`${PATH}/exports`)),
      403,
      'permission.denied',
    ],
    [
      'an officer who looks',
      () => Program.signedIn(web.address, 'officer').then((by) => by.get(`${PATH}/checkpoints`)),
      403,
      'permission.denied',
    ],
    ['a stranger', () => new Program(web.address).get(`${PATH}/exports`), 401, 'sign-in.required'],
    ['a kind without an item', () => auditor.post(`${PATH}/exports`, { itemKind: 'measure' }), 422, 'input.invalid'],
    [
      'an item that is none',
      () => auditor.post(`${PATH}/exports`, { itemKind: 'measure', itemId: '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70' }),
      404,
      'item.not-found',
    ],
    [
      'an event beyond the checkpoint',
      () => auditor.get(`${PATH}/proofs/inclusion?seq=99999&size=1`),
      404,
      'audit.checkpoint-not-found',
    ],
    [
      'a checkpoint of another size',
      () => auditor.get(`${PATH}/proofs/consistency?from=1&to=2`),
      404,
      'audit.checkpoint-not-found',
    ],
    ['a bundle that is none', () => auditor.get(`${PATH}/exports/none`), 404, 'audit.export-not-found'],
  ])('refuses %s', async (_name, ask, status, code) => {
    expect((await ask()).json).toMatchObject({ status, code });
  });

  it('tells what a time-stamping authority said, to everybody and on the page', async () => {
    const anybody = new Visit(web.address);
    expect((await anybody.get('/p/tua-yang/stamped-checkpoint.tst')).status).toBe(404);
    expect((await auditor.get(`${PATH}/stamps/latest`)).json).toMatchObject({ code: 'audit.stamp-not-found' });
    const visit = await Visit.signedIn(web.address, 'auditor');
    expect((await visit.get('/history/proof')).text).toContain('ยังไม่มีการรับรองเวลา');

    const [newest] = (await auditor.get(`${PATH}/checkpoints`)).json as { size: number; note: string }[];
    const { size = 0, note = '' } = newest ?? {};
    const token = Buffer.from([0x30, 0x00]);
    const stampedAt = new Date('2026-11-21T01:30:00Z');
    const stamp = { size, token, stampedAt, authority: 'ผู้ให้บริการรับรองเวลาตัวอย่าง' };
    await web.agency.unitOfWork.inTenant(tenant, (tx) => keepStamp(tx, tenant, stamp));

    expect((await anybody.get('/p/tua-yang/stamped-checkpoint.txt')).text).toBe(note);
    const open = await new Program(web.address).getBytes('/p/tua-yang/stamped-checkpoint.tst');
    expect(Buffer.from(open.bytes)).toEqual(token);
    expect((await auditor.get(`${PATH}/stamps/latest`)).json).toEqual({
      size,
      stampedAt: '2026-11-21T01:30:00.000Z',
      authority: stamp.authority,
      token: token.toString('base64'),
    });
    const { text } = await visit.get('/history/proof');
    expect(text).toContain(stamp.authority);
    expect(text).toContain(`/history/stamps/${size}`);
    const own = await auditor.getBytes(`/history/stamps/${size}`);
    expect([own.headers.get('content-disposition'), Buffer.from(own.bytes)]).toEqual([
      `attachment; filename="checkpoint-${size}.tst"`,
      token,
    ]);
  });

  it('tells which witnesses there are, whether they answer, and what they said', async () => {
    const anybody = new Visit(web.address);
    expect((await anybody.get('/p/tua-yang/cosigned-checkpoint.txt')).status).toBe(404);
    const auditing = await Visit.signedIn(web.address, 'auditor');
    expect((await auditing.get('/history/proof')).text).toContain('ยังไม่มีพยานอิสระ');

    const { privateKey } = generateKeyPairSync('ed25519');
    const witness = noteKeyOf('phayan.example.go.th/witness', privateKey);
    await web.agency.unitOfWork.withoutTenant((manager) =>
      addWitness(manager, witness, 'https://phayan.example.go.th'),
    );
    await askCosignatures(web.agency.unitOfWork, NEVER);
    expect((await auditing.get('/history/proof')).text).toContain('รอถาม');
    const { size, note } = await web.agency.unitOfWork.inTenant(tenant, async (tx) => {
      const latest = await latestCheckpoint(tx, tenant);
      if (!latest) throw new Error('there is no checkpoint');
      return latest;
    });
    const { text = '' } = splitNote(note) ?? {};
    const line = cosign(text, { name: witness.name, privateKey }, 1_795_000_000);
    const cosignedAt = new Date(1_795_000_000_000);
    const cosignature = { size, witness: witness.name, publicKey: witness.publicKey, line, cosignedAt };
    await web.agency.unitOfWork.inTenant(tenant, (tx) => keepCosignature(tx, tenant, cosignature));
    const open = (await anybody.get('/p/tua-yang/cosigned-checkpoint.txt')).text;
    expect(open).toBe(`${note}${line}`);
    expect((await auditor.get(`${PATH}/witnesses`)).json).toEqual([
      {
        ...{ name: witness.name, key: witnessKey(witness), url: 'https://phayan.example.go.th' },
        ...{ size, cosignedAt: cosignedAt.toISOString(), problem: null, isSetAside: false },
      },
    ]);
    const shown = (await auditing.get('/history/proof')).text;
    for (const words of [witness.name, 'ตอบแล้ว', '/p/tua-yang/cosigned-checkpoint.txt']) expect(shown).toContain(words);
  });

  it('lets the administrator ask again a witness that refused, and nobody else', async () => {
    const [work] = await web.agency.database.look<{ id: string }>(
      `update work set state = 'quarantined', last_problem = 'audit.witness-refused {"status":422}', last_problem_at = now()
       where step = 'audit.cosign' returning id`,
    );
    const path = `/history/witnesses/${work?.id}/retry`;
    const auditing = await Visit.signedIn(web.address, 'auditor');
    const told = (await auditing.get('/history/proof')).text;
    expect([told.includes('พยานไม่ยอมรับ พักไว้'), told.includes(path)]).toEqual([true, false]);
    expect((await auditor.get(`${PATH}/witnesses`)).json).toMatchObject([
      { problem: 'audit.witness-refused', isSetAside: true },
    ]);
    expect((await auditing.post(path, {})).status).toBe(403);
    const administering = await Visit.signedIn(web.address, 'admin');
    expect((await administering.get('/history/proof')).text).toContain(path);
    expect((await administering.post('/history/witnesses/none/retry', {})).status).toBe(404);
    expect((await administering.post(path, {})).status).toBe(303);
    expect((await administering.get('/history/proof')).text).not.toContain(path);
    expect(
      await web.agency.database.look(`select 1 from work where step = 'audit.cosign' and state = 'open'`),
    ).toHaveLength(1);
  });

  it('surprised nobody', () => {
    expect(web.surprises).toEqual([]);
  });
});
