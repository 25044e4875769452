import type { MeasureState, Responsible } from '../measure/measure.js';
import type { ClockTask, MilestoneName, TaskName } from './assessment-clock.js';

/** How far a measure has come, in the order of its life; a cancelled one is asked for nothing. */
const PROGRESS: readonly MeasureState[] = [
  'draft',
  'division_review',
  'executive_review',
  'approved',
  'results_review',
  'completed',
];

/** The state from which on a measure no longer holds up a task. Other tasks of the year are not done by measures. */
const DONE_FROM: Partial<Record<MilestoneName, Partial<Record<TaskName, MeasureState>>>> = {
  'measures-approved': { write: 'division_review', review: 'executive_review', approval: 'approved' },
  'oit-upload-close': { write: 'results_review', results: 'completed' },
};

export interface MeasureAtWork {
  readonly state: MeasureState;
  /** Interim results wait for endorsement: those of the year are still to be written. */
  readonly reviewing?: 'interim' | null;
  readonly responsible: Pick<Responsible, 'everyDivision' | 'divisionIds'>;
}

export interface LateTask {
  readonly milestone: MilestoneName;
  readonly task: TaskName;
  readonly dueOn: string;
  readonly divisionId: string;
  /** Measures of the division that should have come further. */
  readonly measures: number;
}

/** What each division is late with on a day, task by task in the order of the year. Pure. */
export function lateTasks(
  tasks: readonly ClockTask[],
  measures: readonly MeasureAtWork[],
  divisionIds: readonly string[],
  day: string,
): LateTask[] {
  return tasks.flatMap(({ milestone, task, dueOn }) => {
    const doneFrom = DONE_FROM[milestone]?.[task];
    if (!doneFrom || dueOn >= day) return [];
    const late = measures.filter((measure) => isBefore(measure, doneFrom));
    return divisionIds.flatMap((divisionId) => {
      const own = late.filter(({ responsible }) => isOf(divisionId, responsible));
      return own.length > 0 ? [{ milestone, task, dueOn, divisionId, measures: own.length }] : [];
    });
  });
}

/** The divisions whose measures hold up a task; null for tasks that are not done by measures. Pure. */
export function behindWith(
  { milestone, task }: Pick<ClockTask, 'milestone' | 'task'>,
  measures: readonly MeasureAtWork[],
  divisionIds: readonly string[],
): readonly string[] | null {
  const doneFrom = DONE_FROM[milestone]?.[task];
  if (!doneFrom) return null;
  const late = measures.filter((measure) => isBefore(measure, doneFrom));
  return divisionIds.filter((divisionId) => late.some(({ responsible }) => isOf(divisionId, responsible)));
}

function isBefore({ state, reviewing }: MeasureAtWork, other: MeasureState): boolean {
  const reached = reviewing === 'interim' ? 'approved' : state;
  return state !== 'cancelled' && PROGRESS.indexOf(reached) < PROGRESS.indexOf(other);
}

const isOf = (divisionId: string, { everyDivision, divisionIds }: MeasureAtWork['responsible']): boolean =>
  everyDivision || divisionIds.includes(divisionId);
