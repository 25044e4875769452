import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

/** Requests by POST that change nothing, so that a repeat needs no protection. */
const CHANGES_NOTHING = [
  '/api/v1/assessments/preview',
  '/api/v1/imports/preview',
  '/api/v1/layouts/preview',
  '/api/v1/wordings/{template}/{language}/preview',
  '/api/v1/reports/gaps',
  '/api/v1/routes/{kind}/simulation',
  '/api/v1/verify',
];
/** Nobody is known yet whose key it could be; a second session harms nobody. */
const SIGNS_IN = ['/api/v1/session'];

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

let web: RunningWeb;
let admin: Program;
let officer: Program;
beforeAll(async () => {
  web = await runningWeb();
  admin = await Program.signedIn(web.address, 'admin');
  officer = await Program.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

const posts = async (): Promise<[path: string, operation: Operation][]> => {
  const { json } = await officer.get('/api/openapi.json');
  return Object.entries<Record<string, Operation>>(json.paths).flatMap(([path, { post }]) =>
    post ? [[path, post] as [string, Operation]] : [],
  );
};

it('every POST that changes something takes an Idempotency-Key, and says so', async () => {
  const without = (await posts())
    .filter(
      ([, { parameters = [] }]) => !parameters.some((each) => each.in === 'header' && each.name === 'Idempotency-Key'),
    )
    .map(([path]) => path);
  expect(without.sort()).toEqual([...CHANGES_NOTHING, ...SIGNS_IN].sort());
});

it('a key that is none is refused by every one of them', async () => {
  const unchecked: string[] = [];
  for (const [path] of await posts()) {
    if (CHANGES_NOTHING.includes(path) || SIGNS_IN.includes(path)) continue;
    const address = path.replace(/\{section\}/, 'measures').replace(/\{\w+\}/g, crypto.randomUUID());
    const { status, json } = await officer.post(address, {}, { 'idempotency-key': 'with a space' });
    if (status !== 422 || json.fields?.[0]?.field !== 'Idempotency-Key') unchecked.push(`${path} ${status}`);
  }
  expect(unchecked).toEqual([]);
});

it.each([
  [
    'an acting order',
    async () => {
      const [people, places] = [await admin.get('/api/v1/people'), await admin.get('/api/v1/posts')];
      const idOf = (list: { id: string; name: string }[], name: string) => list.find((each) => each.name === name)?.id;
      const body = {
        personId: idOf(people.json.items ?? people.json, 'นางสาวสมมุติ รอบคอบ'),
        postId: idOf(places.json.items ?? places.json, 'นายกองค์การบริหารส่วนตำบลตัวอย่าง'),
        capacity: 'acting_for',
        orderNumber: '1/2568',
        orderedOn: '2020-01-01',
        startsOn: '2020-01-01',
      };
      return () => admin.post('/api/v1/acting-orders', body, { 'idempotency-key': 'order' });
    },
    'select 1 from acting_order',
  ],
  [
    'a comment',
    async () => {
      const { json } = await officer.post('/api/v1/announcements', {
        fiscalYear: 2568,
        template: 'no-gift-announcement.v1',
        languages: ['th'],
        parameters: { reportingChannels: 'โทรศัพท์ 0-0000-0000', furtherRules: [] },
        measureIds: [],
      });
      const body = { kind: 'comment', text: 'ครั้งเดียว' };
      return () => officer.post(`/api/v1/announcements/${json.id}/comments`, body, { 'idempotency-key': 'comment' });
    },
    'select 1 from item_comment',
  ],
  [
    'a layout',
    async () => () =>
      officer.post('/api/v1/layouts', { preset: 'by-theme', name: 'ของเรา' }, { 'idempotency-key': 'layout' }),
    'select 1 from report_layout',
  ],
  ['notices', async () => () => officer.post('/api/v1/notices/read', {}, { 'idempotency-key': 'read' }), null],
] as const)('sent three times with one key, %s is there once', async (_what, prepare, effects) => {
  const send = await prepare();
  const answers = [await send(), await send(), await send()];
  expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(
    Array(3).fill(`${answers[0]?.status} ${answers[0]?.text}`),
  );
  expect(answers.map(({ status }) => status < 300)).toEqual([true, true, true]);
  expect(answers.map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true', 'true']);
  if (effects) expect(await web.agency.database.look(effects)).toHaveLength(1);
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
