import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import { currentRoute, saveRoute } from '../../src/approvals/routes.js';
import { simulateItem, simulateRoute, stepsWithoutHolders } from '../../src/approvals/simulate-route.js';
import type { RouteStep } from '../../src/core/route/route.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { measureKind } from '../../src/measures/measure.kind.js';
import { findMeasure } from '../../src/measures/measures.queries.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { unsignedWork } from '../../src/schedule/unsigned.queries.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';
import { actsOn, draftedMeasure } from '../support/deeds.js';

let agency: TestAgency;
beforeEach(async () => {
  agency = await testAgency();
});
afterEach(() => agency.database.close());

const withChief: RouteStep[] = [
  { stage: 'review', approvers: 'responsible_division_heads', need: 'all', dueInDays: 3 },
  { stage: 'review', approvers: 'chief_administrator', need: 'any' },
  { stage: 'approval', approvers: 'executive', need: 'any' },
  { stage: 'results', approvers: 'responsible_division_heads', need: 'all' },
];

const save = (userName: string, steps: RouteStep[], seenVersion = 1): Promise<{ version: number }> =>
  agency.as(userName, (tx, actor) =>
    saveRoute(tx, { organizationId: agency.organizationId, actor, itemKind: 'measure', seenVersion, steps }),
  );

const submitted = async (): Promise<MeasureRow> => {
  const measure = await draftedMeasure(agency);
  await act('officer', 'submit', measure);
  return measure;
};

const act = async (userName: string, transition: MeasureTransition, measure: MeasureRow): Promise<string> =>
  (await actsOn(agency, userName, transition, measure)).state;

it('a changed route asks the chief administrator after the division, for measures submitted from then on', async () => {
  const before = await submitted();
  expect((await save('admin', withChief)).version).toBe(2);
  const after = await submitted();

  expect(await act('head-finance', 'sign_off', before)).toBe('executive_review');
  expect(await act('head-finance', 'sign_off', after)).toBe('division_review');
  expect(await act('chief', 'sign_off', after)).toBe('executive_review');
});

it('the simulation names who would be asked today, in order', async () => {
  await save('admin', withChief);
  const divisionIds = ['กองช่าง', 'กองคลัง'].map((name) => agency.divisions.get(name) ?? '');
  const steps = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    simulateRoute(tx, agency.organizationId, 'measure', { responsible: { everyDivision: false, divisionIds } }),
  );
  expect(
    steps.map(({ stage, slots }) => [stage, ...slots.flatMap((slot) => slot.signers.map((signer) => signer.name))]),
  ).toEqual([
    ['review', 'นางตัวอย่าง ละเอียดดี', 'นายตัวอย่าง มั่นคง'],
    ['review', 'นางสาวสมมุติ รอบคอบ'],
    ['approval', 'นายสมมุติ ใจดี'],
    ['results', 'นางตัวอย่าง ละเอียดดี', 'นายตัวอย่าง มั่นคง'],
  ]);
});

describe('the simulation of an item that is not submitted yet', () => {
  const foreseen = (measure: MeasureRow, on: string | null): Promise<string[]> =>
    agency.as('officer', async (tx, { personId }) =>
      (await simulateItem(tx, measureKind, measure, { on, submitter: personId })).map(({ stage, slots }) =>
        [
          stage,
          ...slots.flatMap(({ signers }) => signers.map(({ name, refusal }) => `${name} ${refusal ?? 'signs'}`)),
        ].join(': '),
      ),
    );
  const drafted = (): Promise<MeasureRow> =>
    agency.as('officer', (tx, actor) =>
      draftMeasure(tx, {
        organizationId: agency.organizationId,
        actor,
        fiscalYear: 2568,
        content: aMeasure([agency.divisions.get('กองคลัง') ?? '']),
      }),
    );
  /** The officer or the head of works acts for the head of finance, from 1 to 10 December 2026. */
  const acts = (userName: string): Promise<object[]> =>
    agency.database.look(
      `insert into acting_order (organization_id, id, person_id, post_id, capacity, order_number, ordered_on, starts_on, ends_on)
       select $1, gen_random_uuid(), $2, post_id, 'acting_for', '1/2570', '2026-11-30', '2026-12-01', '2026-12-10'
       from appointment where person_id = $3 returning id`,
      [agency.organizationId, agency.personId(userName), agency.personId('head-finance')],
    );

  it('asks the heads of its own divisions', async () => {
    expect(await foreseen(await drafted(), null)).toEqual([
      'review: นางตัวอย่าง ละเอียดดี signs',
      'approval: นายสมมุติ ใจดี signs',
      'results: นางตัวอย่าง ละเอียดดี signs',
    ]);
  });

  it('follows the orders of the day that is asked for', async () => {
    const measure = await drafted();
    await acts('head-works');
    const heads = await Promise.all(
      ['2026-11-30', '2026-12-01', '2026-12-10', '2026-12-11'].map((day) => foreseen(measure, day)),
    );
    expect(heads.map(([review]) => review)).toEqual([
      'review: นางตัวอย่าง ละเอียดดี signs',
      'review: นายตัวอย่าง มั่นคง signs',
      'review: นายตัวอย่าง มั่นคง signs',
      'review: นางตัวอย่าง ละเอียดดี signs',
    ]);
  });

  it('says so when whoever would be asked submits it, or wrote it', async () => {
    const measure = await drafted();
    await acts('officer');
    const [review, , results] = await foreseen(measure, '2026-12-01');
    expect(review).toMatch(/^review: .* route.own-submission$/);
    expect(results).toMatch(/^results: .* signs$/);
    const byOther = await agency.as('admin', (tx, { personId }) =>
      simulateItem(tx, measureKind, measure, { on: '2026-12-01', submitter: personId }),
    );
    expect(byOther[0]?.slots[0]?.signers[0]?.refusal).toBe('route.own-text');
  });

  it('keeps the route that an item started with', async () => {
    const measure = await submitted();
    await act('officer', 'recall', measure);
    await save('admin', withChief);
    const recalled = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      findMeasure(tx, agency.organizationId, measure.id),
    );
    expect((await foreseen(recalled ?? measure, null)).map((line) => line.split(':')[0])).toEqual([
      'review',
      'approval',
      'results',
    ]);
    expect((await foreseen(await drafted(), null)).map((line) => line.split(':')[0])).toEqual([
      'review',
      'review',
      'approval',
      'results',
    ]);
  });
});

