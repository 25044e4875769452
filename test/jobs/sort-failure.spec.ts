import { DomainError, type ErrorCode } from '../../src/core/errors.js';
import { sortFailure } from '../../src/jobs/sort-failure.js';

describe('what follows from a failure', () => {
  it.each<[ErrorCode, number, boolean]>([
    ['publication.unreachable', 0, true],
    ['publication.unreachable', 5_000, true],
    ['publication.bytes-differ', 200, true],
    ['publication.refused', 0, false],
    ['document.data-invalid', 0, false],
    ['edition.bytes-differ', 0, false],
    ['seal.certificate-expired', 0, false],
    ['seal.timestamp-pending', 5_000, true],
    ['document.render-timeout', 0, true],
    ['document.render-timeout', 1, true],
    ['document.render-timeout', 2, false],
    ['edition.bytes-missing', 2, false],
  ])('%s after %i failures is tried again: %s', (code, failures, tryAgain) => {
    expect(sortFailure(new DomainError(code), failures).tryAgain).toBe(tryAgain);
  });

  it('tries surprises again and keeps their first words for the operator', () => {
    expect(sortFailure(new TypeError('x is not a function'), 40)).toEqual({
      tryAgain: true,
      problem: 'system.unexpected TypeError: x is not a function',
    });
    expect(sortFailure(new Error('y'.repeat(9_000)), 0).problem).toHaveLength(500);
  });

  it('keeps the details of a refusal', () => {
    const { problem } = sortFailure(new DomainError('publication.unreachable', { outcome: 'status 503' }), 0);
    expect(problem).toBe('publication.unreachable {"outcome":"status 503"}');
  });
});
