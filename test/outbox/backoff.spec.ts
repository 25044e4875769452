import { pauseSeconds } from '../../src/outbox/backoff.js';

describe('the pause before another try', () => {
  it.each([
    [0, 1],
    [1, 2],
    [5, 32],
    [9, 512],
    [10, 900],
    [500, 900],
  ])('after %i failures is anything up to %i seconds', (failures, most) => {
    expect(pauseSeconds(failures, 0)).toBe(0);
    expect(pauseSeconds(failures, 0.5)).toBe(most / 2);
    expect(pauseSeconds(failures, 0.999)).toBeLessThan(most);
  });
});
