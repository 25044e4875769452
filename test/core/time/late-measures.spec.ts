import { lateTasks, type MeasureAtWork } from '../../../src/core/time/late-measures.js';
import type { ClockTask } from '../../../src/core/time/assessment-clock.js';

const task = (milestone: ClockTask['milestone'], name: ClockTask['task'], dueOn: string): ClockTask => ({
  milestone,
  task: name,
  startsOn: dueOn,
  dueOn,
});
const TASKS = [
  task('measures-approved', 'write', '2025-12-10'),
  task('measures-approved', 'review', '2025-12-20'),
  task('no-gift-announcement', 'signing', '2025-12-01'),
  task('oit-upload-close', 'results', '2026-04-01'),
];
const measure = (state: MeasureAtWork['state'], ...divisionIds: string[]): MeasureAtWork => ({
  state,
  responsible: { everyDivision: divisionIds.length === 0, divisionIds },
});
const summary = (measures: MeasureAtWork[], day: string): string[] =>
  lateTasks(TASKS, measures, ['finance', 'works'], day).map(
    (late) => `${late.task} ${late.divisionId} ${late.measures}`,
  );

describe('what divisions are late with', () => {
  it.each([
    ['nothing on the due day itself', '2025-12-10', []],
    ['what is still a draft on the next day', '2025-12-11', ['write finance 1']],
    ['what the division has not agreed to', '2025-12-21', ['write finance 1', 'review finance 2', 'review works 1']],
  ])('is %s', (_what, day, expected) => {
    const measures = [
      measure('draft', 'finance'),
      measure('division_review', 'finance', 'works'),
      measure('approved', 'works'),
      measure('cancelled', 'works'),
    ];
    expect(summary(measures, day)).toEqual(expected);
  });

  it('is the year’s results, also while those of six months are endorsed', () => {
    const waiting = { ...measure('results_review', 'finance'), reviewing: 'interim' as const };
    expect(summary([waiting, measure('completed', 'works')], '2026-04-02')).toEqual(['results finance 1']);
  });

  it('counts a measure of every division for each of them', () => {
    expect(summary([measure('approved')], '2026-04-02')).toEqual(['results finance 1', 'results works 1']);
  });
});
