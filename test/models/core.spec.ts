import fc from 'fast-check';
import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import type { ListedKind } from '../../src/approvals/waiting-turns.queries.js';
import { KINDS, PEOPLE, type Kind } from './cast.js';
import { commandOf, CORE_COMMANDS, type Command } from './commands.js';
import type { Bent } from './core-agency.js';
import { CoreSystem } from './core-system.js';
import { DEEDS } from './deed-model.js';
import { rehearse, Tally, walk } from './walk.js';
import { World } from './world.js';

const SEQUENCES = 10_000;
/** Fixed, where what is proved is of the walk itself: where it gets to, and that it can fail. */
const FIXED_SEED = 2568;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

const kindNamed = (name: Kind): ListedKind => {
  const kind = ITEM_KINDS.find((each) => each.name === name);
  if (!kind) throw new Error(`there is no kind called ${name}`);
  return kind;
};

const sequence = (): fc.Arbitrary<readonly [Kind, Command[]]> =>
  fc.tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('measure' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...KINDS) },
    ),
    fc.array(commandOf(CORE_COMMANDS), { minLength: 12, maxLength: 30, size: 'max' }),
  );

const measures = sequence().map(([, commands]) => commands);
const theCore = (kind: Kind): CoreSystem => new CoreSystem(kindNamed(kind));

it(`${SEQUENCES} random sequences on the core end as the model says`, async () => {
  process.stdout.write(`core walk seed ${seed}\n`);
  await fc.assert(
    fc.asyncProperty(sequence(), ([kind, commands]) =>
      walk(new World(kind), theCore(kind), commands, { looks: (nth) => nth % 4 === 0 }),
    ),
    { seed, numRuns: SEQUENCES },
  );
}, 600_000);

it('such sequences do every deed and meet every refusal', () => {
  const tally = new Tally();
  for (const [kind, commands] of fc.sample(sequence(), { seed: FIXED_SEED, numRuns: SEQUENCES }))
    rehearse(new World(kind), commands, tally);
  const deeds = new Set(Object.values(DEEDS).flatMap((table) => Object.keys(table)));
  expect([...deeds].filter((deed) => !tally.counts.has(`${deed} done`))).toEqual([]);
  expect(REFUSALS.filter((code) => !tally.counts.has(code))).toEqual([]);
}, 600_000);

/** The walks meet every one of these. */
const REFUSALS = [
  'lifecycle.wrong-state',
  'lifecycle.wrong-capacity',
  'lifecycle.reason-missing',
  'route.own-submission',
  'route.own-text',
  'route.already-decided',
  'route.not-your-turn',
  'route.not-own-submission',
  'route.somebody-decided',
  'route.step-not-earlier',
  'measure.title-missing',
  'measure.method-missing',
  'measure.division-missing',
  'measure.period-missing',
  'measure.period-outside-year',
  'measure.results-missing',
  'measure.outcomes-missing',
  'measure.interim-missing',
  'measure.interim-endorsed',
  'amendment.exists',
  'amendment.open',
  'amendment.base-moved',
  'amendment.not-own',
  'override.not-open',
  'permission.denied',
  'route.same-signer-twice',
  'acting.own-post',
  'acting.person-without-post',
  'acting.overlap',
  'acting.through-unusable',
  'acting.circular',
  'acting.handed-on',
];

type Table = ListedKind['lifecycle']['transitions'];

/** The measure's kind with one line of its table bent. */
const withLine = (deed: string, bend: (line: Table[string]) => Partial<Table[string]>): ListedKind => {
  const kind = kindNamed('measure');
  const line = kind.lifecycle.transitions[deed];
  if (!line) throw new Error(`there is no deed called ${deed}`);
  const transitions = { ...kind.lifecycle.transitions, [deed]: { ...line, ...bend(line) } };
  return { ...kind, lifecycle: { ...kind.lifecycle, transitions } };
};

const bentAgency = (bent: Bent): CoreSystem => new CoreSystem(kindNamed('measure'), bent);
const withoutGuard =
  (name: string) =>
  ({ guards = [] }: Table[string]): Partial<Table[string]> => ({
    guards: guards.filter((guard) => guard.name !== name),
  });

