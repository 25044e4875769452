import { weekdayOf } from '../../../src/core/time/calendar-days.js';
import { holidaysOfAgency, nationalHolidays } from '../../../src/core/time/thai-holidays.js';

const substitutesOf = (year: number): string[] =>
  nationalHolidays(year)
    .filter(({ name }) => name.startsWith('ชดเชย'))
    .map(({ day }) => day);

describe('Thai public holidays', () => {
  it.each([
    // a lone Saturday, two days of one feast in a weekend, two Buddhist days in a weekend, lone Sundays
    [2567, ['2024-02-26', '2024-04-08', '2024-04-16', '2024-05-06', '2024-07-22', '2024-07-29', '2024-10-14']],
    [2568, ['2025-04-07', '2025-04-16', '2025-05-05', '2025-05-12']],
    [2569, ['2026-06-01', '2026-12-07']],
    // a Sunday before another holiday on the Monday
    [2570, ['2027-02-22', '2027-07-20', '2027-10-25', '2027-12-06']],
  ])('of %i have their substitute days', (year, days) => {
    expect(substitutesOf(year)).toEqual(days);
  });

  it('of 2568 close offices on 21 weekdays, as the cabinet counted on 12 November 2567', () => {
    const weekdays = nationalHolidays(2568).filter(({ day }) => weekdayOf(day) % 6 !== 0);
    expect(weekdays).toHaveLength(21);
  });

  it('say of every day where it is from, and mark what nobody has compared', () => {
    const days = nationalHolidays(2569);
    expect(days.every(({ name, source }) => name !== '' && source !== '')).toBe(true);
    expect(days.find(({ day }) => day === '2026-01-02')).toMatchObject({ verified: true });
    expect(days.find(({ day }) => day === '2026-03-03')).toMatchObject({ verified: false });
    expect(days.find(({ day }) => day === '2026-06-01')).toMatchObject({ verified: false });
  });

  it('of a year without data are those that never move', () => {
    expect(nationalHolidays(2571).filter(({ name }) => !name.startsWith('ชดเชย'))).toHaveLength(14);
  });

  it('after a new year that begins on a Monday give the Tuesday for the Sunday before', () => {
    expect(substitutesOf(2571)).toContain('2029-01-02');
  });

  it('follow what the agency says', () => {
    const days = holidaysOfAgency(
      [2568],
      [
        { day: '2025-06-02', name: 'เปิดทำการ', isHoliday: false },
        { day: '2025-06-04', name: 'วันหยุดของจังหวัด', isHoliday: true },
      ],
    );
    expect([days.has('2025-06-02'), days.has('2025-06-03'), days.has('2025-06-04')]).toEqual([false, true, true]);
  });
});
