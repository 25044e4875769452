import type { Browser } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/app/demo-organization.js';
import { actsOn, draftedMeasure } from '../support/deeds.js';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { PersonAtBrowser } from './support/person-at-browser.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

interface Submitted {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string;
}

let web: RunningWeb;
beforeAll(async () => (web = await runningWeb()));
afterAll(() => web.close());

const submitted = async (title: string): Promise<Submitted> =>
  actsOn(web.agency, 'officer', 'submit', await draftedMeasure(web.agency, { title }));
const signOff = ({ id, version, contentHash }: Submitted) => ({
  section: 'measures',
  id,
  deed: 'sign_off',
  seenVersion: version,
  shownHash: contentHash,
});
const stateOf = async ({ id }: Submitted): Promise<string | undefined> =>
  (await web.agency.database.look<{ state: string }>('select state from measure where id = $1', [id]))[0]?.state;

describe('several decisions through the API', () => {
  let head: Program;
  beforeAll(async () => (head = await Program.signedIn(web.address, 'head-finance')));

  it('have one answer each: what can be done is done, the rest says why not', async () => {
    const [good, stale, blind] = [await submitted('ดี'), await submitted('เก่า'), await submitted('ไม่ได้อ่าน')];
    const { status, json } = await head.post('/api/v1/decisions', {
      decisions: [
        signOff(good),
        { ...signOff(stale), seenVersion: 1 },
        { ...signOff(blind), shownHash: null },
        { ...signOff(good), id: '0198c0de-0000-7000-8000-000000000000' },
        { ...signOff(blind), deed: 'approve' },
      ],
    });
    expect(status).toBe(200);
    expect(
      json.answers.map(
        ({ isDone, state, problem }: { isDone: boolean; state: string; problem: { code: string } | null }) => [
          isDone,
          state,
          problem?.code ?? null,
        ],
      ),
    ).toEqual([
      [true, 'executive_review', null],
      [false, null, 'item.changed-meanwhile'],
      [false, null, 'item.shown-hash-differs'],
      [false, null, 'item.not-found'],
      [false, null, 'item.refused'],
    ]);
    expect(json.answers[4].problem.objections[0].code).toBe('lifecycle.wrong-state');
    expect([await stateOf(good), await stateOf(stale)]).toEqual(['executive_review', 'division_review']);
  });

  it('return with a reason as well as sign', async () => {
    const measure = await submitted('ส่งคืน');
    const back = { ...signOff(measure), deed: 'return', reason: 'ขาดรายละเอียด', reasonCode: 'incomplete' };
    const { json } = await head.post('/api/v1/decisions', { decisions: [back] });
    expect(json.answers).toMatchObject([{ isDone: true, state: 'draft' }]);
  });

  it('act once for one key, and refuse the key for other decisions', async () => {
    const [one, two] = [await submitted('หนึ่ง'), await submitted('สอง')];
    const body = { decisions: [signOff(one), signOff(two)] };
    const key = { 'idempotency-key': 'many-1' };
    const [first, second] = [
      await head.post('/api/v1/decisions', body, key),
      await head.post('/api/v1/decisions', body, key),
    ];
    expect(second.text).toBe(first.text);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    const other = await head.post('/api/v1/decisions', { decisions: [signOff(one)] }, key);
    expect([other.status, other.json.code]).toEqual([422, 'idempotency.key-reused']);
    const signed = await web.agency.database.look('select 1 from decision where item_id = $1', [one.id]);
    expect(signed).toHaveLength(1);
  });

  it.each([
    ['no decision', []],
    [
      'fifty-one decisions',
      Array.from({ length: 51 }, () => ({ section: 'measures', id: crypto.randomUUID(), deed: 'x' })),
    ],
    ['a kind that is none', [{ section: 'toString', id: crypto.randomUUID(), deed: 'sign_off' }]],
    ['an unknown field', [{ section: 'measures', id: crypto.randomUUID(), deed: 'sign_off', state: 'approved' }]],
  ])('with %s are refused as a whole', async (_what, decisions) => {
    expect((await head.post('/api/v1/decisions', { decisions })).json.code).toBe('input.invalid');
  });

  it('know the codes of reasons in both languages', async () => {
    const { json } = await head.get('/api/v1/return-reasons');
    expect(json).toContainEqual({
      code: 'wrong-figures',
      label: { th: 'ตัวเลขหรือข้อเท็จจริงไม่ถูกต้อง', en: 'Wrong figures or facts' },
    });
  });
});

