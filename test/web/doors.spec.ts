import { setImmediate as nextTurn } from 'node:timers/promises';
import { Client } from 'pg';
import { DEMO_PASSWORD } from '../../src/app/demo-organization.js';
import { aMeasure } from '../support/agency.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { eventually, SlowUpload } from './support/slow-upload.js';
import { Visit } from './support/visit.js';

let web: RunningWeb;
let measureId: string;

beforeAll(async () => {
  web = await runningWeb();
  const { organizationId, divisions } = web.agency;
  const content = aMeasure([divisions.get('กองคลัง') ?? '']);
  ({ id: measureId } = await web.agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
  ));
});
afterAll(() => web.close());

const signedIn = (userName = 'officer'): Promise<Visit> => Visit.signedIn(web.address, userName);
const stateOfMeasure = async (): Promise<string> =>
  (await web.agency.database.look<{ state: string }>(`select state from measure where id = $1`, [measureId]))[0]
    ?.state ?? '';

const isWaitingForSessions = async (): Promise<boolean> => {
  const waiting = await web.agency.database.look(
    `select 1 from pg_locks where relation = 'http_session'::regclass and not granted`,
  );
  return waiting.length > 0;
};

describe('every answer', () => {
  it('carries the content policy, and nothing that names our software', async () => {
    const { headers } = await new Visit(web.address).get('/sign-in');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/p/tua-yang', '/verify', '/healthz', '/api/openapi.json'])('from %s sets no cookie', async (path) => {
    const { status, headers } = await new Visit(web.address).get(path);
    expect(status).toBe(200);
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('from a style sheet may be kept for ever, because its address holds its hash', async () => {
    const { text } = await new Visit(web.address).get('/sign-in');
    const address = /href="(\/assets\/[0-9a-f]{16}\/prongsai\.css)"/.exec(text)?.[1] ?? '';
    const { status, headers } = await new Visit(web.address).get(address);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });
});

describe('signing in', () => {
  it('gives a new session id, so that one that was known before is worth nothing', async () => {
    const visit = new Visit(web.address);
    await visit.get('/sign-in');
    const before = visit.cookie;
    await visit.signIn('officer');
    expect(visit.cookie).not.toBe(before);
    const stranger = new Visit(web.address);
    stranger.cookie = before;
    expect((await stranger.get('/tasks')).headers.get('location')).toContain('/sign-in');
  });

  it('keeps its cookie from scripts and other sites', async () => {
    const visit = new Visit(web.address);
    await visit.get('/sign-in');
    expect(visit.cookieLine).toMatch(/; HttpOnly/);
    expect(visit.cookieLine).toMatch(/; SameSite=Lax/);
  });

  it('says the same for a wrong name, a wrong password and a wrong organization', async () => {
    const answers = await Promise.all(
      [
        { userName: 'nobody', password: DEMO_PASSWORD },
        { userName: 'auditor', password: 'wrong' },
        { userName: 'auditor', password: DEMO_PASSWORD, organization: 'no-such-place' },
      ].map(async (fields) => {
        const visit = new Visit(web.address);
        await visit.get('/sign-in');
        return visit.post('/sign-in', { organization: 'tua-yang', ...fields });
      }),
    );
    for (const { status, text } of answers) {
      expect(status).toBe(422);
      expect(text).toContain('ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง');
      expect(text).not.toContain('value="wrong"');
    }
  });

  it.each([
    ['/measures?fiscalYear=2568', '/measures?fiscalYear=2568'],
    ['//elsewhere.example', '/tasks'],
    ['/\\elsewhere.example', '/tasks'],
    ['https://elsewhere.example', '/tasks'],
  ])('with "%s" to return to leads to %s', async (returnTo, address) => {
    const visit = new Visit(web.address);
    await visit.get('/sign-in');
    const fields = { organization: 'tua-yang', userName: 'officer', password: DEMO_PASSWORD, returnTo };
    expect((await visit.post('/sign-in', fields)).headers.get('location')).toBe(address);
  });

  it('closes an account for a while after ten wrong passwords, also for the right one', async () => {
    const visit = new Visit(web.address);
    await visit.get('/sign-in');
    const attempt = (password: string) =>
      visit.post('/sign-in', { organization: 'tua-yang', userName: 'chief', password });
    for (let each = 1; each <= 10; each += 1) expect((await attempt(`wrong ${each}`)).text).toContain('ไม่ถูกต้อง');
    expect((await attempt(DEMO_PASSWORD)).text).toContain('หลายครั้งเกินไป');
  });

  it('ends with signing out', async () => {
    const visit = await signedIn();
    const { cookie } = visit;
    expect((await visit.get('/tasks')).status).toBe(200);
    await visit.post('/sign-out', {});
    visit.cookie = cookie;
    expect((await visit.get('/tasks')).status).toBe(303);
  });

  it('ends at once when the account is closed', async () => {
    const visit = await signedIn('head-education');
    await web.agency.database.look(`update person set closed_at = now() where user_name = 'head-education'`);
    expect((await visit.get('/tasks')).headers.get('location')).toContain('/sign-in');
  });
});

describe('a form', () => {
  it('that was not made by our pages in this session is refused and changes nothing', async () => {
    const visit = await signedIn();
    const path = `/measures/${measureId}/acts/submit`;
    for (const token of [undefined, '', 'guessed', (await signedIn('executive')).token]) {
      const { status } = await visit.postWithToken(path, { seenVersion: '1' }, token);
      expect(status).toBe(403);
    }
    expect(await stateOfMeasure()).toBe('draft');
  });

  it('from another site is refused whatever token it has', async () => {
    const visit = await signedIn();
    const foreign: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      expect((await visit.post(`/measures/${measureId}/acts/submit`, {}, headers)).status).toBe(403);
    }
    expect(await stateOfMeasure()).toBe('draft');
  });

  it('is never replaced by an address that is only read', async () => {
    const visit = await signedIn();
    const before = await web.agency.database.look('select count(*) from audit_event');
    for (const path of [
      '/tasks',
      `/measures/${measureId}`,
      `/measures/${measureId}/edit`,
      `/measures/${measureId}/acts/submit`,
      '/measures/new',
      '/reports/new',
      '/announcements/new',
      '/imports',
    ]) {
      expect((await visit.get(path)).status).toBe(200);
    }
    expect(await web.agency.database.look('select count(*) from audit_event')).toEqual(before);
  });

  it('sent twice acts once', async () => {
    const visit = await signedIn();
    const { text } = await visit.get('/measures/new');
    const idempotencyKey = /name="idempotencyKey" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const fields = { fiscalYear: '2570', title: 'กดปุ่มสองครั้ง', idempotencyKey };
    const [first, second] = [await visit.post('/measures/new', fields), await visit.post('/measures/new', fields)];
    expect(first.headers.get('location')).toMatch(/^\/measures\//);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await web.agency.database.look(`select 1 from measure where title = 'กดปุ่มสองครั้ง'`)).toHaveLength(1);
  });

  it('sends nobody on before the session knows what was done', async () => {
    const visit = await signedIn();
    const keeper = new Client({ connectionString: web.agency.database.superuserUrl });
    await keeper.connect();
    try {
      await keeper.query('begin');
      await keeper.query('lock table http_session in share mode');
      let isAnswered = false;
      // settles with the head of the answer, as a browser does
      const sent = fetch(`${web.address}/measures/${measureId}/comments`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: visit.cookie },
        body: new URLSearchParams({ _csrf: visit.token, text: 'ขอดูก่อน', kind: 'comment' }),
      }).finally(() => (isAnswered = true));
      while (!isAnswered && !(await isWaitingForSessions())) await nextTurn();
      // one more question to the database gives an answer that is on its way the time to arrive
      expect(await isWaitingForSessions()).toBe(true);
      expect(isAnswered).toBe(false);
      await keeper.query('rollback');
      expect((await sent).status).toBe(303);
    } finally {
      await keeper.end();
    }
  });

  it('made from an older version is refused, and the newer text stays', async () => {
    const visit = await signedIn();
    const edit = (title: string, seenVersion: string) =>
      visit.post(`/measures/${measureId}/edit`, { title, seenVersion, methods: '1. ทำ', periodText: 'ทั้งปี' });
    const first = await edit('ฉบับใหม่', '1');
    if (first.status === 403) throw new Error(`${visit.token} ${first.text.replace(/<[^>]+>/g, ' ')}`);
    expect(first.status).toBe(303);
    const late = await edit('ฉบับเก่า', '1');
    expect([late.status, late.text.includes('ไปก่อนแล้ว')]).toEqual([409, true]);
    const rejected = await edit('', '2');
    expect(rejected.text).toContain('name="seenVersion" value="2"');
    const [row] = await web.agency.database.look<{ title: string }>('select title from measure where id = $1', [
      measureId,
    ]);
    expect(row?.title).toBe('ฉบับใหม่');
  });

  it('keeps hostile text as text', async () => {
    const visit = await signedIn();
    const title = '"><script>alert(1)</script>';
    const { headers } = await visit.post('/measures/new', { fiscalYear: '2570', title });
    const { text } = await visit.get(headers.get('location') ?? '');
    expect(text).toContain('&lt;script>');
    expect(text).not.toContain('<script>alert');
  });
});

