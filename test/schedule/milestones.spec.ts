import { planMilestones } from '../../src/core/time/assessment-clock.js';
import { changeMilestone } from '../../src/schedule/change-milestone.js';
import { changeHoliday } from '../../src/schedule/change-holiday.js';
import { holidaysOfYear } from '../../src/schedule/holidays.queries.js';
import { assessmentClock, milestonesOf } from '../../src/schedule/milestones.queries.js';
import { ScheduleBench } from './schedule-bench.js';

let bench: ScheduleBench;
beforeAll(async () => (bench = await ScheduleBench.open()));
beforeEach(() => bench.forget());
afterAll(() => bench.close());

const change = (
  days: { startsOn: string; endsOn: string; verified: boolean } | null,
  { name = 'oit-upload-close', fiscalYear = 2568, who = 'admin' } = {},
): Promise<void> =>
  bench.agency.as(who, (tx, actor) =>
    changeMilestone(tx, {
      organizationId: bench.agency.organizationId,
      actor,
      fiscalYear,
      name: name as 'oit-upload-close', // a test asks for a milestone that does not exist
      days,
    }),
  );
const milestone = (fiscalYear: number) =>
  bench.agency.unitOfWork.inTenant(bench.agency.organizationId, async (tx) =>
    (await milestonesOf(tx, bench.agency.organizationId, fiscalYear)).find(({ name }) => name === 'oit-upload-close'),
  );
const clock = () =>
  bench.agency.unitOfWork.inTenant(bench.agency.organizationId, (tx) =>
    assessmentClock(tx, bench.agency.organizationId, 2568),
  );

describe('the milestones of a year', () => {
  it('are the usual ones, unverified, until the agency says otherwise, and again afterwards', async () => {
    expect(await milestone(2568)).toMatchObject({ endsOn: '2025-04-30', verified: false, isOwn: false });
    await change({ startsOn: '2025-05-15', endsOn: '2025-05-15', verified: true });
    expect(await milestone(2568)).toMatchObject({ endsOn: '2025-05-15', verified: true, isOwn: true });
    expect(await milestone(2569)).toMatchObject({ endsOn: '2026-04-30', isOwn: false });
    await change(null);
    expect(await milestone(2568)).toMatchObject({ endsOn: '2025-04-30', isOwn: false });
  });

  it.each([
    ['by somebody else', { startsOn: '2025-05-15', endsOn: '2025-05-15' }, { who: 'officer' }, 'permission.denied'],
    ['outside the year', { startsOn: '2025-10-01', endsOn: '2025-10-01' }, {}, 'input.invalid'],
    ['backwards', { startsOn: '2025-05-15', endsOn: '2025-05-14' }, {}, 'input.invalid'],
    ['on no day', { startsOn: '2025-02-30', endsOn: '2025-05-14' }, {}, 'input.invalid'],
    ['under an unknown name', { startsOn: '2025-05-15', endsOn: '2025-05-15' }, { name: 'party' }, 'input.invalid'],
  ])('are not moved %s', async (_what, days, options, code) => {
    await expect(change({ ...days, verified: true }, options)).rejects.toMatchObject({ code });
  });
});

describe('the assessment clock', () => {
  it('plans with the times of the routes and the holidays of the agency', async () => {
    const before = (await clock()).tasks.filter(({ milestone: name }) => name === 'measures-approved');
    expect(before).toMatchObject([
      { task: 'write', dueOn: '2024-12-20' },
      { task: 'review', dueOn: '2024-12-25' },
      { task: 'approval', dueOn: '2024-12-27' },
    ]);
    await bench.agency.as('admin', (tx, actor) =>
      changeHoliday(tx, {
        organizationId: bench.agency.organizationId,
        actor,
        day: '2024-12-26',
        change: { name: 'วันหยุดของจังหวัด', isHoliday: true },
      }),
    );
    const after = (await clock()).tasks.filter(({ milestone: name }) => name === 'measures-approved');
    expect(after.map(({ dueOn }) => dueOn)).toEqual(['2024-12-19', '2024-12-24', '2024-12-27']);
  });

  it('names the division whose measures hold up a task that is over', async () => {
    await bench.submitted('กองช่าง');
    const { late, tasks, milestones } = await clock();
    const approval = late.filter(({ milestone: name, task }) => name === 'measures-approved' && task === 'approval');
    const names = [...bench.agency.divisions].filter(([, id]) => approval.some(({ divisionId }) => divisionId === id));
    expect(names.map(([name]) => name).sort()).toEqual(['กองคลัง', 'กองช่าง']);
    expect(late.filter(({ task, milestone: name }) => task === 'write' && name === 'measures-approved')).toEqual([]);
    expect(tasks).toHaveLength(
      planMilestones(milestones, { measure: {}, report: {}, announcement: {} }, new Set()).length,
    );
  });
});

describe('the holidays of a year', () => {
  it('list the national days and the own ones, saying which is which', async () => {
    const { organizationId, unitOfWork } = bench.agency;
    await bench.agency.as('admin', async (tx, actor) => {
      const edit = { organizationId, actor };
      await changeHoliday(tx, { ...edit, day: '2025-06-04', change: { name: 'วันหยุดของจังหวัด', isHoliday: true } });
      await changeHoliday(tx, { ...edit, day: '2025-06-02', change: { name: 'เปิดทำการ', isHoliday: false } });
    });
    const june = await unitOfWork.inTenant(organizationId, async (tx) =>
      (await holidaysOfYear(tx, organizationId, 2568)).filter(({ day }) => day.startsWith('2025-06')),
    );
    expect(june.map(({ day, isHoliday, isOwn }) => [day, isHoliday, isOwn])).toEqual([
      ['2025-06-02', false, true],
      ['2025-06-03', true, false],
      ['2025-06-04', true, true],
    ]);
  });
});
