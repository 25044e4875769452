import { currentRoute, saveRoute, simulateRoute } from '../../src/approvals/routes.js';
import type { RouteStep } from '../../src/core/route/route.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';

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
  const measure = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, {
      organizationId: agency.organizationId,
      actor,
      fiscalYear: 2568,
      content: aMeasure([agency.divisions.get('กองคลัง') ?? '']),
    }),
  );
  await act('officer', 'submit', measure);
  return measure;
};

const act = (userName: string, transition: MeasureTransition, { id, contentHash }: MeasureRow): Promise<string> =>
  agency.as(userName, (tx, actor) =>
    actOnMeasure(tx, {
      organizationId: agency.organizationId,
      itemId: id,
      transition,
      actor,
      seenVersion: null,
      shownHash: contentHash,
    }).then(({ state }) => state),
  );

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
    simulateRoute(tx, agency.organizationId, 'measure', { everyDivision: false, divisionIds }),
  );
  expect(
    steps.map(({ stage, slots }) => [stage, ...slots.flatMap((slot) => slot.holders.map((holder) => holder.name))]),
  ).toEqual([
    ['review', 'นางตัวอย่าง ละเอียดดี', 'นายตัวอย่าง มั่นคง'],
    ['review', 'นางสาวสมมุติ รอบคอบ'],
    ['approval', 'นายสมมุติ ใจดี'],
    ['results', 'นางตัวอย่าง ละเอียดดี', 'นายตัวอย่าง มั่นคง'],
  ]);
});

it('a route that can never complete is not saved', async () => {
  await expect(save('admin', withChief.slice(0, 2))).rejects.toMatchObject({
    details: { problems: ['route.stage-missing'] },
  });
  const { version } = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    currentRoute(tx, agency.organizationId, 'measure'),
  );
  expect(version).toBe(1);
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