const [heads, chief, executive, results] = withChief as [RouteStep, RouteStep, RouteStep, RouteStep]; // the four above

it.each<[string, RouteStep[], string]>([
  ['that lacks a stage', withChief.slice(0, 2), 'route.stage-missing'],
  ['that asks the executive twice', [heads, executive, executive, results], 'route.same-signer-twice'],
  [
    'that asks the executive to review and to approve',
    [heads, { ...executive, stage: 'review' }, executive, results],
    'route.same-signer-twice',
  ],
  ['that asks all heads twice', [heads, heads, executive, results], 'route.same-signer-twice'],
  ['that asks all heads for the results twice', [heads, chief, executive, results, results], 'route.same-signer-twice'],
])('a route that can never complete is not saved: one %s', async (_what, steps, problem) => {
  await expect(save('admin', steps)).rejects.toMatchObject({ details: { problems: [problem] } });
  const { version } = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    currentRoute(tx, agency.organizationId, 'measure'),
  );
  expect(version).toBe(1);
});

it('a report is not sent to heads of divisions, as it has none', async () => {
  const saving = agency.as('admin', (tx, actor) =>
    saveRoute(tx, {
      organizationId: agency.organizationId,
      actor,
      itemKind: 'report',
      seenVersion: 1,
      steps: [{ ...heads, stage: 'signing' }],
    }),
  );
  await expect(saving).rejects.toMatchObject({ details: { problems: ['route.no-divisions'] } });
});

it('an item on a route of old that asks one person twice is told as work nobody may sign, once it is stuck', async () => {
  await agency.database.look(
    `update route set steps = $1 where item_kind = 'measure' and organization_id = $2 returning id`,
    [JSON.stringify([heads, executive, executive, results]), agency.organizationId],
  );
  const measure = await submitted();
  await act('head-finance', 'sign_off', measure);
  expect(await stuck()).toEqual([]);
  expect(await act('executive', 'approve', measure)).toBe('executive_review');
  expect(await stuck()).toEqual([`${measure.id} นายสมมุติ ใจดี`]);
});

const stuck = async (): Promise<string[]> =>
  (
    await agency.unitOfWork.inTenant(agency.organizationId, (tx) => unsignedWork(tx, agency.organizationId, ITEM_KINDS))
  ).map(({ itemId, posts }) => [itemId, ...posts.flatMap(({ keptOut }) => keptOut)].join(' '));

it('a step that nobody may sign today is saved, and told', async () => {
  await agency.database.look(
    `update appointment set ends_on = starts_on where organization_id = $2 and person_id = $1 returning id`,
    [agency.personId('chief'), agency.organizationId],
  );
  await save('admin', withChief);
  const unheld = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    stepsWithoutHolders(tx, agency.organizationId, 'measure'),
  );
  expect(unheld).toEqual([1]);
});

it.each(['officer', 'executive', 'auditor'])('the %s may not change routes', async (userName) => {
  await expect(save(userName, withChief)).rejects.toMatchObject({ code: 'permission.denied' });
});

it('of two administrators who change a route at once the second is told', async () => {
  await save('admin', withChief);
  await expect(save('admin', withChief)).rejects.toMatchObject({ code: 'item.changed-meanwhile' });
});

it('a submitter recalls an item and may change it again', async () => {
  const measure = await submitted();
  expect(await act('officer', 'recall', measure)).toBe('draft');
});