describe('a waiting signature through the API', () => {
  it('is handed only to who is listed', async () => {
    const measure = await submitted('มอบต่อ');
    const admin = await Program.signedIn(web.address, 'admin');
    const address = `/api/v1/measures/${measure.id}`;
    const handable = async () => (await admin.get(address)).json.handable;
    expect(await handable()).toEqual([]);
    const toPersonId = web.agency.personId('head-works');
    const [post] = await web.agency.database.look<{ id: string }>(`select id from post where name = 'ผู้อำนวยการกองคลัง'`);
    const body = { step: 0, postId: post?.id, toPersonId, reason: 'ติดราชการ' };
    const hand = (more: object = {}) => admin.post(`${address}/reassignments`, { ...body, ...more });
    expect((await hand()).json.code).toBe('route.not-to-them');
    expect((await hand({ step: 5 })).json.objections[0].code).toBe('lifecycle.wrong-state');

    await web.agency.database.look(
      `insert into acting_order (organization_id, id, person_id, post_id, capacity, order_number, ordered_on, starts_on)
       select organization_id, gen_random_uuid(), $1, $2, 'delegated_by', '1', '2020-01-01', '2020-01-01' from organization`,
      [toPersonId, post?.id],
    );
    expect(await handable()).toMatchObject([
      { step: 0, people: [{ personId: expect.any(String) }, { personId: expect.any(String) }] },
    ]);
    expect((await hand()).status).toBe(200);
    const history = (await admin.get(`${address}/history`)).json;
    expect(history.at(-1)).toMatchObject({ action: 'reassign', reason: 'ติดราชการ', handedTo: expect.any(String) });
    const works = await Program.signedIn(web.address, 'head-works');
    const { forMe } = (await works.get('/api/v1/tasks')).json;
    expect(forMe.map(({ id }: { id: string }) => id)).toContain(measure.id);
    await web.agency.database.look('update acting_order set revoked_on = current_date');
  });
});

describeInBrowser('several decisions on a phone', () => {
  let browser: Browser;
  beforeAll(async () => (browser = await launchBrowser()));
  afterAll(() => browser?.close());

  it('are chosen from my work, read, confirmed once, and answered one by one', async () => {
    const [first, second, changed] = [
      await submitted('มาตรการแรก'),
      await submitted('มาตรการที่สอง'),
      await submitted('มาตรการที่มีผู้แก้ไข'),
    ];
    const head = await PersonAtBrowser.signedIn(browser, web.address, 'head-finance');
    expect(head.page.viewportSize()?.width).toBe(390);
    await head.opens('/tasks');
    await head.reads('งานของฉัน');
    for (const title of ['มาตรการแรก', 'มาตรการที่สอง', 'มาตรการที่มีผู้แก้ไข']) {
      await head.page.getByLabel(`เลือก ${title}`, { exact: true }).check();
    }
    await head.presses('พิจารณาเรื่องที่เลือกพร้อมกัน');
    await head.reads('พิจารณาหลายเรื่อง');
    await head.page.getByText('อ่านข้อความ').first().click();
    await head.sees('จัดทำสรุปแผนการใช้จ่าย');
    await head.reads('พิจารณาหลายเรื่อง');
    await web.agency.database.look('update measure set version = version + 1 where id = $1', [changed.id]);
    await head.presses('เห็นชอบ เรื่องที่เลือก');

    await head.reads('ผลการพิจารณา');
    await head.sees('พิจารณาแล้ว ๒ จาก ๓ เรื่อง');
    await head.sees('มีผู้แก้ไขหรือพิจารณารายการนี้ไปก่อนแล้ว');
    expect([await stateOf(first), await stateOf(second), await stateOf(changed)]).toEqual([
      'executive_review',
      'executive_review',
      'division_review',
    ]);
    await head.leaves();
  });

  it('ask for one password when the proof of identity is old', async () => {
    const measure = await submitted('ยืนยันรหัส');
    const visit = await Visit.signedIn(web.address, 'head-finance');
    await visit.growOlder(web, 6 * 60_000);
    const page = await visit.get(`/tasks/decisions?item=measures/${measure.id}`);
    expect(page.text.match(/type="password"/g)).toHaveLength(1);
    const decision = ['measures', measure.id, 'sign_off', measure.version, measure.contentHash].join('/');
    const without = await visit.post('/tasks/decisions', { decision, password: '' });
    expect([without.status, await stateOf(measure)]).toEqual([422, 'division_review']);
    expect(without.text).toContain('name="decision"');
    const confirmed = await visit.post('/tasks/decisions', { decision, password: DEMO_PASSWORD });
    expect([confirmed.status, await stateOf(measure)]).toEqual([200, 'executive_review']);
  });

  it('offer no box for an own submission and say why', async () => {
    const measure = await submitted('ของตนเอง');
    await web.agency.database.look('update measure set submitted_by = $2 where id = $1', [
      measure.id,
      web.agency.personId('head-finance'),
    ]);
    const visit = await Visit.signedIn(web.address, 'head-finance');
    const { text } = await visit.get(`/tasks/decisions?item=measures/${measure.id}&item=measures/none&item=x`);
    expect(text).not.toContain('name="decision"');
    expect(text).toContain('ท่านเป็นผู้เสนอรายการนี้');
  });
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
