import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openItemKinds } from '../../src/app/item-kinds.js';
import { watchDeeds } from '../../src/approvals/deed-watch.js';
import { DEMO_PASSWORD } from '../../src/app/demo-organization.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { drawsFrom } from '../journeys/kill-faults.js';
import { aMeasure } from '../support/agency.js';
import { runningWeb, type RunningWeb } from '../web/support/running-web.js';
import { FailingNetwork, type Answer, type Sending } from './cut-connection.js';
import { RaceCourse } from './race-course.js';

const MEASURES = 250;
const SIDE_BY_SIDE = 5;
const WAY = [
  ['officer', 'submit'],
  ['head-finance', 'sign_off'],
  ['head-works', 'sign_off'],
  ['executive', 'approve'],
] as const;

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

let web: RunningWeb;
let network: FailingNetwork;
let agent: Agent;
const cookies = new Map<string, string>();
beforeAll(async () => {
  process.stdout.write(`cut connections seed ${seed}\n`);
  openItemKinds();
  web = await runningWeb();
  agent = new Agent({ keepAlive: true });
  network = new FailingNetwork(web.address, agent, drawsFrom(seed));
  for (const who of new Set(WAY.map(([each]) => each))) await signIn(who);
});
afterAll(async () => {
  watchDeeds(async () => undefined);
  agent.destroy();
  await web.close();
});

async function signIn(who: string): Promise<void> {
  const body = JSON.stringify({ organization: 'tua-yang', userName: who, password: DEMO_PASSWORD });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${web.address}/api/v1/session`, { method: 'POST', headers, body });
  cookies.set(who, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
}

const cookieOf = (who: string): Record<string, string> => ({ cookie: cookies.get(who) ?? '' });

/** Two sendings are torn, the third is waited for; while an earlier one is still worked on, it is asked again. */
async function sendThrice(sending: Sending): Promise<Answer> {
  await network.sendAndCut(sending);
  await network.sendAndCut(sending);
  for (;;) {
    const answer = await network.send(sending);
    if (answer.json.code !== 'idempotency.still-running') return answer;
    await pause(5);
  }
}

/** @returns every answer that was not "done", and how many were replays of a torn sending */
async function carry(measure: MeasureRow): Promise<{ failed: unknown[]; replayed: number }> {
  const answers: Answer[] = [];
  for (const [who, deed] of WAY) {
    const headers = { ...cookieOf(who), 'idempotency-key': randomUUID(), 'if-match': `"${measure.contentHash}"` };
    answers.push(
      await sendThrice({ method: 'POST', path: `/api/v1/measures/${measure.id}/acts/${deed}`, body: {}, headers }),
    );
  }
  const replayed = answers.filter(({ wasReplayed }) => wasReplayed).length;
  return { failed: answers.filter(({ status }) => status !== 200).map(({ json }) => json as unknown), replayed };
}

/** What the log, the decisions and the frozen versions say of each measure. */
const effects = (ids: readonly string[]): Promise<{ history: string; signatures: number; versions: number }[]> =>
  web.agency.database.look(
    `select (select string_agg(e.event ->> 'action', ' ' order by e.seq) from audit_event e
             where e.organization_id = m.organization_id and e.event ->> 'itemKind' = 'measure'
               and e.event ->> 'itemId' = m.id::text) as history,
       (select count(*)::int from decision d where d.item_id = m.id and d.affirms) as signatures,
       (select count(*)::int from item_version v where v.item_id = m.id) as versions
     from measure m where m.id = any ($1)`,
    [ids],
  );

it(`${MEASURES * WAY.length} deeds sent three times over torn connections have that many effects`, async () => {
  const course = new RaceCourse(web.agency);
  const measures: MeasureRow[] = [];
  const failed: unknown[] = [];
  let replayed = 0;
  const lane = async (): Promise<void> => {
    for (let left = MEASURES / SIDE_BY_SIDE; left > 0; left -= 1) {
      const measure = await course.drafted(['กองคลัง', 'กองช่าง']);
      measures.push(measure);
      const carried = await carry(measure);
      failed.push(...carried.failed);
      replayed += carried.replayed;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));

  expect(failed).toEqual([]);
  const found = await effects(measures.map(({ id }) => id));
  expect(found).toHaveLength(MEASURES);
  expect(found.filter((each) => JSON.stringify(each) !== JSON.stringify(ONCE))).toEqual([]);
  // chance tore some before and some after the work was done
  process.stdout.write(`${replayed} of ${MEASURES * WAY.length} answers were replays\n`);
  expect(replayed).toBeGreaterThan(MEASURES);
  expect(replayed).toBeLessThan(MEASURES * WAY.length);
  expect(web.surprises).toEqual([]);
}, 600_000);

const ONCE = { history: 'draft submit sign_off sign_off pass_divisions approve', signatures: 3, versions: 1 };

describe('drafting thirty measures over torn connections', () => {
  it.each([
    ['with a key makes thirty', true, 30, 30],
    ['without a key makes more, which shows that doubling would be seen', false, 31, 90],
  ])('%s', async (_sentence, hasKey, least, most) => {
    const title = `ฉบับที่ส่งซ้ำ ${String(hasKey)}`;
    const { results: _r, outcomes: _o, evidence: _e, ...plan } = aMeasure([], { title });
    for (let each = 0; each < 30; each += 1) {
      const headers = { ...cookieOf('officer'), ...(hasKey ? { 'idempotency-key': randomUUID() } : {}) };
      const body = { fiscalYear: 2568, plan };
      expect((await sendThrice({ method: 'POST', path: '/api/v1/measures', body, headers })).status).toBe(201);
    }
    await pause(500); // a torn sending may still be worked on
    const made = await web.agency.database.look('select id from measure where title = $1', [title]);
    expect(made.length).toBeGreaterThanOrEqual(least);
    expect(made.length).toBeLessThanOrEqual(most);
  });
});
