import fc from 'fast-check';
import { FIRST_TODAY, LAST_DAY, ROUTES, type RouteName } from './agency-model.js';
import { HEADS, PEOPLE, type Capacity, type Kind, type Person, type Post } from './cast.js';
import { DEEDS, possible, type Given } from './deed-model.js';
import type { ModelPlan, ModelResults } from './item-model.js';
import type { Step, Which, World } from './world.js';

/** A step that is still open where only the walk itself knows better: "somebody who may", "the next one". */
export type Command = (world: World) => Step;

type Row = readonly [weight: number, arbitrary: fc.Arbitrary<Command>];

const person = fc.constantFrom(...PEOPLE);
const somebodyAtWork = fc.oneof(
  { weight: 4, arbitrary: fc.constant('officer' as const) },
  { weight: 1, arbitrary: person },
);
const which: fc.Arbitrary<Which> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('first' as const) },
  { weight: 2, arbitrary: fc.constant('amendment' as const) },
);
const rarely = (weight: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const kinds = fc.constantFrom<readonly Kind[] | null>(
  null,
  null,
  ['measure'],
  ['report', 'announcement'],
  ['measure', 'report'],
);
const capacity = fc.constantFrom<Capacity>('acting_for', 'acting_in_post', 'performing_duties', 'delegated_by');

const plan: fc.Arbitrary<ModelPlan> = fc.record({
  word: fc.nat({ max: 3 }),
  lacks: fc.constantFrom(
    null,
    null,
    null,
    null,
    'title' as const,
    'method' as const,
    'period' as const,
    'the fiscal year' as const,
  ),
  divisions: fc.oneof(
    { weight: 6, arbitrary: fc.subarray([...HEADS], { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant<readonly never[]>([]) },
    { weight: 1, arbitrary: fc.constant('every' as const) },
  ),
});
const results: fc.Arbitrary<ModelResults> = fc.record({
  word: fc.integer({ min: 1, max: 3 }),
  lacks: fc.constantFrom(null, null, null, 'results' as const, 'outcomes' as const),
});

const given = (reads: fc.Arbitrary<Given['read']>): fc.Arbitrary<Given> =>
  fc.record({
    person,
    hasReason: rarely(5).map((isMissing) => !isMissing),
    override: rarely(4),
    read: reads,
    backTo: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 3 }) }),
  });
const alwaysThis = fc.constant('this' as const);
const mostlyThis: fc.Arbitrary<Given['read']> = fc.oneof(
  { weight: 10, arbitrary: alwaysThis },
  { weight: 1, arbitrary: fc.constantFrom<Given['read']>('another', 'unsaid') },
);

const BACKWARDS = ['return', 'return_results', 'recall', 'recall_results', 'withdraw', 'drop_amendment'];

/** What somebody may do now, mostly forwards; stumbling alone leads nowhere. */
const sensible = (reads: fc.Arbitrary<Given['read']>): fc.Arbitrary<Command> =>
  fc.tuple(which, fc.nat({ max: 240 }), given(reads)).map(([wanted, pick, what]) => (world: World) => {
    const item = world.item(wanted) ? wanted : 'first';
    const found = world.item(item) ?? world.first;
    const word = 1 + (pick % 3);
    const writers = PEOPLE.filter((each) => world.agency.isA(each, 'officer'));
    const writer = writers[pick % writers.length] ?? 'officer';
    if (found.state === 'approved' && found.results.lacks !== null)
      return { name: 'record', item, person: writer, isStale: false, results: { word, lacks: null } };
    if (found.state === 'draft' && (found.plan.lacks !== null ? pick % 3 > 0 : pick % 7 === 0))
      return { name: 'edit', item, person: writer, isStale: false, plan: { ...found.plan, word, lacks: null } };
    const able = possible(found, PEOPLE).filter(({ name }) => name !== 'cancel' || pick % 40 === 0);
    const forwards = able.filter(({ name }) => !BACKWARDS.includes(name));
    const among = forwards.length === 0 || pick % 5 === 0 ? able : forwards;
    const { name = 'submit', person: who = what.person } = among[pick % Math.max(1, among.length)] ?? {};
    return { name: 'deed', item, deed: name, given: { ...withStep(name, what), person: who } };
  });

