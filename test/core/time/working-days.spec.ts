import fc from 'fast-check';
import { addDays, bangkokDay, bangkokInstant, bangkokMinute } from '../../../src/core/time/calendar-days.js';
import { holidaysOfAgency } from '../../../src/core/time/thai-holidays.js';
import { addWorkingDays, isWorkingDay, planBackwards, workingDaysAfter } from '../../../src/core/time/working-days.js';

const HOLIDAYS = holidaysOfAgency([2567, 2568, 2569], []);

describe('counting working days', () => {
  it.each([
    ['a Thursday and one day', '2025-01-09', 1, '2025-01-10'],
    ['a Friday and one day', '2025-01-10', 1, '2025-01-13'],
    ['a Saturday and one day', '2025-01-11', 1, '2025-01-13'],
    ['over the new year, special holiday included', '2024-12-27', 1, '2025-01-02'],
    ['over Songkran and its substitute day', '2025-04-11', 1, '2025-04-17'],
    ['a fortnight', '2025-01-06', 10, '2025-01-20'],
    ['backwards over a weekend', '2025-01-13', -1, '2025-01-10'],
    ['no day from a working day', '2025-01-13', 0, '2025-01-13'],
    ['no day from a Sunday', '2025-01-12', 0, '2025-01-13'],
  ])('%s', (_what, from, days, expected) => {
    expect(addWorkingDays(from, days, HOLIDAYS)).toBe(expected);
  });

  it('lands on working days, and counting back to the start gives the number again', () => {
    const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
    process.stdout.write(`working days seed ${seed}\n`);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const from = addDays('2024-02-01', offset);
        const reached = addWorkingDays(from, count, HOLIDAYS);
        expect(isWorkingDay(reached, HOLIDAYS)).toBe(true);
        expect(workingDaysAfter(from, reached, HOLIDAYS)).toBe(count);
        if (isWorkingDay(from, HOLIDAYS)) expect(addWorkingDays(reached, -count, HOLIDAYS)).toBe(from);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('plans backwards without gaps, ending on the day', () => {
    const planned = planBackwards(
      '2025-04-30',
      [
        { name: 'write', days: 10 },
        { name: 'sign', days: 2 },
        { name: 'publish', days: 1 },
      ],
      HOLIDAYS,
    );
    expect(planned).toEqual([
      { name: 'write', days: 10, startsOn: '2025-04-08', dueOn: '2025-04-25' },
      { name: 'sign', days: 2, startsOn: '2025-04-25', dueOn: '2025-04-29' },
      { name: 'publish', days: 1, startsOn: '2025-04-29', dueOn: '2025-04-30' },
    ]);
  });

  it('ends a plan on the working day before a milestone on a Sunday', () => {
    expect(planBackwards('2025-08-31', [{ name: 'sign', days: 1 }], HOLIDAYS)).toEqual([
      { name: 'sign', days: 1, startsOn: '2025-08-28', dueOn: '2025-08-29' },
    ]);
  });
});

describe('the agency clock', () => {
  it('begins the day at 17:00 UTC of the day before', () => {
    expect(bangkokDay(new Date('2025-01-09T16:59:59Z'))).toBe('2025-01-09');
    expect(bangkokDay(new Date('2025-01-09T17:00:00Z'))).toBe('2025-01-10');
    expect(bangkokMinute(new Date('2025-01-09T17:00:00Z'))).toBe(0);
    expect(bangkokInstant('2025-01-10', 510).toISOString()).toBe('2025-01-10T01:30:00.000Z');
  });

  it('crosses months and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2024-03-01', -2)).toBe('2024-02-28');
  });
});
