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

const ADMIN = '/api/v1/admin';
const person = { name: 'นางสาวสมมุติ มาใหม่', userName: 'new.comer' };

describe('people through the API', () => {
  it('get an account once for a key, and its secret once', async () => {
    const key = { 'idempotency-key': 'person-1' };
    const made = await admin.post(`${ADMIN}/people`, person, key);
    expect([made.status, made.json.oneTimeSecret]).toEqual([201, expect.stringMatching(/^[a-z0-9-]{19}$/)]);
    const again = await admin.post(`${ADMIN}/people`, person, key);
    expect(again.json).toEqual({ id: made.json.id, oneTimeSecret: null });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await admin.post(`${ADMIN}/people`, { ...person, name: 'อีกคน' }, key);
    expect([other.status, other.json.code]).toEqual([422, 'idempotency.key-reused']);
    const keys = await web.agency.database.look<{ response: object }>('select response from request_key');
    expect(JSON.stringify(keys)).not.toContain(made.json.oneTimeSecret);
  });

  it('do nothing before they have a password of their own', async () => {
    const made = await admin.post(`${ADMIN}/people`, { ...person, userName: 'first.day' });
    const posts = (await admin.get(`${ADMIN}/posts`)).json as { id: string; kind: string }[];
    const postId = posts.find(({ kind }) => kind === 'officer')?.id;
    await admin.post(`${ADMIN}/people/${made.json.id}/appointments`, { postId, startsOn: '2025-10-01' });
    const newcomer = new Program(web.address);
    const current = made.json.oneTimeSecret as string;
    const entered = await newcomer.post('/api/v1/session', {
      organization: 'tua-yang',
      userName: 'first.day',
      password: current,
    });
    expect([entered.status, entered.json.code]).toEqual([403, 'sign-in.new-password']);
    expect((await newcomer.get('/api/v1/measures')).json.code).toBe('sign-in.new-password');
    const password = '/api/v1/session/password';
    expect((await newcomer.put(password, { current: 'wrong', next: 'a long new one' })).status).toBe(401);
    expect((await newcomer.put(password, { current, next: 'short' })).json.code).toBe('password.weak');
    expect((await newcomer.put(password, { current, next: 'a long new one' })).status).toBe(204);
    expect((await newcomer.get('/api/v1/measures')).status).toBe(200);
  });

  it('are renamed, appointed, closed and opened again', async () => {
    const { json: made } = await admin.post(`${ADMIN}/people`, { ...person, userName: 'long.story' });
    const at = `${ADMIN}/people/${made.id}`;
    expect((await admin.put(`${at}/name`, { name: 'นางสมมุติ เปลี่ยนสกุล' })).status).toBe(204);
    const postId = (await admin.get(`${ADMIN}/posts`)).json.find(
      ({ kind }: { kind: string }) => kind === 'division_head',
    ).id;
    const taken = await admin.post(`${at}/appointments`, { postId, startsOn: '2025-10-01' });
    expect([taken.status, taken.json.objections[0].code]).toEqual([409, 'appointment.post-taken']);
    const post = await admin.post(`${ADMIN}/posts`, { name: 'ตำแหน่งว่าง', kind: 'officer' });
    const held = await admin.post(`${at}/appointments`, { postId: post.json.id, startsOn: '2020-10-01' });
    expect((await admin.post(`${at}/close`)).json.code).toBe('person.work-waiting');
    expect((await admin.put(`${ADMIN}/appointments/${held.json.id}/last-day`, { endsOn: '2021-09-30' })).status).toBe(
      204,
    );
    expect((await admin.post(`${ADMIN}/posts/${post.json.id}/end`)).status).toBe(204);
    expect((await admin.post(`${at}/close`)).status).toBe(204);
    expect((await admin.get(at)).json).toMatchObject({
      name: 'นางสมมุติ เปลี่ยนสกุล',
      isClosed: true,
      appointments: [{ post: 'ตำแหน่งว่าง', startsOn: '2020-10-01', endsOn: '2021-09-30' }],
    });
    expect((await admin.post(`${at}/one-time-secret`)).status).toBe(201);
    expect((await admin.get(at)).json).toMatchObject({ isClosed: false, awaitsPassword: true });
  });

  it('are listed by page and by name', async () => {
    const all = await admin.get(`${ADMIN}/people?size=2&page=2`);
    expect([all.json.items.length, all.json.total > 8]).toEqual([2, true]);
    expect((await admin.get(`${ADMIN}/people?search=${encodeURIComponent('ขยันเขียน')}`)).json.total).toBe(1);
    expect((await admin.get(`${ADMIN}/people?size=1000`)).status).toBe(422);
  });
});

describe('divisions through the API', () => {
  const division = { name: 'กองสาธารณสุข', position: 5, startsOn: '2020-10-01' };

  it('begin, are renamed and end', async () => {
    const made = await admin.post(`${ADMIN}/divisions`, division, { 'idempotency-key': 'division-1' });
    expect(made.status).toBe(201);
    expect((await admin.post(`${ADMIN}/divisions`, division)).json.code).toBe('division.name-taken');
    const ended = { ...division, name: 'กองสาธารณสุขและสิ่งแวดล้อม', endsOn: '2024-09-30' };
    expect((await admin.put(`${ADMIN}/divisions/${made.json.id}`, ended)).status).toBe(200);
    expect((await admin.get(`${ADMIN}/divisions`)).json.at(-1)).toEqual({ id: made.json.id, ...ended });
    const unknown = await admin.put(`${ADMIN}/divisions/${'0'.repeat(36)}`, { ...ended, name: 'กองที่ไม่มี' });
    expect(unknown.status).toBe(404);
  });
});

it('work that nobody may sign is told with the reason', async () => {
  expect((await admin.get(`${ADMIN}/unsigned`)).json).toEqual([]);
  const { json: measure } = await officer.post('/api/v1/measures', {
    fiscalYear: 2568,
    plan: {
      title: 'มาตรการที่ไม่มีผู้ลงนาม',
      theme: null,
      indicators: [],
      oCodes: [],
      methods: [{ kind: 'numbered', text: 'ดำเนินการ' }],
      period: { startsOn: null, endsOn: null, text: 'ตลอดปี' },
      responsible: { everyDivision: false, divisionIds: [web.agency.divisions.get('กองช่าง')], text: 'กองช่าง' },
      monitoring: [],
    },
  });
  const { headers } = await officer.get(`/api/v1/measures/${measure.id}`);
  const sent = await officer.post(
    `/api/v1/measures/${measure.id}/acts/submit`,
    {},
    { 'if-match': headers.get('etag') ?? '' },
  );
  expect(sent.status).toBe(200);
  await web.agency.database.look('update person set closed_at = now() where id = $1', [
    web.agency.personId('head-works'),
  ]);
  const [item] = (await admin.get(`${ADMIN}/unsigned`)).json;
  expect(item).toMatchObject({ itemId: measure.id, posts: [{ post: 'ผู้อำนวยการกองช่าง', keptOut: [] }] });
});

it('anybody else is refused', async () => {
  for (const path of ['people', 'posts', 'divisions', 'unsigned'])
    expect([path, (await officer.get(`${ADMIN}/${path}`)).status]).toEqual([path, 403]);
  expect((await officer.post(`${ADMIN}/people`, person)).status).toBe(403);
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
