import { DomainError } from '../core/errors.js';
import { hasResults } from '../core/measure/measure.guards.js';
import { gapOf, isEndorsed, type MeasureSeen } from '../core/report/gaps.js';
import type { Gap, MeasureProgress, ReportDetails } from '../core/report/report.js';
import type { ProgressGiven } from './compile-request.js';

/**
 * How far each measure has come: what the officer says, otherwise what its results tell.
 * @throws DomainError input.invalid for a measure that is not in the report
 */
export function compiledProgress(
  measures: readonly MeasureSeen[],
  given: readonly ProgressGiven[],
): { readonly details: ReportDetails; readonly gaps: readonly Gap[] } {
  for (const { measureId } of given) {
    if (!measures.some(({ id }) => id === measureId)) {
      throw new DomainError('input.invalid', { field: 'progress', measureId });
    }
  }
  const rows = measures.map((measure) =>
    progressOf(
      measure,
      given.find(({ measureId }) => measureId === measure.id),
    ),
  );
  const gaps = measures
    .filter((measure, index) => rows[index]?.state !== 'not_started' && hasResults(measure).length > 0)
    .map((measure) => gapOf(measure, 'measure.results-missing'));
  return { details: { kind: 'progress', rows }, gaps };
}

function progressOf(measure: MeasureSeen, given: ProgressGiven | undefined): MeasureProgress {
  const seen = isEndorsed(measure) ? 'done' : hasResults(measure).length === 0 ? 'in_progress' : 'not_started';
  return {
    measureId: measure.id,
    state: given?.state ?? seen,
    percent: given?.percent ?? null,
    obstacles: given?.obstacles ?? [],
  };
}
