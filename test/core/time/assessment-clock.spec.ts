import { isWithinFiscalYear } from '../../../src/core/ita/fiscal-year.js';
import { defaultMilestones, planMilestones } from '../../../src/core/time/assessment-clock.js';
import { holidaysOfAgency } from '../../../src/core/time/thai-holidays.js';

const NO_TIMES = { measure: {}, report: {}, announcement: {} };

describe('the assessment clock', () => {
  it.each([2564, 2568, 2570])('has its milestones in the fiscal year %i, in the order of the year', (year) => {
    const milestones = defaultMilestones(year);
    expect(milestones.every(({ startsOn, endsOn }) => isWithinFiscalYear(startsOn, year) && startsOn <= endsOn)).toBe(
      true,
    );
    expect(milestones.every(({ endsOn }) => isWithinFiscalYear(endsOn, year))).toBe(true);
    expect(milestones.map(({ startsOn }) => startsOn)).toEqual(milestones.map(({ startsOn }) => startsOn).sort());
  });

  it('calls verified only the days that are on record', () => {
    const verified = (year: number): string[] =>
      defaultMilestones(year)
        .filter((milestone) => milestone.verified)
        .map(({ name, startsOn, endsOn }) => `${name} ${startsOn} ${endsOn}`);
    expect(verified(2568)).toEqual(['result 2025-08-18 2025-08-18']);
    expect(verified(2565)).toEqual(['oit-upload-close 2022-04-30 2022-04-30', 'clarification 2022-06-01 2022-06-15']);
    expect(verified(2569)).toEqual([]);
  });

  it('plans every task backwards over working days, with the times of the routes', () => {
    const milestones = defaultMilestones(2569).filter(({ name }) => name === 'measures-approved');
    const days = { ...NO_TIMES, measure: { review: 3, approval: 2 } };
    expect(planMilestones(milestones, days, holidaysOfAgency([2568, 2569], []))).toEqual([
      { milestone: 'measures-approved', task: 'write', startsOn: '2025-12-08', dueOn: '2025-12-23' },
      { milestone: 'measures-approved', task: 'review', startsOn: '2025-12-23', dueOn: '2025-12-26' },
      { milestone: 'measures-approved', task: 'approval', startsOn: '2025-12-26', dueOn: '2025-12-30' },
    ]);
  });

  it('ends the results before the report about them is signed', () => {
    const tasks = planMilestones(defaultMilestones(2569), NO_TIMES, new Set()).filter(
      ({ milestone }) => milestone === 'oit-upload-close',
    );
    expect(tasks.map(({ task }) => task)).toEqual(['write', 'results', 'signing', 'publish']);
    expect(tasks.at(-1)?.dueOn).toBe('2026-04-30');
  });
});