describe('a decision', () => {
  it('asks for the password again when the sign-in is older than five minutes', async () => {
    const officer = await signedIn();
    const { text } = await officer.get('/measures/new');
    const division =
      /name="divisionIds" value="([^"]+)"\s*\/?><label[^>]*>กองคลัง|value="([^"]+)"[^>]*\/><label[^>]*>กองคลัง/.exec(
        text,
      );
    const fields = {
      fiscalYear: '2570',
      title: 'ยืนยันตัวตน',
      methods: '1. ทำ',
      periodText: 'ทั้งปี',
      divisionIds: division?.[1] ?? division?.[2] ?? '',
    };
    const address = (await officer.post('/measures/new', fields)).headers.get('location') ?? '';
    await officer.post(`${address}/acts/submit`, {});

    const head = await signedIn('head-finance');
    await head.growOlder(web, 6 * 60_000);
    const page = await head.get(address);
    expect(page.text).toMatch(new RegExp(`href="${address}/acts/sign_off`));
    const [, shownHash] =
      /name="shownHash" value="([0-9a-f]{64})"/.exec((await head.get(`${address}/acts/sign_off`)).text) ?? [];
    const decide = (password: string) =>
      head.post(`${address}/acts/sign_off`, { shownHash: shownHash ?? '', password });
    const without = await decide('');
    expect([without.status, without.text.includes('ยืนยันรหัสผ่าน')]).toEqual([422, true]);
    expect((await decide('wrong')).status).toBe(422);
    expect((await decide(DEMO_PASSWORD)).status).toBe(303);
    expect((await head.get(address)).text).toContain('รออนุมัติ');
  });
});

