import { uuidv7 } from 'uuidv7';
import { holidayChanges } from '../calendar/holidays.queries.js';
import { fiscalYearOf } from '../core/ita/fiscal-year.js';
import { milestoneReminders } from '../core/time/milestone-reminders.js';
import { holidaysOfAgency } from '../core/time/thai-holidays.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { momentOfSigning } from '../organizations/organizations.queries.js';
import { assessmentClock } from './milestones.queries.js';

/**
 * Lays out what the clock will say about this year's tasks. What moved to another day is said again for that day; what was
 * said stays said; what lies in the past is not said.
 */
export async function planMilestoneReminders(tx: Tx, organizationId: OrganizationId): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 12))', [organizationId]);
  const { at, day } = await momentOfSigning(tx);
  const fiscalYear = fiscalYearOf(day);
  const { tasks } = await assessmentClock(tx, organizationId, fiscalYear);
  const years = [fiscalYear - 1, fiscalYear, fiscalYear + 1];
  const holidays = holidaysOfAgency(years, await holidayChanges(tx, organizationId));
  const reminders = milestoneReminders(tasks, holidays);
  const columns = [
    reminders.map(() => uuidv7()),
    reminders.map(({ milestone }) => milestone),
    reminders.map(({ task }) => task),
    reminders.map(({ kind }) => kind),
    reminders.map(({ dueOn }) => dueOn),
    reminders.map(({ firesAt }) => firesAt),
  ];
  await tx.query(LAY_OUT, [organizationId, fiscalYear, day, at, ...columns]);
  await tx.query(FORGET_MOVED, [organizationId, fiscalYear, day, at, ...columns.slice(1, 5)]);
}

/** A reminder that is due but not told yet is left to the clock: only another time or a cancelled one is laid out again. */
const LAY_OUT = `
  insert into milestone_work as w
    (organization_id, id, fiscal_year, milestone, task, kind, due_on, planned_on, fires_at, fired_at, outcome)
  select $1, id, $2, milestone, task, kind, due_on, $3::date, fires_at,
    case when fires_at <= $4::timestamptz then $4::timestamptz end, case when fires_at <= $4::timestamptz then 'past' end
  from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::date[], $10::timestamptz[])
    as t (id, milestone, task, kind, due_on, fires_at)
  on conflict (organization_id, fiscal_year, milestone, task, kind, due_on) do update
    set fires_at = excluded.fires_at, fired_at = excluded.fired_at, outcome = excluded.outcome, cancelled_at = null
    where w.fired_at is null and (w.cancelled_at is not null or w.fires_at <> excluded.fires_at)`;

/** What is no longer planned, and the day of planning on everything that is. */
const FORGET_MOVED = `
  update milestone_work w set planned_on = $3::date,
    cancelled_at = case when p.milestone is null and w.fired_at is null then coalesce(w.cancelled_at, $4::timestamptz)
      else w.cancelled_at end
  from milestone_work o
  left join unnest($5::text[], $6::text[], $7::text[], $8::date[]) as p (milestone, task, kind, due_on)
    on p.milestone = o.milestone and p.task = o.task and p.kind = o.kind and p.due_on = o.due_on
  where w.organization_id = $1 and w.fiscal_year = $2 and o.organization_id = w.organization_id and o.id = w.id`;

/** Does this organization lack the plan of today? The day is told by the database's clock. */
export async function lacksPlanOfToday(tx: Tx, organizationId: OrganizationId): Promise<boolean> {
  const { day } = await momentOfSigning(tx);
  const planned: object[] = await tx.query(
    'select 1 from milestone_work where organization_id = $1 and fiscal_year = $2 and planned_on = $3 limit 1',
    [organizationId, fiscalYearOf(day), day],
  );
  return planned.length === 0;
}