/** Any deed by anybody. */
const stumbling = (reads: fc.Arbitrary<Given['read']>): fc.Arbitrary<Command> =>
  fc.tuple(which, fc.nat({ max: 60 }), given(reads)).map(([item, pick, what]) => (world: World) => {
    const names = Object.keys(DEEDS[world.kind]);
    const deed = names[pick % names.length] ?? 'submit';
    return { name: 'deed', item, deed, given: withStep(deed, what) };
  });

/** Another officer's hands on what somebody else drafted; or the measure goes while its amendment is being signed. */
const meddling: fc.Arbitrary<Command> = fc.tuple(which, fc.nat({ max: 59 })).map(([wanted, pick]) => (world: World) => {
  const { agency, amendment, kind } = world;
  const what = { hasReason: true, override: false, read: 'this', backTo: null } as const;
  if (amendment?.state.endsWith('review') && pick % 3 === 0)
    return { name: 'deed', item: 'first', deed: 'cancel', given: { ...what, person: 'executive' } };
  const item = world.item(wanted) ? wanted : 'first';
  const deeds = UNDOING.filter((deed) => deed in DEEDS[kind]);
  const others = PEOPLE.filter((each) => each !== 'officer' && agency.isA(each, 'officer'));
  const person = others[pick % Math.max(1, others.length)] ?? 'officer';
  return { name: 'deed', item, deed: deeds[pick % deeds.length] ?? 'recall', given: { ...what, person } };
});
const UNDOING = ['drop_amendment', 'recall', 'recall_results'];

/** Only a return names a step. */
const withStep = (deed: string, what: Given): Given => (deed.startsWith('return') ? what : { ...what, backTo: null });

/** Who acts for whom where it tempts: officers sign, signers write, one person decides twice. */
const TEMPTING: readonly (readonly [Person, Post])[] = [
  ['officer', 'head-finance'],
  ['officer', 'executive'],
  ['head-finance', 'officer'],
  ['executive', 'officer'],
  ['head-works', 'head-finance'],
  ['head-finance', 'executive'],
  ['chief', 'executive'],
];

const order: fc.Arbitrary<Command> = fc
  .record({
    pair: fc.oneof(fc.constantFrom(...TEMPTING), fc.tuple(person, person)),
    capacity,
    kinds,
    through: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.nat({ max: 3 }) }),
    from: fc.constantFrom(1, FIRST_TODAY, FIRST_TODAY, FIRST_TODAY, FIRST_TODAY + 1, FIRST_TODAY + 3),
    length: fc.constantFrom(null, null, 0, 2, 4),
  })
  .map(({ length, pair: [who, post], ...rest }) => () => {
    const to = length === null ? null : Math.min(rest.from + length, LAST_DAY);
    return { name: 'order', person: who, post, ...rest, to };
  });

/** A second order through one that counts today: an acting chief performs the executive's duties. */
const chain: fc.Arbitrary<Command> = fc
  .tuple(person, capacity, kinds, fc.nat({ max: 5 }))
  .map(([post, how, covered, pick]) => ({ agency }: World) => {
    const { orders, today } = agency;
    const counting = orders.filter((each) => each.through === null && each.days.has(today));
    const through = counting[pick % Math.max(1, counting.length)];
    const last = through ? Math.max(...through.days) : today;
    const to = last >= LAST_DAY ? null : last;
    const place = through ? orders.indexOf(through) : null;
    return {
      name: 'order',
      person: through?.person ?? 'chief',
      post,
      capacity: how,
      kinds: covered,
      through: place,
      from: today,
      to,
    };
  });

