import { holidayChanges } from '../calendar/holidays.queries.js';
import { bangkokDay } from '../core/time/calendar-days.js';
import { timedEvents } from '../core/time/reminders.js';
import { buddhistYear } from '../core/thai/dates.js';
import { holidaysOfAgency } from '../core/time/thai-holidays.js';
import { addWorkingDays, type Holidays } from '../core/time/working-days.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

const MOST_RUNGS = 2;

/** Counts every standing due day again; what has fired stays fired. @returns how many due days moved */
export async function replanDueDays(tx: Tx, organizationId: OrganizationId): Promise<number> {
  const standing: Standing[] = await tx.query(
    `select id, asked_at as "askedAt", due_in_days as "dueInDays", to_char(due_on, 'YYYY-MM-DD') as "dueOn"
     from asked_signature where organization_id = $1 and ended_at is null and due_on is not null order by id for update`,
    [organizationId],
  );
  const years = standing.flatMap(({ askedAt }) => yearsAround(bangkokDay(askedAt)));
  const holidays = holidaysOfAgency([...new Set(years)], await holidayChanges(tx, organizationId));
  let moved = 0;
  for (const signature of standing) if (await replan(tx, organizationId, signature, holidays)) moved += 1;
  return moved;
}

interface Standing {
  readonly id: string;
  readonly askedAt: Date;
  readonly dueInDays: number;
  readonly dueOn: string;
}

async function replan(
  tx: Tx,
  organizationId: OrganizationId,
  { id, askedAt, dueInDays, dueOn }: Standing,
  holidays: Holidays,
): Promise<boolean> {
  const planned = addWorkingDays(bangkokDay(askedAt), dueInDays, holidays);
  const events = timedEvents({ askedAt, dueOn: planned, rungs: MOST_RUNGS }, holidays);
  await tx.query(
    `update timed_work t set fires_at = event.fires_at
     from unnest($3::text[], $4::int[], $5::timestamptz[]) as event (kind, nth, fires_at)
     where t.organization_id = $1 and t.signature_id = $2 and t.kind = event.kind and t.nth = event.nth
       and t.fired_at is null and t.cancelled_at is null`,
    [
      organizationId,
      id,
      events.map(({ kind }) => kind),
      events.map(({ nth }) => nth),
      events.map(({ firesAt }) => firesAt),
    ],
  );
  if (planned === dueOn) return false;
  await tx.query('update asked_signature set due_on = $3 where organization_id = $1 and id = $2', [
    organizationId,
    id,
    planned,
  ]);
  return true;
}

const yearsAround = (day: string): number[] => [-1, 0, 1].map((offset) => buddhistYear(day) + offset);
