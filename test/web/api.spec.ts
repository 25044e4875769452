import { aMeasure, testAgency } from '../support/agency.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

let web: RunningWeb;
const programs = new Map<string, Program>();

beforeAll(async () => {
  web = await runningWeb();
  for (const name of ['officer', 'head-finance', 'head-works', 'executive', 'auditor']) {
    programs.set(name, await Program.signedIn(web.address, name));
  }
});
afterAll(() => web.close());

const as = (name: string): Program => {
  const program = programs.get(name);
  if (!program) throw new Error(`${name} has not signed in`);
  return program;
};

const plan = (overrides: object = {}) => {
  const { results: _r, outcomes: _o, evidence: _e, ...rest } = aMeasure([web.agency.divisions.get('กองคลัง') ?? '']);
  return { ...rest, ...overrides };
};
const drafted = async (overrides: object = {}): Promise<{ id: string; version: number; contentHash: string }> => {
  const { status, json, text } = await as('officer').post('/api/v1/measures', {
    fiscalYear: 2568,
    plan: plan(overrides),
  });
  if (status !== 201) throw new Error(text);
  return json;
};
const submitted = async (): Promise<{ id: string; version: number; contentHash: string }> => {
  const { id } = await drafted();
  const { json } = await as('officer').post(`/api/v1/measures/${id}/acts/submit`);
  return json;
};
const anOrder = () => ({
  personId: web.agency.personId('head-works'),
  postId: '0198c0de-0000-7000-8000-000000000000',
  capacity: 'acting_for',
  orderNumber: '1/2570',
  orderedOn: '2027-01-02',
  startsOn: '2027-01-02',
});
const tag = (hash: string): Record<string, string> => ({ 'if-match': `"${hash}"` });

describe('the description of the API', () => {
  it('holds every route of the API, each with its refusals', async () => {
    const { json } = await new Program(web.address).get('/api/openapi.json');
    const described = Object.entries<Record<string, object>>(json.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(web.routes.filter((route) => route.includes('/api/v1')).sort());
    for (const operations of Object.values<Record<string, { responses: Record<string, object> }>>(json.paths)) {
      for (const { responses } of Object.values(operations)) {
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['422', '500', '503']));
      }
    }
  });
});

describe('a measure through the API', () => {
  it('goes from draft to completed with the same rules as the pages', async () => {
    const { id, contentHash, version } = await submitted();
    expect((await as('head-finance').get(`/api/v1/measures/${id}`)).headers.get('etag')).toBe(`"${contentHash}"`);
    expect(
      (
        await as('head-finance').post(
          `/api/v1/measures/${id}/acts/sign_off`,
          { seenVersion: version },
          tag(contentHash),
        )
      ).status,
    ).toBe(200);
    const approved = await as('executive').post(`/api/v1/measures/${id}/acts/approve`, {}, tag(contentHash));
    expect(approved.json).toMatchObject({ id, state: 'approved' });
    const results = {
      results: [{ kind: 'dash', text: 'ทำแล้ว' }],
      outcomes: [{ kind: 'dash', text: 'ดีขึ้น' }],
      evidence: [],
    };
    const recorded = await as('officer').put(`/api/v1/measures/${id}/results`, {
      seenVersion: approved.json.version,
      results,
    });
    expect(recorded.status).toBe(200);
    expect((await as('officer').post(`/api/v1/measures/${id}/acts/submit_results`)).status).toBe(200);
    const completed = await as('head-finance').post(
      `/api/v1/measures/${id}/acts/endorse`,
      {},
      tag(recorded.json.contentHash),
    );
    expect(completed.json.state).toBe('completed');
    const history = await as('auditor').get(`/api/v1/measures/${id}/history`);
    expect(history.json.map((entry: { action: string }) => entry.action)).toEqual([
      'draft',
      'submit',
      'sign_off',
      'pass_divisions',
      'approve',
      'record_results',
      'submit_results',
      'endorse',
      'complete',
    ]);
  });

  it('refuses a signature that does not say what was shown', async () => {
    const { id, contentHash } = await submitted();
    const blind = await as('head-finance').post(`/api/v1/measures/${id}/acts/sign_off`);
    expect([blind.status, blind.json.code]).toEqual([412, 'item.shown-hash-differs']);
    const other = await as('head-finance').post(`/api/v1/measures/${id}/acts/sign_off`, {}, tag('0'.repeat(64)));
    expect(other.status).toBe(412);
    expect(
      (await as('head-finance').post(`/api/v1/measures/${id}/acts/sign_off`, {}, { 'if-match': contentHash })).status,
    ).toBe(422);
  });

  it('lets one of two simultaneous approvals win and tells the other what happened', async () => {
    const { id, contentHash } = await submitted();
    await as('head-finance').post(`/api/v1/measures/${id}/acts/sign_off`, {}, tag(contentHash));
    const { json: seen } = await as('executive').get(`/api/v1/measures/${id}`);
    const approve = () =>
      as('executive').post(`/api/v1/measures/${id}/acts/approve`, { seenVersion: seen.version }, tag(contentHash));

    const answers = await Promise.all([approve(), approve()]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.json).toMatchObject({ code: 'item.changed-meanwhile', state: 'approved' });
    expect(loser?.json.detail.th).toContain('อนุมัติแล้ว');
  });

  it('acts once for one Idempotency-Key, and refuses the key for another request', async () => {
    const body = { fiscalYear: 2568, plan: plan({ title: 'ส่งซ้ำได้' }) };
    const key = { 'idempotency-key': 'draft-1' };
    const [first, second] = [
      await as('officer').post('/api/v1/measures', body, key),
      await as('officer').post('/api/v1/measures', body, key),
    ];
    expect(second.text).toBe(first.text);
    expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    const other = await as('officer').post('/api/v1/measures', { ...body, fiscalYear: 2567 }, key);
    expect([other.status, other.json.code]).toEqual([422, 'idempotency.key-reused']);
  });

  it('names every objection of a refused deed in both languages', async () => {
    const { id } = await drafted({ methods: [], responsible: { everyDivision: false, divisionIds: [], text: '' } });
    const { status, json } = await as('officer').post(`/api/v1/measures/${id}/acts/submit`);
    expect(status).toBe(409);
    expect(json.objections.map((each: { code: string }) => each.code)).toEqual([
      'measure.method-missing',
      'measure.division-missing',
    ]);
    expect(json.objections[0].detail).toEqual({
      th: expect.stringMatching(/[ก-ฮ]/),
      en: expect.stringMatching(/method/),
    });
  });
});

