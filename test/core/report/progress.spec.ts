import { agrees } from '../../../src/core/report/progress.js';

describe('a share of progress', () => {
  it.each([
    ['not_started', 0, true],
    ['not_started', 90, false],
    ['in_progress', 0, true],
    ['in_progress', 60, true],
    ['in_progress', 100, false],
    ['done', 10, false],
    ['done', 100, true],
    ['done', null, true],
  ] as const)('of "%s" may be %s: %s', (state, percent, expected) => {
    expect(agrees(state, percent)).toBe(expected);
  });
});