/** Mostly to somebody who may sign in this step, by an administrator or by who is asked. */
const handing: fc.Arbitrary<Command> = fc
  .tuple(which, person, person, fc.nat({ max: 60 }), rarely(6))
  .map(([wanted, anybody, another, pick, isBare]) => (world: World) => {
    const item = world.item(wanted) ? wanted : 'first';
    const { askedPosts, askedStep, agency, kind } = world.item(item) ?? world.first;
    const post = askedPosts[pick % Math.max(1, askedPosts.length)] ?? anybody;
    const able = askedPosts.flatMap((each) => agency.signersOf(each, kind));
    const to = (pick % 4 > 0 && able[(pick >> 2) % Math.max(1, able.length)]) || another;
    const by = [anybody, 'admin' as const, agency.signersOf(post, kind)[0] ?? anybody][pick % 3] ?? anybody;
    return { name: 'reassign', item, by, step: askedStep ?? 0, post, to, hasReason: !isBare };
  });

/** Somebody who acts for another loses their own post, or comes back; the administrator stays, and keeps the agency going. */
const leaving: fc.Arbitrary<Command> = fc
  .tuple(person, fc.nat({ max: 5 }))
  .map(([anybody, pick]) => ({ agency }: World) => {
    const [away] = PEOPLE.filter((each) => !agency.isInPost(each, agency.today));
    if (away && pick % 3 > 0) return { name: 'come back', person: away };
    const acting = agency.orders[pick % Math.max(1, agency.orders.length)]?.person;
    const leaver = pick % 2 === 0 ? (acting ?? anybody) : anybody;
    return { name: 'leave', person: leaver === 'admin' ? 'officer' : leaver };
  });

/** Everything that can happen on the core: one row each. */
export const CORE_COMMANDS: Readonly<Record<string, Row>> = {
  sensible: [12, sensible(alwaysThis)],
  stumbling: [4, stumbling(alwaysThis)],
  meddling: [1, meddling],
  edit: [
    2,
    fc
      .record({ item: which, person: somebodyAtWork, isStale: rarely(9), plan })
      .map((step) => () => ({ name: 'edit', ...step })),
  ],
  record: [
    2,
    fc
      .record({ item: which, person: somebodyAtWork, isStale: rarely(9), results })
      .map((step) => () => ({ name: 'record', ...step })),
  ],
  interim: [
    2,
    fc
      .record({ item: which, person: somebodyAtWork, isStale: rarely(9), word: fc.integer({ min: 1, max: 3 }) })
      .map((step) => () => ({ name: 'record interim', ...step })),
  ],
  amend: [2, somebodyAtWork.map((who) => () => ({ name: 'amend', person: who }))],
  order: [2, order],
  chain: [1, chain],
  handing: [2, handing],
  revoke: [1, fc.nat({ max: 5 }).map((nth) => () => ({ name: 'revoke', nth }))],
  leaving: [1, leaving],
  route: [
    1,
    fc
      .tuple(rarely(5), fc.constantFrom(...(Object.keys(ROUTES) as RouteName[])))
      .map(([isOther, route]) => () => ({ name: 'route', person: isOther ? 'chief' : 'admin', route })),
  ],
  ratify: [
    2,
    fc
      .tuple(rarely(1), fc.constantFrom<Person>('chief', 'auditor', 'executive', 'officer'))
      .map(([isOwn, who]) => ({ agency }: World) => ({
        name: 'ratify',
        person: (isOwn && agency.overrides[0]?.person) || who,
      })),
  ],
  publish: [1, fc.constant(() => ({ name: 'publish' as const }))],
  tomorrow: [1, fc.constant(() => ({ name: 'tomorrow' as const }))],
};

/** What nobody asks for through HTTP; whoever lost their own post is let in no more. */
const BEYOND_HTTP = ['publish', 'tomorrow', 'leaving'];

/** The same through HTTP, where people may also have read another text; the day is the database's. */
export const HTTP_COMMANDS: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(Object.entries(CORE_COMMANDS).filter(([name]) => !BEYOND_HTTP.includes(name))),
  sensible: [12, sensible(mostlyThis)],
  stumbling: [4, stumbling(mostlyThis)],
};

export const commandOf = (rows: Readonly<Record<string, Row>>): fc.Arbitrary<Command> =>
  fc.oneof(...Object.values(rows).map(([weight, arbitrary]) => ({ weight, arbitrary })));