/** Systems with one fault each. */
const BROKEN: readonly (readonly [string, () => CoreSystem])[] = [
  ['the submitter may approve', () => new CoreSystem(withLine('approve', withoutGuard('isNotOwnWork')))],
  [
    'a head may approve what they signed off',
    () => new CoreSystem(withLine('approve', withoutGuard('hasNotDecidedYet'))),
  ],
  [
    'an author may endorse six-month results',
    () => new CoreSystem(withLine('endorse_interim', withoutGuard('isNotOwnWork'))),
  ],
  [
    'the same six-month results are endorsed again',
    () => new CoreSystem(withLine('submit_interim', withoutGuard('isInterimOpen'))),
  ],
  [
    'six-month results complete the measure',
    () => new CoreSystem(withLine('complete_interim', () => ({ to: 'completed' }))),
  ],
  ['an author may endorse', () => new CoreSystem(withLine('endorse', withoutGuard('isNotOwnWork')))],
  [
    'anybody takes back what others submitted',
    () => new CoreSystem(withLine('recall', withoutGuard('isOwnSubmission'))),
  ],
  [
    'a measure is taken back after a signature',
    () => new CoreSystem(withLine('recall', withoutGuard('nobodyDecided'))),
  ],
  [
    'results pass a measure that is being amended',
    () => new CoreSystem(withLine('submit_results', withoutGuard('hasNoOpenAmendment'))),
  ],
  [
    'an amendment is signed after its measure was cancelled',
    () => new CoreSystem(withLine('sign_off', withoutGuard('isBaseInForce'))),
  ],
  ['a return needs no reason', () => new CoreSystem(withLine('return', () => ({ asksReason: false })))],
  ['officers cancel too', () => new CoreSystem(withLine('cancel', ({ by }) => ({ by: [...by, 'officer'] })))],
  [
    'a completed measure is returned',
    () => new CoreSystem(withLine('return_results', ({ from }) => ({ from: [...from, 'completed'] }))),
  ],
  ['results need no outcome', () => new CoreSystem(withLine('submit_results', withoutGuard('hasOutcomes')))],
  [
    'the divisions pass straight to approval',
    () => new CoreSystem(withLine('pass_divisions', () => ({ to: 'approved' }))),
  ],
  ['an amendment never takes effect', () => new CoreSystem(withLine('approve', () => ({ effects: [] })))],
  [
    'every head is asked',
    () => new CoreSystem({ ...kindNamed('measure'), responsible: () => ({ everyDivision: true, divisionIds: [] }) }),
  ],
  ['one head speaks for all', () => bentAgency({ step: (step) => ({ ...step, need: 'any' }) })],
  ['acting orders never end', () => bentAgency({ order: (order) => ({ ...order, endsOn: null, revokedOn: null }) })],
  [
    'a delegation takes the place of the holder',
    () => bentAgency({ order: (order) => ({ ...order, capacity: 'acting_for' }) }),
  ],
  ['an order covers every kind of item', () => bentAgency({ order: (order) => ({ ...order, itemKinds: null }) })],
  [
    'whoever left their own post still acts for others',
    () => bentAgency({ ownPosts: () => new Map(PEOPLE.map((name) => [name, ['a post of long ago']])) }),
  ],
  ['a chain outlives its first link', () => bentAgency({ order: (order) => ({ ...order, throughOrderId: null }) })],
];

describe('the walk on the core notices when', () => {
  it.each(BROKEN)(
    '%s',
    async (_fault, broken) => {
      const { failed } = await fc.check(
        fc.asyncProperty(measures, (commands) =>
          walk(new World('measure'), broken(), commands, { looks: (nth) => nth % 4 === 0 }),
        ),
        { seed: FIXED_SEED, numRuns: 6_000, endOnFailure: true },
      );
      expect(failed).toBe(true);
    },
    60_000,
  );
});

it('a divergence is told with the shortest way to it', async () => {
  const [, broken] = BROKEN.find(([fault]) => fault === 'the submitter may approve') ?? [];
  if (!broken) throw new Error('the broken system is gone');
  const { errorInstance, numShrinks } = await fc.check(
    fc.asyncProperty(measures, (commands) => walk(new World('measure'), broken(), commands, { looks: () => false })),
    { seed: FIXED_SEED, numRuns: 6_000 },
  );
  const lines = String(errorInstance).split('\n');
  expect(numShrinks).toBeGreaterThan(0);
  expect(lines.length).toBeLessThan(20);
  expect(lines.slice(-2).join(' ')).toMatch(/^model: .* system: /);
}, 300_000);
