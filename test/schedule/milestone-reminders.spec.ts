import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { planYears, runClock } from '../../src/jobs/timed-work.js';
import { noticesOf } from '../../src/notices/notices.queries.js';
import { changeHoliday } from '../../src/schedule/change-holiday.js';
import { changeMilestone } from '../../src/schedule/change-milestone.js';
import { fireMilestones } from '../../src/schedule/fire-milestones.js';
import { planMilestoneReminders } from '../../src/schedule/plan-milestones.js';
import { fiscalYearOf, fiscalYearSpan } from '../../src/core/ita/fiscal-year.js';
import { milestoneReminders } from '../../src/core/time/milestone-reminders.js';
import { addDays } from '../../src/core/time/calendar-days.js';
import { today } from '../../src/organizations/organizations.queries.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
let fiscalYear: number;
beforeAll(async () => {
  agency = await testAgency();
  fiscalYear = fiscalYearOf(await agency.unitOfWork.inTenant(agency.organizationId, today));
});
afterAll(() => agency.database.close());
beforeEach(async () => {
  await agency.database.look(
    'truncate milestone_work, milestone_change, holiday_change, notice, notice_message, notice_part',
  );
});

interface Laid {
  readonly id: string;
  readonly milestone: string;
  readonly task: string;
  readonly kind: string;
  readonly due: string;
  readonly state: string;
}

const plan = () =>
  agency.unitOfWork.inTenant(agency.organizationId, (tx) => planMilestoneReminders(tx, agency.organizationId));
const laid = (): Promise<Laid[]> =>
  agency.database.look<Laid>(
    `select id, milestone, task, kind, due_on::text as due,
       case when cancelled_at is not null then 'cancelled' when fired_at is not null then outcome else 'open' end as state
     from milestone_work order by milestone, due_on, task, kind`,
  );
const NOON = new Date('2031-03-03T05:00:00Z');
/** Makes one reminder due at noon of a distant day and every other one later. */
const comesDue = (milestone: string, task: string, kind = 'before') =>
  agency.database.look(
    `update milestone_work set fired_at = null, outcome = null, cancelled_at = null,
       fires_at = case when milestone = $1 and task = $2 and kind = $3 then $4::timestamptz else $4::timestamptz + interval '1 year' end`,
    [milestone, task, kind, NOON],
  );
const fire = (): Promise<number> =>
  agency.unitOfWork.inTenant(agency.organizationId, (tx) => fireMilestones(tx, agency.organizationId, NOON));
const told = async (): Promise<string[]> =>
  (
    await agency.database.look<{ name: string }>(
      `select p.user_name as name from notice n join person p on p.id = n.person_id where n.kind = 'milestone' order by 1`,
    )
  ).map(({ name }) => name);
const moved = (name: 'result' | 'next-analysis' | 'oit-upload-close', day: string | null) =>
  agency.as('admin', (tx, actor) =>
    changeMilestone(tx, {
      organizationId: agency.organizationId,
      actor,
      fiscalYear,
      name,
      days: day === null ? null : { startsOn: day, endsOn: day, verified: true },
    }),
  );

describe('a task of the assessment year', () => {
  it('is announced on the day it begins, three working days before it is due, and the day after', () => {
    const task = {
      milestone: 'oit-upload-close',
      task: 'publish',
      startsOn: '2025-04-12',
      dueOn: '2025-04-30',
    } as const;
    const songkran = new Set(['2025-04-14', '2025-04-15', '2025-04-16', '2025-05-01']);
    const days = milestoneReminders([task], songkran).map(({ kind, firesAt }) => `${kind} ${firesAt.toISOString()}`);
    expect(days).toEqual([
      'begin 2025-04-17T01:30:00.000Z',
      'before 2025-04-25T01:30:00.000Z',
      'after 2025-05-02T01:30:00.000Z',
    ]);
  });
});

