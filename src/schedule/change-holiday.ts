import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { planMilestoneReminders } from './plan-milestones.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { buddhistYear, isCalendarDate } from '../core/thai/dates.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { replanDueDays } from './replan-due-days.js';

export interface HolidayEdit {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** What the agency says of the day; null takes its word back, so that the national list counts again. */
  readonly change: { readonly name: string; readonly isHoliday: boolean } | null;
}

const LONGEST_NAME = 200;

/**
 * Closes or opens the office on a day. Due days of signatures that are asked for, and what the clock has still to do about
 * them, move with it.
 * @throws DomainError permission.denied, input.invalid (day, name)
 */
export async function changeHoliday(tx: Tx, { organizationId, actor, day, change }: HolidayEdit): Promise<void> {
  requireCapacity(actor, 'administrator');
  if (!isCalendarDate(day) || !isNear(buddhistYear(day))) throw new DomainError('input.invalid', { field: 'day' });
  const name = change?.name.trim() ?? '';
  if (change && (name === '' || name.length > LONGEST_NAME)) throw new DomainError('input.invalid', { field: 'name' });
  if (change) await save(tx, { organizationId, actor, day, change: { ...change, name } });
  else await tx.query('delete from holiday_change where organization_id = $1 and day = $2', [organizationId, day]);
  await replanDueDays(tx, organizationId);
  await planMilestoneReminders(tx, organizationId);
  await appendAudit(tx, {
    action: 'holiday.change',
    itemKind: 'holiday',
    itemId: day,
    toState: change ? (change.isHoliday ? 'closed' : 'open') : 'national',
    actorPersonId: actor.personId,
  });
}

const save = (
  tx: Tx,
  { organizationId, actor, day, change }: HolidayEdit & { readonly change: NonNullable<HolidayEdit['change']> },
): Promise<unknown> =>
  tx.query(
    `insert into holiday_change (organization_id, day, name, is_holiday, changed_by) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, day) do update
       set name = excluded.name, is_holiday = excluded.is_holiday, changed_by = excluded.changed_by, changed_at = now()`,
    [organizationId, day, change.name, change.isHoliday, actor.personId],
  );

const isNear = (year: number): boolean => year >= 2500 && year <= 2700;
