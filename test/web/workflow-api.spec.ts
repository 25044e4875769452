import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

let web: RunningWeb;
let admin: Program;
let officer: Program;
beforeAll(async () => {
  web = await runningWeb();
  admin = await Program.signedIn(web.address, 'admin');
  officer = await Program.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

const idOf = async (list: 'people' | 'posts', name: string): Promise<string> => {
  const { json } = await admin.get(`/api/v1/${list}`);
  return json.find((each: { name: string }) => each.name === name).id;
};

describe('acting orders through the API', () => {
  const order = async (more: object = {}) => ({
    personId: await idOf('people', 'นางสาวสมมุติ รอบคอบ'),
    postId: await idOf('posts', 'นายกองค์การบริหารส่วนตำบลตัวอย่าง'),
    capacity: 'acting_for',
    orderNumber: '12/2568',
    orderedOn: '2020-01-01',
    startsOn: '2020-01-01',
    ...more,
  });

  it('are recorded, listed and revoked by administrators', async () => {
    const made = await admin.post('/api/v1/acting-orders', await order(), { 'idempotency-key': 'order-1' });
    expect(made.status).toBe(201);
    const again = await admin.post('/api/v1/acting-orders', await order(), { 'idempotency-key': 'order-1' });
    expect([again.json, again.headers.get('idempotent-replayed')]).toEqual([made.json, 'true']);
    const listed = await admin.get('/api/v1/acting-orders');
    expect(listed.json).toMatchObject([{ id: made.json.id, person: 'นางสาวสมมุติ รอบคอบ', revokedOn: null }]);
    const calendar = await admin.get('/api/v1/acting-calendar/2020-02');
    expect(calendar.json).toMatchObject([{ orderId: made.json.id, from: '2020-02-01', to: '2020-02-29' }]);
    expect((await admin.get('/api/v1/acting-calendar/2019-12')).json).toEqual([]);
    expect((await admin.get('/api/v1/acting-calendar/2020-13')).status).toBe(422);
    expect((await officer.get('/api/v1/acting-calendar/2020-02')).status).toBe(403);
    expect((await admin.post(`/api/v1/acting-orders/${made.json.id}/revoke`)).status).toBe(204);
    expect((await admin.post(`/api/v1/acting-orders/${made.json.id}/revoke`)).status).toBe(404);
  });

  it('are refused with every reason, and to anybody else', async () => {
    const postId = await idOf('posts', 'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง');
    const { status, json } = await admin.post('/api/v1/acting-orders', await order({ postId, endsOn: '2019-01-01' }));
    expect(status).toBe(409);
    expect(json.objections.map(({ code }: { code: string }) => code)).toEqual([
      'acting.dates-reversed',
      'acting.own-post',
    ]);
    expect((await officer.post('/api/v1/acting-orders', await order())).status).toBe(403);
    expect((await officer.get('/api/v1/acting-orders')).status).toBe(403);
    expect((await admin.post('/api/v1/acting-orders', await order({ capacity: 'toString' }))).status).toBe(422);
  });
});

describe('routes through the API', () => {
  it('are simulated and saved from the version that was seen', async () => {
    const { json: route } = await admin.get('/api/v1/routes/report');
    const saved = await admin.put('/api/v1/routes/report', { seenVersion: route.version, steps: route.steps });
    expect([saved.status, saved.json.version]).toEqual([200, route.version + 1]);
    const stale = await admin.put('/api/v1/routes/report', { seenVersion: route.version, steps: route.steps });
    expect([stale.status, stale.json.code]).toEqual([409, 'item.changed-meanwhile']);
    const asked = await officer.post('/api/v1/routes/measure/simulation', { everyDivision: true, divisionIds: [] });
    expect(asked.json[0].asked).toHaveLength(4);
  });

  it('are told apart when a step has no holder today', async () => {
    const { json: route } = await admin.get('/api/v1/routes/report');
    expect(route.stepsWithoutHolders).toEqual([]);
    const [post] = await web.agency.database.look<{ id: string }>(
      `insert into post (organization_id, id, name, kind) values ($1, gen_random_uuid(), 'รองปลัด', 'officer') returning id`,
      [web.agency.organizationId],
    );
    const steps = [...route.steps, { stage: 'signing', approvers: { postIds: [post?.id] }, need: 'any' }];
    const saved = await admin.put('/api/v1/routes/report', { seenVersion: route.version, steps });
    expect([saved.status, saved.json.stepsWithoutHolders]).toEqual([200, [steps.length - 1]]);
  });

  it.each([
    ['that lack a stage', [], 409, 'item.refused'],
    [
      'that ask the executive twice',
      [
        { stage: 'signing', approvers: 'executive', need: 'any' },
        { stage: 'signing', approvers: 'executive', need: 'any' },
      ],
      409,
      'item.refused',
    ],
    ['with an unknown role', [{ stage: 'signing', approvers: 'toString', need: 'all' }], 422, 'input.invalid'],
  ])('%s are refused', async (_what, steps, status, code) => {
    const { json: route } = await admin.get('/api/v1/routes/announcement');
    const answer = await admin.put('/api/v1/routes/announcement', { seenVersion: route.version, steps });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect((await admin.get('/api/v1/routes/constructor')).status).toBe(404);
  });
});

describe('handing over through the API', () => {
  it('moves the posts of one person, never to themselves', async () => {
    const fromPersonId = await idOf('people', 'นายตัวอย่าง มั่นคง');
    const toPersonId = await idOf('people', 'นางตัวอย่าง ละเอียดดี');
    const same = { fromPersonId, toPersonId: fromPersonId, closesAccount: false };
    expect((await admin.post('/api/v1/hand-overs', same)).json.code).toBe('handover.same-person');
    const { json: read } = await admin.get(
      `/api/v1/hand-overs/preview?fromPersonId=${fromPersonId}&toPersonId=${toPersonId}`,
    );
    expect(read).toMatchObject({ posts: [{ endsOn: null }], actingOrders: expect.any(Number) as number });
    const moved = await admin.post('/api/v1/hand-overs', { fromPersonId, toPersonId, closesAccount: true });
    expect([moved.status, moved.json]).toEqual([201, { posts: 1, drafts: 0, waiting: 0, actingOrders: 0 }]);
  });
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
