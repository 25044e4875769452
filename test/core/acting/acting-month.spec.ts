import { daysWithin, monthNamed, monthsAfter } from '../../../src/core/acting/acting-month.js';

const order = (startsOn: string, endsOn: string | null, revokedOn: string | null = null) => ({
  startsOn,
  endsOn,
  revokedOn,
});

describe('a month', () => {
  it.each([
    ['2024-02', 29],
    ['2025-02', 28],
    ['2025-12', 31],
  ])('%s has %i days', (name, days) => expect(monthNamed(name)?.days).toHaveLength(days));

  it.each(['2025-13', '2568-01', '2025-1', '', 'constructor'])('is not called "%s"', (name) =>
    expect(monthNamed(name)).toBeNull(),
  );

  it.each([
    ['2025-12', 1, '2026-01'],
    ['2025-01', -1, '2024-12'],
    ['2025-01', -13, '2023-12'],
    ['2025-06', 0, '2025-06'],
  ])('%s with %i months is %s', (name, count, other) => expect(monthsAfter({ name }, count)).toBe(other));
});

describe('an order in November 2025', () => {
  it.each([
    ['that began before and never ends', order('2020-01-01', null), '2025-11-01', '2025-11-30'],
    ['within the month', order('2025-11-03', '2025-11-12'), '2025-11-03', '2025-11-12'],
    ['on one day', order('2025-11-30', '2025-12-05'), '2025-11-30', '2025-11-30'],
    ['revoked in it: that day does not count', order('2025-11-03', null, '2025-11-10'), '2025-11-03', '2025-11-09'],
  ])('%s gives a right on these days', (_when, given, from, to) => {
    const month = monthNamed('2025-11');
    expect(month && daysWithin(given, month)).toEqual({ from, to });
  });

  it.each([
    ['that ended before', order('2025-10-01', '2025-10-31')],
    ['that begins after', order('2025-12-01', null)],
    ['revoked on its first day', order('2025-11-03', null, '2025-11-03')],
  ])('%s gives none', (_when, given) => {
    const month = monthNamed('2025-11');
    expect(month && daysWithin(given, month)).toBeNull();
  });
});