describe('the plan of the year', () => {
  it('is laid out once: three reminders for each task, those of the past told by nobody', async () => {
    await plan();
    const first = await laid();
    expect(new Set(first.map(({ milestone, task }) => `${milestone}/${task}`)).size * 3).toBe(first.length);
    for (const { state } of first) expect(['open', 'past']).toContain(state);
    await plan();
    expect(await laid()).toEqual(first);
  });

  it('follows a milestone that moves, and comes back with it', async () => {
    await plan();
    const usual = await laid();
    await agency.database.look(`update milestone_work set fired_at = null, outcome = null`);
    const { startsOn } = fiscalYearSpan(fiscalYear);
    await moved('next-analysis', addDays(startsOn, 120));
    const after = await laid();
    const ofIt = after.filter(({ milestone }) => milestone === 'next-analysis');
    expect(ofIt.filter(({ state }) => state === 'cancelled')).toHaveLength(9);
    expect(ofIt.filter(({ state }) => state !== 'cancelled')).toHaveLength(9);
    await moved('next-analysis', null);
    const back = (await laid()).filter(
      ({ milestone, state }) => milestone === 'next-analysis' && state !== 'cancelled',
    );
    expect(back.map(({ due }) => due)).toEqual(
      usual.filter(({ milestone }) => milestone === 'next-analysis').map(({ due }) => due),
    );
  });

  it('follows the agency’s holidays', async () => {
    await plan();
    const last = (await laid()).filter(({ milestone, task }) => milestone === 'next-analysis' && task === 'publish');
    const day = last[0]?.due ?? '';
    await agency.as('admin', (tx, actor) =>
      changeHoliday(tx, {
        organizationId: agency.organizationId,
        actor,
        day,
        change: { name: 'วันหยุดท้องถิ่น', isHoliday: true },
      }),
    );
    const moved = (await laid()).filter(
      ({ milestone, task, state }) => milestone === 'next-analysis' && task === 'publish' && state !== 'cancelled',
    );
    expect(moved.every(({ due }) => due < day)).toBe(true);
  });

  it('is made by the worker once a day for every organization', async () => {
    const none = new AbortController().signal;
    const silent = (): void => undefined;
    expect(await planYears(agency.unitOfWork, silent, none)).toBe(1);
    expect(await planYears(agency.unitOfWork, silent, none)).toBe(0);
    await agency.database.look('update milestone_work set planned_on = planned_on - 1');
    expect(await planYears(agency.unitOfWork, silent, none)).toBe(1);
  });
});

describe('a reminder', () => {
  const measureOf = async (division: string): Promise<{ id: string; contentHash: string }> => {
    const { organizationId } = agency;
    const { startsOn, endsOn } = fiscalYearSpan(fiscalYear);
    const content = aMeasure([agency.divisions.get(division) ?? ''], { period: { startsOn, endsOn, text: 'ตลอดปี' } });
    return agency.as('officer', (tx, actor) => draftMeasure(tx, { organizationId, actor, fiscalYear, content }));
  };

  it('of an empty year goes to officers and all heads, with a title and a link', async () => {
    await plan();
    await comesDue('measures-approved', 'write');
    expect(await fire()).toBe(1);
    expect(await told()).toEqual(['head-education', 'head-finance', 'head-office', 'head-works', 'officer']);
    const [notice] = await agency.as('officer', (tx, { personId }) => noticesOf(tx, agency.organizationId, personId));
    expect(notice).toMatchObject({
      kind: 'milestone',
      itemKind: 'milestone',
      title: 'มาตรการประจำปีได้รับอนุมัติครบ: จัดทำและเสนอ',
      isRead: false,
    });
  });

  it('goes to heads whose measures hold the year up, and to nobody when none do', async () => {
    const { organizationId } = agency;
    const { id: itemId, contentHash: shownHash } = await measureOf('กองคลัง');
    const deed = { organizationId, itemId, seenVersion: null, shownHash };
    await agency.as('officer', (tx, actor) => actOnMeasure(tx, { ...deed, actor, transition: 'submit' }));
    await plan();
    await comesDue('measures-approved', 'review');
    await fire();
    expect(await told()).toEqual(['head-finance']);
    await agency.as('head-finance', (tx, actor) => actOnMeasure(tx, { ...deed, actor, transition: 'sign_off' }));
    await agency.database.look('truncate notice, notice_message, notice_part');
    await comesDue('measures-approved', 'review');
    await fire();
    expect(await told()).toEqual([]);
    expect((await laid()).map(({ state }) => state)).toContain('nothing-left');
  });

  it('fires once when eight workers come at the same moment, and the next day not again', async () => {
    await plan();
    await comesDue('culture-activity', 'signing');
    const fired = await Promise.all(Array.from({ length: 8 }, fire));
    expect(fired.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await told()).toEqual(['chief', 'executive']);
    expect(await fire()).toBe(0);
  });

  it('that was overtaken while nothing ran is left out', async () => {
    await plan();
    await agency.database.look(
      `update milestone_work set fired_at = null, outcome = null, cancelled_at = null,
         fires_at = case when milestone <> 'culture-activity' or task <> 'signing' then $1::timestamptz + interval '1 year'
           when kind = 'begin' then $1::timestamptz - interval '3 days' when kind = 'before' then $1::timestamptz - interval '2 days'
           else $1::timestamptz end`,
      [NOON],
    );
    expect(await fire()).toBe(3);
    const states = (await laid()).filter(
      ({ task, milestone }) => milestone === 'culture-activity' && task === 'signing',
    );
    expect(states.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'after told',
      'before overtaken',
      'begin overtaken',
    ]);
    expect(await told()).toEqual(['chief', 'executive']);
  });

  it('is found by the clock of the worker among all organizations', async () => {
    await plan();
    await comesDue('culture-activity', 'publish');
    await agency.database.look(`update milestone_work set fires_at = now() - interval '1 minute' where fires_at = $1`, [
      NOON,
    ]);
    const reports: string[] = [];
    const none = new AbortController().signal;
    const report = (message: string): void => void reports.push(message);
    expect(await runClock(agency.unitOfWork, report, none)).toBe(1);
    expect(await runClock(agency.unitOfWork, report, none)).toBe(0);
    expect([reports, await told()]).toEqual([[], ['admin', 'officer']]);
  });
});
