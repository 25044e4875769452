import fc from 'fast-check';
import type { CanonicalEvent } from '../../src/audit/canonical-event.js';
import { Replay } from '../../src/audit/replay.js';
import { openItemKinds } from '../../src/app/item-kinds.js';
import { watchDeeds } from '../../src/approvals/deed-watch.js';
import { measureLifecycle } from '../../src/core/measure/measure.lifecycle.js';
import { runningWeb, type RunningWeb } from '../web/support/running-web.js';
import { commandOf, HTTP_COMMANDS, type Command } from './commands.js';
import { HttpAgency } from './http-agency.js';
import { HttpSystem } from './http-system.js';
import { Tally, walk } from './walk.js';
import { World } from './world.js';

const SEQUENCES = 300;
const COMMANDS = 30;
/** Agencies that are walked at the same time. */
const SIDE_BY_SIDE = 4;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

let web: RunningWeb;
let agencies: HttpAgency[];
beforeAll(async () => {
  process.stdout.write(`HTTP walk seed ${seed}\n`);
  openItemKinds();
  web = await runningWeb();
  agencies = await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, (_unused, index) => HttpAgency.open(web, `walk-${index}`)),
  );
});
afterAll(async () => {
  watchDeeds(async () => undefined);
  await Promise.all(agencies.map((agency) => agency.close()));
  await web.close();
});

/** Walks one agency again and again; a divergence is shrunk and told with its whole way. */
const walks = (agency: HttpAgency, tally: Tally): fc.IAsyncPropertyWithHooks<[Command[]]> =>
  fc.asyncProperty(fc.array(commandOf(HTTP_COMMANDS), { minLength: COMMANDS, maxLength: COMMANDS }), async (commands) =>
    walk(new World('measure'), await HttpSystem.open(agency), commands, {
      tally,
      looks: (nth) => nth === COMMANDS / 2,
    }),
  );

it(`${SEQUENCES} sequences of ${COMMANDS} commands through HTTP and PostgreSQL end as the model says`, async () => {
  const tally = new Tally();
  // all of them, so that nobody asks the application after it was closed
  const lanes = await Promise.allSettled(
    agencies.map((agency, lane) =>
      fc.assert(walks(agency, tally), { seed: seed + lane, numRuns: SEQUENCES / SIDE_BY_SIDE }),
    ),
  );
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
  expect(NEEDED.filter((deed) => !tally.counts.has(`${deed} done`))).toEqual([]);
  expect(web.surprises).toEqual([]);
}, 900_000);

it('the log of all these walks, played again by the lifecycle tables, holds nothing unlawful', async () => {
  const rows = await web.agency.database.look<{ event: CanonicalEvent }>(
    'select event from audit_event order by organization_id, seq',
  );
  const replay = new Replay();
  const unlawful = rows.flatMap(({ event }) => {
    const problem = replay.play(event);
    return problem ? [`${problem}: ${event.action} at ${event.seq}`] : [];
  });
  expect(unlawful).toEqual([]);
  expect(rows.filter(({ event }) => event.itemKind === 'measure').length).toBeGreaterThan(SEQUENCES);
});

/** The walks get as far as this. */
const NEEDED = [
  'submit',
  'sign_off',
  'approve',
  'return',
  'record',
  'submit_results',
  'endorse',
  'amend',
  'order',
  'route',
];

type Line = (typeof measureLifecycle.transitions)[keyof typeof measureLifecycle.transitions];

/** Systems with one fault each: a line of the running product's own table, and what is wrong with it. */
const BROKEN: readonly (readonly [string, Line, object])[] = [
  ['an approved measure counts as completed', measureLifecycle.transitions.approve, { to: 'completed' }],
  ['the divisions pass straight to approval', measureLifecycle.transitions.pass_divisions, { to: 'approved' }],
];

describe('the walk through HTTP notices when', () => {
  it.each(BROKEN)(
    '%s',
    async (_fault, line, wrong) => {
      const right = { ...line };
      Object.assign(line, wrong);
      try {
        const [agency] = agencies as [HttpAgency]; // opened above
        const { failed, errorInstance } = await fc.check(walks(agency, new Tally()), {
          seed: 2568,
          numRuns: 20,
          endOnFailure: true,
        });
        expect(failed).toBe(true);
        expect(String(errorInstance)).toMatch(/model: .*\nsystem: /);
      } finally {
        Object.assign(line, right);
      }
    },
    60_000,
  );
});