describe('files of strangers', () => {
  it('are read four at a time, and room is given back', async () => {
    const upload = async (): Promise<number> => {
      const form = new FormData();
      form.set('file', new Blob(['%PDF-1.7 nothing']), 'a.pdf');
      return (await fetch(`${web.address}/verify`, { method: 'POST', body: form })).status;
    };
    const slow = Array.from({ length: 4 }, () => new SlowUpload(web.address, '/verify'));
    for (const each of slow) each.begin();
    await expect(eventually(upload, (status) => status === 429)).resolves.toBe(429);
    for (const each of slow) each.breakOff();
    await expect(eventually(upload, (status) => status !== 429)).resolves.not.toBe(429);
  });
});

describe('an address that is not there', () => {
  it.each([
    ['/p/nobody', '/p/nobody'],
    ['/p/tua-yang/documents/0198c0de-0000-7000-8000-000000000000/th', '/p/tua-yang'],
    [`/p/tua-yang/files/${'0'.repeat(64)}.pdf`, '/p/tua-yang'],
    ['/p/tua-yang/files/..%2f..%2fetc%2fpasswd', '/p/tua-yang'],
    ['/measures/none', '/tasks'],
    ['/nothing-here', '/tasks'],
  ])('%s is answered with 404 and a way on to %s', async (path, wayOn) => {
    const visit = path.startsWith('/p/') ? new Visit(web.address) : await signedIn();
    const { status, text } = await visit.get(path);
    expect(status).toBe(404);
    expect(text).toContain(`href="${wayOn}"`);
  });
});

describe('a surprise', () => {
  it('is told with a reference number and nothing of its inside', async () => {
    const visit = await signedIn();
    await web.agency.database.look('alter table measure rename to measure_elsewhere');
    try {
      const { status, text } = await visit.get('/measures');
      expect(status).toBe(500);
      expect(text).toMatch(/เลขอ้างอิง <strong class="reference">[A-Z2-9]{4}-[A-Z2-9]{4}</);
      expect(text).not.toMatch(/relation|select|measure_elsewhere/);
      expect(web.surprises).toHaveLength(1);
    } finally {
      await web.agency.database.look('alter table measure_elsewhere rename to measure');
    }
  });
});
