import { periodText } from '../../../src/core/report/period-text.js';

const period = (startsOn: string | null, endsOn: string | null) => ({ startsOn, endsOn, text: 'ตลอดปี' });

describe('a period in a report', () => {
  it.each([
    ['as the agency wrote it', 'as-written', '2024-10-01', '2025-09-30', 'ตลอดปี'],
    ['as written when its dates are unknown', 'full', null, '2025-09-30', 'ตลอดปี'],
    ['as whole months', 'full', '2024-10-01', '2025-09-30', 'ตุลาคม 2567 – กันยายน 2568'],
    ['as whole months, short', 'short', '2025-01-01', '2025-02-28', 'ม.ค. 2568 – ก.พ. 2568'],
    ['as one month', 'short', '2024-02-01', '2024-02-29', 'ก.พ. 2567'],
    ['as days', 'full', '2025-01-15', '2025-03-31', '15 มกราคม 2568 – 31 มีนาคม 2568'],
    ['as one day', 'short', '2025-04-01', '2025-04-01', '1 เม.ย. 2568'],
    ['as a fiscal year', 'fiscal-year', '2024-10-01', '2025-09-30', 'ปีงบประมาณ พ.ศ. 2568'],
    ['as months when it is no whole fiscal year', 'fiscal-year', '2024-10-01', '2025-08-31', 'ต.ค. 2567 – ส.ค. 2568'],
  ] as const)('is printed %s', (_sentence, style, startsOn, endsOn, expected) => {
    expect(periodText(period(startsOn, endsOn), style)).toBe(expected);
  });
});
