import { currentRoute } from '../approvals/routes.js';
import { holidayChanges } from '../calendar/holidays.queries.js';
import { STAGES_OF_KIND, type RoutedKind } from '../core/route/route-problems.js';
import {
  defaultMilestones,
  planMilestones,
  type ClockTask,
  type Milestone,
  type MilestoneName,
  type StageDays,
} from '../core/time/assessment-clock.js';
import { lateTasks, type LateTask } from '../core/time/late-measures.js';
import { holidaysOfAgency } from '../core/time/thai-holidays.js';
import type { MeasureState } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { measuresOfYear } from '../measures/measures.queries.js';
import { divisionsOf, today } from '../organizations/organizations.queries.js';

export interface ListedMilestone extends Milestone {
  /** True where the agency gave the day itself. */
  readonly isOwn: boolean;
}

/** The milestones of a fiscal year (Buddhist era): the usual days with the agency's own in their place. */
export async function milestonesOf(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<ListedMilestone[]> {
  const own: (Milestone & { name: MilestoneName })[] = await tx.query(
    `select name, to_char(starts_on, 'YYYY-MM-DD') as "startsOn", to_char(ends_on, 'YYYY-MM-DD') as "endsOn", verified
     from milestone_change where organization_id = $1 and fiscal_year = $2`,
    [organizationId, fiscalYear],
  );
  return defaultMilestones(fiscalYear).map((usual) => {
    const changed = own.find(({ name }) => name === usual.name);
    return { ...(changed ?? usual), isOwn: changed !== undefined };
  });
}

/** The year planned backwards from its milestones, and what each division is late with today. */
export interface AssessmentClock {
  readonly milestones: readonly ListedMilestone[];
  readonly tasks: readonly ClockTask[];
  readonly late: readonly LateTask[];
  readonly today: string;
}

export async function assessmentClock(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<AssessmentClock> {
  const milestones = await milestonesOf(tx, organizationId, fiscalYear);
  const holidays = holidaysOfAgency(
    [fiscalYear - 2, fiscalYear - 1, fiscalYear, fiscalYear + 1],
    await holidayChanges(tx, organizationId),
  );
  const tasks = planMilestones(milestones, await stageDays(tx, organizationId), holidays);
  const measures = await measuresOfYear(tx, organizationId, fiscalYear);
  const atWork = measures.map(({ state, reviewing, content }) => ({
    state: state as MeasureState, // the table's check allows no other
    reviewing,
    responsible: content.responsible,
  }));
  const divisionIds = (await divisionsOf(tx, organizationId)).map(({ id }) => id);
  const day = await today(tx);
  return { milestones, tasks, late: lateTasks(tasks, atWork, divisionIds, day), today: day };
}

/** Working days of each stage of the routes of today; stages without any time are left to the plan's estimate. */
async function stageDays(tx: Tx, organizationId: OrganizationId): Promise<StageDays> {
  const daysOf = async (kind: RoutedKind): Promise<StageDays[RoutedKind]> => {
    const { steps } = await currentRoute(tx, organizationId, kind);
    const timed = STAGES_OF_KIND[kind].flatMap((stage) => {
      const days = steps.flatMap((step) => (step.stage === stage && step.dueInDays ? [step.dueInDays] : []));
      return days.length > 0 ? [[stage, days.reduce((sum, one) => sum + one, 0)] as const] : [];
    });
    return Object.fromEntries(timed);
  };
  return {
    measure: await daysOf('measure'),
    report: await daysOf('report'),
    announcement: await daysOf('announcement'),
  };
}
