import { LineSender } from '../../src/notices/line-sender.js';
import { notify } from '../../src/notices/notify.js';
import { MessageSending } from '../../src/notices/send-messages.js';
import { LINKS } from '../notices/notice-bench.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { LinePlatform } from './support/line-platform.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

const AT = '/api/v1/notices/line-link';
const WISHES = '/api/v1/notices/wishes';
const LINKED = 'เชื่อมแล้ว';
const WRONG = 'รหัสไม่ถูกต้องหรือหมดอายุ';

let line: LinePlatform;
let web: RunningWeb;
let other: TestAgency;
beforeAll(async () => {
  line = await LinePlatform.open();
  web = await runningWeb('tua-yang', line.account);
  other = await testAgency('uen', web.agency.database);
});
afterAll(async () => {
  await web.close();
  await line.close();
});

const codeOf = async (program: Program): Promise<string> => (await program.post(AT)).json.code;
const says = async (lineUserId: string, text: string): Promise<string> => {
  const event = line.says(lineUserId, text);
  expect((await line.tells(web.address, [event])).status).toBe(200);
  return line.api.replyTo(event);
};
const linkedUser = async (program: Program): Promise<string | null> => (await program.get(WISHES)).json.lineUserId;
const linked = async (userName: string, organization?: string): Promise<{ program: Program; lineUserId: string }> => {
  const program = await Program.signedIn(web.address, userName, organization);
  const lineUserId = line.person();
  expect(await says(lineUserId, await codeOf(program))).toContain(LINKED);
  return { program, lineUserId };
};

describe('the webhook', () => {
  it('answers the empty call by which LINE verifies an address', async () => {
    expect(await line.tells(web.address, [])).toMatchObject({ status: 200 });
  });

  it.each([
    ['no signature', null],
    ['an empty signature', ''],
    ['a signature of something else', 'bm90aGluZw=='],
    ['the right signature cut short', 'cut'],
    ['the right signature with a letter behind', 'longer'],
  ])('refuses %s, and reads nothing', async (_what, given) => {
    const chief = await Program.signedIn(web.address, 'chief');
    const event = line.says(line.person(), await codeOf(chief));
    const body = JSON.stringify({ destination: 'x', events: [event] });
    const right = line.sign(body);
    const signature = given === 'cut' ? right.slice(0, -2) : given === 'longer' ? `${right}A` : given;
    const { status, type, json } = await line.sends(web.address, body, signature);
    expect([status, type, json.code]).toEqual([401, 'application/problem+json; charset=utf-8', 'line.signature-wrong']);
    expect(await linkedUser(chief)).toBeNull();
  });

  it('refuses a body that was changed after it was signed, if only by a blank', async () => {
    const body = JSON.stringify({ destination: 'x', events: [] });
    expect((await line.sends(web.address, `${body} `, line.sign(body))).status).toBe(401);
  });

  it.each([
    ['a picture', { message: { type: 'image', id: '1' } }],
    ['something LINE may think of later', { type: 'teleport' }],
    ['an event of a group', { source: { type: 'group', groupId: 'C1', userId: `U${'1'.repeat(32)}` } }],
    ['an event without a source', { source: undefined }],
    ['talk that another program answers', { mode: 'standby' }],
  ])('takes %s and does nothing', async (_what, change) => {
    const chief = await Program.signedIn(web.address, 'chief');
    const event = { ...line.says(line.person(), await codeOf(chief)), ...change };
    expect((await line.tells(web.address, [event, null, 7, 'x'])).status).toBe(200);
    expect(await linkedUser(chief)).toBeNull();
  });

  it('understands nothing that is no list of events, signed or not', async () => {
    for (const body of ['', '[]', '{"events":{}}', 'not json', '"events"']) {
      expect([body, (await line.sends(web.address, body)).status]).toEqual([body, 422]);
    }
  });

  it('takes no more than it needs', async () => {
    const body = JSON.stringify({ events: [], filling: 'x'.repeat(300_000) });
    expect((await line.sends(web.address, body)).status).toBe(413);
  });

  it('sets no cookie, and welcomes whoever adds the account', async () => {
    const event = line.follows(line.person());
    const body = JSON.stringify({ events: [event] });
    const response = await fetch(`${web.address}/line/webhook`, {
      method: 'POST',
      body,
      headers: { 'x-line-signature': line.sign(body) },
    });
    expect([response.status, response.headers.getSetCookie()]).toEqual([200, []]);
    expect(await line.api.replyTo(event)).toContain('เชื่อม LINE');
  });
});

