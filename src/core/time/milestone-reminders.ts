import type { ClockTask } from './assessment-clock.js';
import { bangkokInstant } from './calendar-days.js';
import { addWorkingDays, type Holidays } from './working-days.js';

/** What the clock says about a task of the assessment year. */
export type MilestoneKind = 'begin' | 'before' | 'after';

export interface MilestoneReminder extends Pick<ClockTask, 'milestone' | 'task' | 'dueOn'> {
  readonly kind: MilestoneKind;
  readonly firesAt: Date;
}

/** Working days before the due day, and after it. */
const BEFORE = 3;
const AFTER = 1;
/** Offices open at half past eight. */
const OFFICE_OPENS = 8 * 60 + 30;

/** When each task is to begin, is nearly due, and is late: three reminders for each, in the order of the tasks. */
export const milestoneReminders = (tasks: readonly ClockTask[], holidays: Holidays): MilestoneReminder[] =>
  tasks.flatMap(({ milestone, task, startsOn, dueOn }) => {
    const days: Readonly<Record<MilestoneKind, string>> = {
      begin: addWorkingDays(startsOn, 0, holidays),
      before: addWorkingDays(dueOn, -BEFORE, holidays),
      after: addWorkingDays(dueOn, AFTER, holidays),
    };
    return (['begin', 'before', 'after'] as const).map((kind) => ({
      milestone,
      task,
      dueOn,
      kind,
      firesAt: bangkokInstant(days[kind], OFFICE_OPENS),
    }));
  });
