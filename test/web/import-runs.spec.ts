import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BlobStore } from '../../src/storage/blob-store.js';
import { ImportWork, longPlan } from '../imports/import-bench.js';
import { Gate } from '../imports/import-gate.js';
import { testAgency } from '../support/agency.js';
import { Program, type Answer } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

const PATH = '/api/v1/imports';
const NOBODYS = '0198c0de-0000-7000-8000-000000000000';

/** Long imports through the API; how they go is the same on the pages. */
describe('long imports', () => {
  let web: RunningWeb;
  let officer: Program;
  let worker: ImportWork;

  beforeAll(async () => {
    web = await runningWeb();
    officer = await Program.signedIn(web.address, 'officer');
    worker = new ImportWork(web.agency, new BlobStore(join(web.folder, 'blobs')));
  });
  afterEach(() => worker.workOff());
  afterAll(() => web.close());

  const brings = (measures: number, fiscalYear: number, headers: Record<string, string> = {}): Promise<Answer> => {
    const body = new FormData();
    body.set('fiscalYear', String(fiscalYear));
    body.set('file', new Blob([planOf(fiscalYear, measures)]), 'แผน.csv');
    return officer.send('POST', PATH, { body, headers });
  };
  const seen = async (location: string | null): Promise<Answer['json']> => (await officer.get(location ?? '')).json;
  const stock = async (fiscalYear: number): Promise<number> => {
    const [row] = await web.agency.database.look<{ count: number }>(
      'select count(*)::int as count from measure where fiscal_year = $1',
      [fiscalYear],
    );
    return row?.count ?? -1;
  };

  it('answers short files at once, and long ones with the address where progress is seen', async () => {
    const short = await brings(50, 2570);
    expect([short.status, short.json.created.length]).toEqual([200, 50]);
    const long = await brings(51, 2570);
    const location = long.headers.get('location');
    expect([long.status, location]).toEqual([202, `${PATH}/${long.json.id}`]);
    expect(long.json).toMatchObject({ state: 'waiting', measures: 51, settled: 0, created: null, problem: null });
    expect(long.headers.get('preference-applied')).toBeNull();
    await worker.workOff();
    expect(await seen(location)).toMatchObject({ state: 'done', settled: 51, created: 1, alreadyThere: 50 });
    expect((await officer.get(PATH)).json[0]).toEqual(await seen(location));
  });

  it('leaves a short file to the worker where a program prefers that (RFC 7240)', async () => {
    const { status, headers } = await brings(2, 2571, { prefer: 'return=minimal, respond-async; wait=1' });
    expect([status, headers.get('preference-applied')]).toEqual([202, 'respond-async']);
    expect(await stock(2571)).toBe(0);
    await worker.workOff();
    expect(await seen(headers.get('location'))).toMatchObject({ state: 'done', created: 2 });
  });

  it('starts one run for a key, and none for another file with it', async () => {
    const first = await brings(60, 2572, { 'idempotency-key': 'one' });
    const again = await brings(60, 2572, { 'idempotency-key': 'one' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect([again.status, again.text, again.headers.get('location')]).toEqual([
      202,
      first.text,
      first.headers.get('location'),
    ]);
    expect((await brings(61, 2572, { 'idempotency-key': 'one' })).json.code).toBe('idempotency.key-reused');
    await worker.workOff();
    expect(await stock(2572)).toBe(60);
  });

  it('are proof-read to the last measure before they are taken', async () => {
    const plan = planOf(2568, 120).replace('1. จัดทำ 2. เผยแพร่', '1. โทร 081-234-5678').split('\n');
    const [header = '', first = '', ...others] = plan;
    const bytes = new TextEncoder().encode([header, ...others, first].join('\n'));
    const { json } = await officer.upload(`${PATH}/preview`, 'แผน.csv', bytes, { fiscalYear: '2568' });
    const found = (json.proof as { rule: string; at: string; key: string }[]).filter(
      ({ rule }) => rule === 'personal.data',
    );
    expect(found.map(({ at }) => at)).toEqual(['120.methods']);
  });

  it('tells how far it is while it goes on', async () => {
    const { headers } = await brings(300, 2568);
    const gate = await Gate.closedBefore(web.agency, 220);
    try {
      const working = worker.workOff();
      while ((await seen(headers.get('location'))).settled !== 200) await pause(20);
      expect(await seen(headers.get('location'))).toMatchObject({ state: 'running', settled: 200, measures: 300 });
      await gate.open();
      await working;
    } finally {
      await gate.open();
    }
    while ((await seen(headers.get('location'))).state !== 'done') await worker.workOff(); // a slow machine tries again
    expect(await stock(2568)).toBe(300);
  });

  it('fails with its reason when the officer lost the post, and is tried again on demand', async () => {
    const { headers } = await brings(60, 2573);
    const ofOfficer = `update appointment set ends_on = $2::date where person_id = $1`;
    await web.agency.database.look(ofOfficer, [web.agency.personId('officer'), '2025-01-01']);
    await worker.workOff();
    const admin = await Program.signedIn(web.address, 'admin');
    const location = headers.get('location') ?? '';
    const failed = (await admin.get(location)).json;
    expect(failed).toMatchObject({ state: 'failed', settled: 0, problem: { code: 'import.asker-may-not' } });
    expect(failed.problem.detail).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/right/) });
    const visit = await Visit.signedIn(web.address, 'admin');
    const page = location.replace(PATH, '/imports/runs');
    expect((await visit.get(page)).text).toContain('ไม่มีมาตรการใดถูกบันทึก');
    expect((await visit.get('/imports')).text).toContain(page);

    await web.agency.database.look(ofOfficer, [web.agency.personId('officer'), null]);
    expect((await visit.post(`${page}/retry`, {})).headers.get('location')).toBe(page);
    await worker.workOff();
    expect((await visit.get(page)).text).toContain('นำเข้าแล้ว');
    const late = await admin.post(`${location}/retry`, {}, { 'idempotency-key': 'late' });
    expect([late.status, late.json.code]).toEqual([404, 'work.not-found']);
  });

  it('is shown to nobody who may not import, and to no other agency', async () => {
    const { headers } = await brings(60, 2574);
    const location = headers.get('location') ?? '';
    const head = await Program.signedIn(web.address, 'head-finance');
    expect([(await head.get(location)).status, (await head.get(PATH)).status]).toEqual([403, 403]);
    expect((await head.post(`${location}/retry`)).status).toBe(403);
    await testAgency('neighbour', web.agency.database);
    const neighbour = await Program.signedIn(web.address, 'officer', 'neighbour');
    const stripped = ({ status, json }: Answer): object => ({ status, ...json, reference: '' });
    const random = stripped(await neighbour.get(`${PATH}/${NOBODYS}`));
    expect(stripped(await neighbour.get(location))).toEqual(random);
    expect(stripped(await neighbour.post(`${location}/retry`))).toEqual(random);
    expect((await neighbour.get(PATH)).json).toEqual([]);
    expect(random).toMatchObject({ status: 404, code: 'import.run-not-found' });
  });

  it('surprised nobody', () => expect(web.surprises).toEqual([]));
});

const planOf = (fiscalYear: number, measures: number): string =>
  new TextDecoder().decode(longPlan(measures)).replaceAll('2568', String(fiscalYear));