describe('a code', () => {
  it('links whoever sends it to whoever asked for it, typed as people type, and says so in both languages', async () => {
    const program = await Program.signedIn(web.address, 'officer');
    const { status, json } = await program.post(AT);
    expect(status).toBe(201);
    expect(json).toMatchObject({ addFriendUrl: 'https://line.me/R/ti/p/%40123abcde' });
    expect(json.code).toMatch(/^[A-HJKMNP-TV-Z2-9]{4}-[A-HJKMNP-TV-Z2-9]{4}$/);
    const minutes = (Date.parse(json.expiresAt) - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(10);
    const lineUserId = line.person();
    const reply = await says(lineUserId, ` ${json.code.toLowerCase().replace('-', ' ')}\n`);
    expect(reply).toContain('เชื่อมแล้ว ท่านจะได้รับการแจ้งเตือนจาก องค์การบริหารส่วนตำบลตัวอย่าง');
    expect(reply).toContain('Linked.');
    expect(await linkedUser(program)).toBe(lineUserId);
    expect((await program.get(AT)).json).toMatchObject({ isSetUp: true, isLinked: true, lostAt: null });
  });

  it('holds once', async () => {
    const program = await Program.signedIn(web.address, 'head-finance');
    const code = await codeOf(program);
    const [first, second] = [line.person(), line.person()];
    expect(await says(first, code)).toContain(LINKED);
    expect(await says(second, code)).toContain(WRONG);
    expect(await linkedUser(program)).toBe(first);
  });

  it('holds once when two people send it at the same moment', async () => {
    const program = await Program.signedIn(web.address, 'head-finance');
    const code = await codeOf(program);
    const answers = await Promise.all(Array.from({ length: 8 }, () => says(line.person(), code)));
    expect(answers.filter((answer) => answer.includes(LINKED))).toHaveLength(1);
  });

  it('ends when a new one is asked for', async () => {
    const program = await Program.signedIn(web.address, 'executive');
    const old = await codeOf(program);
    const fresh = await codeOf(program);
    expect(await says(line.person(), old)).toContain(WRONG);
    expect(await says(line.person(), fresh)).toContain(LINKED);
  });

  it('ends after ten minutes, with the link it ends, and with the account', async () => {
    const program = await Program.signedIn(web.address, 'executive');
    const personId = web.agency.personId('executive');
    const late = await codeOf(program);
    await web.agency.database.look(`update line_code set expires_at = now() where person_id = $1`, [personId]);
    expect(await says(line.person(), late)).toContain(WRONG);
    const given = await codeOf(program);
    await program.send('DELETE', AT, {});
    expect(await says(line.person(), given)).toContain(WRONG);
    const closed = await codeOf(program);
    await web.agency.database.look('update person set closed_at = now() where id = $1', [personId]);
    expect(await says(line.person(), closed)).toContain(WRONG);
    await web.agency.database.look('update person set closed_at = null where id = $1', [personId]);
  });

  it('is kept as a keyed hash only, and never in the answer kept for an idempotency key', async () => {
    const program = await Program.signedIn(web.address, 'chief');
    const key = { 'idempotency-key': 'one-code' };
    const first = await program.post(AT, {}, key);
    const again = await program.post(AT, {}, key);
    expect([again.status, again.json.code, again.json.expiresAt]).toEqual([201, null, first.json.expiresAt]);
    const code: string = first.json.code.replace('-', '');
    const kept = await web.agency.database.look<{ row: string }>(
      `select row_to_json(c)::text as row from line_code c union all select row_to_json(k)::text from request_key k
       union all select row_to_json(s)::text from http_session s union all select row_to_json(e)::text from audit_event e`,
    );
    expect(kept.length).toBeGreaterThan(2);
    expect(kept.filter(({ row }) => row.includes(code) || row.includes(first.json.code))).toEqual([]);
  });

  it('is no code when it is other talk: nobody answers', async () => {
    const lineUserId = line.person();
    const talk = ['สวัสดี', 'ok', 'https://example.go.th/', 'รหัสคือ ABCD2345'].map((text) => line.says(lineUserId, text));
    expect((await line.tells(web.address, talk)).status).toBe(200);
    expect(await says(lineUserId, 'ABCD2345')).toContain(WRONG);
    const tokens = line.api.replies.map(({ replyToken }) => replyToken);
    expect(talk.filter((event) => tokens.includes((event as { replyToken: string }).replyToken))).toEqual([]);
  });

  it('may be guessed wrongly five times an hour; then not even the right one counts', async () => {
    const program = await Program.signedIn(web.address, 'chief');
    const guesser = line.person();
    for (let guess = 0; guess < 5; guess += 1) expect(await says(guesser, `ABCD234${guess + 2}`)).toContain(WRONG);
    const code = await codeOf(program);
    expect(await says(guesser, code)).toContain('ส่งรหัสผิดหลายครั้งเกินไป');
    expect(await linkedUser(program)).toBeNull();
    const honest = line.person();
    expect(await says(honest, code)).toContain(LINKED);
    expect(await linkedUser(program)).toBe(honest);
  });
});

describe('an event told again', () => {
  it('links once, answers once and is no wrong code', async () => {
    const program = await Program.signedIn(web.address, 'auditor');
    const lineUserId = line.person();
    const event = line.says(lineUserId, await codeOf(program));
    await line.tells(web.address, [event]);
    expect(await line.api.replyTo(event)).toContain(LINKED);
    for (let time = 0; time < 8; time += 1) {
      expect((await line.tells(web.address, [line.again(event)])).status).toBe(200);
    }
    expect(await says(lineUserId, await codeOf(program))).toContain(LINKED); // the guesses were not used up
    expect(line.api.replies.filter(({ replyToken }) => replyToken === tokenOf(event))).toHaveLength(1);
    const log = await web.agency.database.look(
      `select 1 from audit_event where event ->> 'action' = 'person.link-line' and event ->> 'itemId' = $1`,
      [web.agency.personId('auditor')],
    );
    expect(log).toHaveLength(2);
  });

  it('counts one wrong code', async () => {
    const lineUserId = line.person();
    const event = line.says(lineUserId, 'WRNG2345');
    await line.tells(web.address, [event]);
    for (let time = 0; time < 8; time += 1) await line.tells(web.address, [line.again(event)]);
    expect(await says(lineUserId, 'WRNG2346')).toContain(WRONG);
  });

  it('does not end a link that was made since', async () => {
    const { program, lineUserId } = await linked('officer');
    const left = line.leaves(lineUserId);
    await line.tells(web.address, [left]);
    expect(await linkedUser(program)).toBeNull();
    expect(await says(lineUserId, await codeOf(program))).toContain(LINKED);
    await line.tells(web.address, [line.again(left)]);
    expect(await linkedUser(program)).toBe(lineUserId);
  });
});

const tokenOf = (event: object): string => (event as { replyToken: string }).replyToken;

describe('a link', () => {
  it('leads a notice to that LINE user, and to nobody once it is ended', async () => {
    const { program, lineUserId } = await linked('chief');
    expect(await deliver('2025-01-09', '0190c0de-0000-7000-8000-000000000001')).toEqual([lineUserId]);
    expect((await program.send('DELETE', AT, {})).status).toBe(204);
    expect((await program.send('DELETE', AT, {})).status).toBe(204);
    expect(await deliver('2025-01-16', '0190c0de-0000-7000-8000-000000000002')).toEqual([]);
    expect((await program.get(AT)).json).toMatchObject({ isLinked: false, linkedAt: null, lostAt: null });
  });

  it('is replaced by a later one', async () => {
    const { program, lineUserId } = await linked('chief');
    const second = line.person();
    expect(await says(second, await codeOf(program))).toContain(LINKED);
    expect([await linkedUser(program), second === lineUserId]).toEqual([second, false]);
  });

  it('stands for one LINE user in several agencies, and ends in one of them alone', async () => {
    const { program, lineUserId } = await linked('head-finance');
    const elsewhere = await Program.signedIn(web.address, 'head-finance', 'uen');
    expect(await says(lineUserId, await codeOf(elsewhere))).toContain(LINKED);
    expect([await linkedUser(program), await linkedUser(elsewhere)]).toEqual([lineUserId, lineUserId]);
    await elsewhere.send('DELETE', AT, {});
    expect([await linkedUser(program), await linkedUser(elsewhere)]).toEqual([lineUserId, null]);
  });

  it('ends everywhere when its reader leaves, who reads so in the house; what waits is dropped', async () => {
    const { program, lineUserId } = await linked('chief');
    const elsewhere = await Program.signedIn(web.address, 'chief', 'uen');
    expect(await says(lineUserId, await codeOf(elsewhere))).toContain(LINKED);
    await tell('2025-02-06T03:00:00Z', '0190c0de-0000-7000-8000-000000000003');
    await line.tells(web.address, [line.leaves(lineUserId)]);
    expect([await linkedUser(program), await linkedUser(elsewhere)]).toEqual([null, null]);
    expect((await program.get(AT)).json).toMatchObject({ isLinked: false, lostAt: expect.any(String) });
    const { json } = await elsewhere.get('/api/v1/notices');
    expect(json.filter(({ kind }: { kind: string }) => kind === 'line-lost')).toMatchObject([
      { isRead: false, sentence: { th: expect.stringContaining('LINE') } },
    ]);
    await send('2025-02-06T03:05:00Z');
    const open = await web.agency.database.look(`select 1 from notice_message where state = 'open'`);
    expect([open, line.api.delivered.some(({ body }) => body.to === lineUserId)]).toEqual([[], false]);
  });

  it('ends when LINE refuses a push because its reader is gone', async () => {
    const { program, lineUserId } = await linked('chief');
    line.api.gone.add(lineUserId);
    expect(await deliver('2030-03-06', '0190c0de-0000-7000-8000-000000000004')).toEqual([]);
    expect(await linkedUser(program)).toBeNull();
    const { json } = await program.get('/api/v1/notices');
    expect(json.map(({ kind }: { kind: string }) => kind)).toContain('line-lost');
    expect(json.map(({ kind }: { kind: string }) => kind)).not.toContain('delivery-problem');
  });

  it('cannot be written by naming a LINE user; what was read may be sent back', async () => {
    const { program, lineUserId } = await linked('officer');
    const { json } = await program.get(WISHES);
    expect((await program.put(WISHES, json)).status).toBe(204);
    for (const wrong of [line.person(), null]) {
      const refused = await program.put(WISHES, { ...json, lineUserId: wrong });
      expect([refused.status, refused.json.code]).toEqual([422, 'line.linked-by-code']);
      expect(refused.json.detail.th).toContain('รหัสใช้ครั้งเดียว');
    }
    expect(await linkedUser(program)).toBe(lineUserId);
  });

  it('is no business of other tenants: the application sees neither codes nor LINE users without one', async () => {
    await linked('officer');
    const { unitOfWork } = web.agency;
    const open = await unitOfWork.withoutTenant((manager) =>
      manager.query<object[]>('select 1 from line_code union all select 1 from notice_contact'),
    );
    expect(open).toEqual([]);
    const foreign = await other.unitOfWork.inTenant(other.organizationId, (tx) =>
      tx.query<object[]>('select 1 from line_code where organization_id <> $1', [other.organizationId]),
    );
    expect(foreign).toEqual([]);
    const expired = `update line_code set expires_at = now() returning encode(code_hash, 'hex') as hash`;
    const [first] = await web.agency.database.look<{ hash: string }>(expired);
    const found = await unitOfWork.withoutTenant((manager) =>
      manager.query<object[]>(`select organization_of_line_code(decode($1, 'hex'))`, [first?.hash]),
    );
    expect(found).toEqual([]);
  });
});

/** The chief is asked; five minutes later the postman goes round. @returns to whom LINE delivered */
async function deliver(day: string, itemId: string): Promise<string[]> {
  const before = line.api.delivered.length;
  await tell(`${day}T03:00:00Z`, itemId);
  await send(`${day}T03:05:00Z`);
  return line.api.delivered.slice(before).map(({ body }) => body.to);
}

async function tell(at: string, itemId: string): Promise<void> {
  const { organizationId, unitOfWork } = web.agency;
  const item = { kind: 'measure', id: itemId } as const;
  const personIds = [web.agency.personId('chief')];
  await unitOfWork.inTenant(organizationId, (tx) =>
    notify(tx, { organizationId, personIds, kind: 'waiting', item, at: new Date(at) }),
  );
}

const send = (at: string): Promise<number> =>
  new MessageSending(
    web.agency.unitOfWork,
    { line: new LineSender(line.account.channelToken, line.account.apiBase) },
    LINKS,
  ).sendDue(new Date(at), new AbortController().signal);

describe('without a LINE account', () => {
  let plain: RunningWeb;
  beforeAll(async () => {
    plain = await runningWeb();
  });
  afterAll(() => plain.close());

  it('there is no webhook, and no code to be had', async () => {
    const { status, json } = await line.tells(plain.address, []);
    expect([status, json.code]).toEqual([404, 'request.not-found']);
    const officer = await Program.signedIn(plain.address, 'officer');
    const refused = await officer.post(AT);
    expect([refused.status, refused.json.code]).toEqual([409, 'line.not-set-up']);
    expect((await officer.get(AT)).json).toMatchObject({ isSetUp: false, isLinked: false });
  });
});

it('tells the operator of an answer that did not go out, without code, person or secret', async () => {
  const program = await Program.signedIn(web.address, 'officer');
  const lineUserId = line.person();
  const event = line.says(lineUserId, await codeOf(program));
  line.api.usedTokens.add(tokenOf(event));
  await line.tells(web.address, [event]);
  expect(await linkedUser(program)).toBe(lineUserId);
  await says(line.person(), 'WRNG2345');
  expect(web.remarks).toEqual([
    { message: 'an answer in LINE was not sent', facts: { problem: 'line 400', answer: 'linked' } },
  ]);
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
