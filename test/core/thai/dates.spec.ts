import {
  buddhistYear,
  englishDate,
  fiscalYearDays,
  fiscalYearMonths,
  fiscalYearShortMonths,
  isCalendarDate,
  thaiDate,
  thaiDateWithEra,
  thaiShortDate,
} from '../../../src/core/thai/dates.js';

describe('Thai dates', () => {
  it('are written in the forms that official papers use', () => {
    expect(thaiDate('2024-12-27')).toBe('๒๗ ธันวาคม ๒๕๖๗');
    expect(thaiDateWithEra('2024-12-27')).toBe('๒๗ ธันวาคม พ.ศ. ๒๕๖๗');
    expect(thaiShortDate('2025-04-01')).toBe('๑ เม.ย. ๒๕๖๘');
    expect(thaiDate('2025-10-06', 'arabic')).toBe('6 ตุลาคม 2568');
    expect(englishDate('2024-12-27')).toBe('27 December B.E. 2567 (2024)');
  });

  it('count years from the Buddhist era', () => expect(buddhistYear('2026-01-01')).toBe(2569));

  it('name the months of a fiscal year, which begins in October of the year before', () => {
    expect(fiscalYearMonths(2568)).toBe('ตุลาคม ๒๕๖๗ – กันยายน ๒๕๖๘');
    expect(fiscalYearShortMonths(2566, 'arabic')).toBe('ต.ค. 2565 – ก.ย. 2566');
    expect(fiscalYearDays(2568)).toEqual({ startsOn: '2024-10-01', endsOn: '2025-09-30' });
  });

  it.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '1900-02-29',
    '2025-1-1',
    '25680101',
    '',
    '2025-01-01T00:00',
  ])('refuse %j, which is no day of the calendar', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => thaiDate(text)).toThrow(RangeError);
  });

  it.each(['2024-02-29', '2000-02-29', '2025-12-31'])('accept %s', (text) => expect(isCalendarDate(text)).toBe(true));
});