describe('input of every kind', () => {
  const draftWith = (body: unknown, headers: Record<string, string> = {}) =>
    as('officer').post('/api/v1/measures', body, headers);

  it.each([
    ['an unknown field', () => draftWith({ fiscalYear: 2568, plan: plan(), state: 'approved' }), 422, 'input.invalid'],
    [
      'an unknown field inside',
      () => draftWith({ fiscalYear: 2568, plan: plan({ organizationId: 'x' }) }),
      422,
      'input.invalid',
    ],
    ['a wrong type', () => draftWith({ fiscalYear: '2568', plan: plan() }), 422, 'input.invalid'],
    ['a missing part', () => draftWith({ fiscalYear: 2568 }), 422, 'input.invalid'],
    ['no JSON at all', () => draftWith('{"fiscalYear":'), 422, 'input.invalid'],
    [
      'a NUL character',
      () => draftWith({ fiscalYear: 2568, plan: plan({ title: 'ก\u0000ข' }) }),
      422,
      'input.control-character',
    ],
    [
      'a lone surrogate',
      () => draftWith(`{"fiscalYear":2568,"plan":${JSON.stringify(plan()).replace('เผยแพร่', '\\ud800')}}`),
      422,
      'input.control-character',
    ],
    [
      'a bidirectional override',
      () => draftWith({ fiscalYear: 2568, plan: plan({ title: 'ก\u202eข' }) }),
      422,
      'input.control-character',
    ],
    [
      'a cell of 60,000 letters',
      () => draftWith({ fiscalYear: 2568, plan: plan({ methods: [{ kind: 'plain', text: 'ก'.repeat(60_000) }] }) }),
      422,
      'input.invalid',
    ],
    [
      'a division of nobody',
      () =>
        draftWith({
          fiscalYear: 2568,
          plan: plan({
            responsible: { everyDivision: false, divisionIds: ['0198c0de-0000-7000-8000-000000000000'], text: '' },
          }),
        }),
      422,
      'measure.division-missing',
    ],
    [
      'a period of days that do not exist',
      () =>
        draftWith({ fiscalYear: 2568, plan: plan({ period: { startsOn: '2025-02-30', endsOn: null, text: 'x' } }) }),
      422,
      'input.invalid',
    ],
    [
      'a Buddhist year where a Gregorian one belongs',
      () =>
        draftWith({ fiscalYear: 2568, plan: plan({ period: { startsOn: null, endsOn: '2568-09-30', text: 'x' } }) }),
      422,
      'input.invalid',
    ],
    ...['2027-02-30', '0000-01-01', '2027-6-1', 'พรุ่งนี้', ''].map(
      (day) =>
        [
          `an acting order from "${day}"`,
          () => as('head-finance').post('/api/v1/acting-orders', { ...anOrder(), startsOn: day }),
          422,
          'input.invalid',
        ] as const,
    ),
    [
      'three megabytes',
      () => draftWith({ fiscalYear: 2568, plan: plan({ title: 'ก'.repeat(1_100_000) }) }),
      413,
      'input.body-too-large',
    ],
    [
      'a form instead of JSON',
      () => draftWith('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'request.wrong-type',
    ],
    [
      'a page of another site',
      () => draftWith({}, { origin: 'https://elsewhere.example' }),
      403,
      'request.forbidden-origin',
    ],
    [
      'a frame of another site',
      () => draftWith({}, { 'sec-fetch-site': 'cross-site' }),
      403,
      'request.forbidden-origin',
    ],
    ['an id that is none', () => as('officer').get('/api/v1/measures/1%27%20or%201'), 404, 'item.not-found'],
    ['a broken address', () => as('officer').get('/api/v1/measures/%E0%A4%A'), 404, 'request.not-found'],
    [
      'an unknown deed',
      async () => as('officer').post(`/api/v1/measures/${(await drafted()).id}/acts/publish`),
      404,
      'request.not-found',
    ],
    [
      'a deed of the system',
      async () => as('officer').post(`/api/v1/measures/${(await drafted()).id}/acts/complete`),
      404,
      'request.not-found',
    ],
    [
      'a deed named like a method',
      async () => as('officer').post(`/api/v1/measures/${(await drafted()).id}/acts/constructor`),
      404,
      'request.not-found',
    ],
    ['nobody signed in', () => new Program(web.address).get('/api/v1/measures'), 401, 'sign-in.required'],
    [
      'an auditor who writes',
      () => as('auditor').post('/api/v1/measures', { fiscalYear: 2568, plan: plan() }),
      403,
      'permission.denied',
    ],
    ['a clerk who audits', () => as('officer').get('/api/v1/audit/exports'), 403, 'permission.denied'],
    [
      'a picture as a plan',
      () => as('officer').upload('/api/v1/imports', 'แผน.xlsx', Buffer.from('GIF89a'), { fiscalYear: '2568' }),
      422,
      'import.not-a-spreadsheet',
    ],
    [
      'no file',
      () => as('officer').upload('/api/v1/imports', '', new Uint8Array(0), { fiscalYear: '2568' }),
      422,
      'input.file-not-found',
    ],
    ...(
      [
        ['a form without its boundary', 'multipart/form-data', '--x\r\n'],
        [
          'a form that breaks off',
          'multipart/form-data; boundary=x',
          '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
        ],
        [
          'a form with a broken header',
          'multipart/form-data; boundary=x',
          '--x\r\nno header at all\r\n\r\nabc\r\n--x--\r\n',
        ],
        [
          'a form with two files',
          'multipart/form-data; boundary=x',
          ['a', 'b']
            .map((name) => `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\nabc\r\n`)
            .join('') + '--x--\r\n',
        ],
      ] as const
    ).map(
      ([kind, type, body]) =>
        [
          kind,
          () => as('officer').send('POST', '/api/v1/imports', { body, headers: { 'content-type': type } }),
          422,
          'input.invalid',
        ] as const,
    ),
    [
      'text as a PDF',
      () => new Program(web.address).upload('/api/v1/verify', 'a.pdf', Buffer.from('hello')),
      422,
      'input.not-a-pdf',
    ],
  ] as const)('answers %s with a code', async (_kind, ask, status, code) => {
    const answer = await ask();
    expect([answer.status, answer.json?.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json.detail).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.any(String) });
    expect(answer.json.title).not.toMatch(/[{}[\]]/);
    for (const { rules, detail } of answer.json.fields ?? []) {
      if (rules) expect(detail).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/[a-z]/) });
    }
  });

  it('wrote nothing of all that and surprised nobody', async () => {
    const { json } = await as('officer').get('/api/v1/measures?text=%E0%B8%82');
    expect(json.items.filter(({ title }: { title: string }) => title === 'ขข')).toEqual([]);
    expect(web.surprises).toEqual([]);
  });
});

describe('another organization', () => {
  it('learns as little from a foreign id as from a random one', async () => {
    await testAgency('neighbour', web.agency.database);
    const neighbour = await Program.signedIn(web.address, 'officer', 'neighbour');
    const { id } = await drafted();
    const stripped = ({ status, json }: { status: number; json: object }) => ({ status, ...json, reference: '' });
    const foreign = await neighbour.get(`/api/v1/measures/${id}`);
    const random = await neighbour.get('/api/v1/measures/0198c0de-0000-7000-8000-000000000000');
    expect(stripped(foreign)).toEqual(stripped(random));
    expect(foreign.status).toBe(404);
    expect((await neighbour.post(`/api/v1/measures/${id}/acts/submit`)).status).toBe(404);
  });
});
