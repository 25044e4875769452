import { DomainError } from '../core/errors.js';
import { hasResults } from '../core/measure/measure.guards.js';
import { interimGaps, isEndorsed, type MeasureSeen } from '../core/report/gaps.js';
import { agrees } from '../core/report/progress.js';
import type { Gap, MeasureProgress, ReportDetails } from '../core/report/report.js';
import type { ProgressGiven } from './compile-request.js';

/**
 * How far each measure has come: what the officer says, otherwise what its interim results tell, otherwise its state.
 * @throws DomainError input.invalid for a measure that is not in the report; report.progress-contradicts
 */
export function compiledProgress(
  measures: readonly MeasureSeen[],
  given: readonly ProgressGiven[],
): { readonly details: ReportDetails; readonly gaps: readonly Gap[]; readonly warnings: readonly Gap[] } {
  for (const { measureId } of given) {
    if (!measures.some(({ id }) => id === measureId)) {
      throw new DomainError('input.invalid', { field: 'progress', measureId });
    }
  }
  const givenFor = (measure: MeasureSeen): ProgressGiven | undefined =>
    given.find(({ measureId }) => measureId === measure.id);
  const rows = measures.map((measure) => progressOf(measure, givenFor(measure)));
  const lacking = measures.map((measure, index) =>
    interimGaps(measure, {
      state: rows[index]?.state ?? 'not_started',
      isGiven: givenFor(measure)?.state !== undefined,
    }),
  );
  return {
    details: { kind: 'progress', rows },
    gaps: lacking.flatMap(({ gaps }) => gaps),
    warnings: lacking.flatMap(({ warnings }) => warnings),
  };
}

/** @throws DomainError report.progress-contradicts */
function progressOf(measure: MeasureSeen, given: ProgressGiven | undefined): MeasureProgress {
  const state = given?.state ?? measure.content.interim?.progress ?? progressSeen(measure);
  const percent = given?.percent ?? null;
  if (!agrees(state, percent)) {
    const { title } = measure.content;
    throw new DomainError('report.progress-contradicts', { field: 'progress', title, percent: percent ?? 0 });
  }
  return {
    measureId: measure.id,
    state,
    percent,
    obstacles: given?.obstacles ?? [],
    ...(measure.interimEndorsed ? { isEndorsed: true } : {}),
  };
}

const progressSeen = (measure: MeasureSeen): MeasureProgress['state'] => {
  if (isEndorsed(measure)) return 'done';
  return hasResults(measure).length === 0 ? 'in_progress' : 'not_started';
};
