import type { MilestoneKind } from '../core/time/milestone-reminders.js';
import { faultPoint } from '../database/fault-point.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { notify } from '../notices/notify.js';
import { signingDirectory, type SigningDirectory } from '../organizations/who-may-act.queries.js';
import { audienceOfTask, type DueTask } from './milestone-audience.js';

const BATCH = 100;

/**
 * Tells of the tasks of the assessment year that the clock has come to, each reminder once: claiming and telling are one
 * transaction. Of several reminders of a task that came due while nothing ran, the newest is told.
 * @returns how many reminders were claimed
 */
export async function fireMilestones(tx: Tx, organizationId: OrganizationId, at: Date): Promise<number> {
  const [due] = await tx.query<[DueReminder[], number]>(CLAIM, [organizationId, at, BATCH]);
  if (due.length === 0) return 0;
  faultPoint('time.claimed');
  const directory = await signingDirectory(tx, organizationId);
  for (const reminder of due) {
    const outcome = isOvertaken(reminder, due) ? 'overtaken' : await tell(tx, organizationId, reminder, directory, at);
    await tx.query('update milestone_work set outcome = $3 where organization_id = $1 and id = $2', [
      organizationId,
      reminder.id,
      outcome,
    ]);
  }
  return due.length;
}

interface DueReminder extends DueTask {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly dueOn: string;
  readonly firesAt: Date;
}

const CLAIM = `
  update milestone_work set fired_at = $2
  where organization_id = $1 and id in (
    select id from milestone_work where organization_id = $1 and fires_at <= $2 and fired_at is null and cancelled_at is null
    order by fires_at, id limit $3 for update skip locked)
  returning id, fiscal_year as "fiscalYear", milestone, task, kind, fires_at as "firesAt",
    to_char(due_on, 'YYYY-MM-DD') as "dueOn"`;

const isOvertaken = (reminder: DueReminder, due: readonly DueReminder[]): boolean =>
  due.some(
    (other) =>
      other.milestone === reminder.milestone && other.task === reminder.task && other.firesAt > reminder.firesAt,
  );

async function tell(
  tx: Tx,
  organizationId: OrganizationId,
  reminder: DueReminder,
  directory: SigningDirectory,
  at: Date,
): Promise<'told' | 'nobody-to-tell' | 'nothing-left'> {
  const personIds = await audienceOfTask(tx, organizationId, reminder, directory);
  if (personIds === null) return 'nothing-left';
  if (personIds.length === 0) return 'nobody-to-tell';
  const item = { kind: 'milestone', id: reminder.id } as const;
  await notify(tx, { organizationId, personIds, kind: 'milestone', item, dueOn: reminder.dueOn, at });
  return 'told';
}
