import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { InterimFormProps } from '../../../templates/web/pages/staff/interim-form.page.js';
import { DATE_INCOMPLETE, PROGRESS_MISSING } from '../../../templates/web/words/form-words.js';
import { fiscalYearSpan } from '../../core/ita/fiscal-year.js';
import type { InterimResults } from '../../core/measure/measure.js';
import { PROGRESS_STATES } from '../../core/report/progress.js';
import { readForm, Text } from './form-reading.js';
import { readResults, typedFromResults, typedResults } from './results.form.js';
import { isoFromTyped, typedFromIso, typedIn } from './typed-date.js';

class InterimForm {
  @Text() 'asOf.day' = '';
  @Text() 'asOf.month' = '';
  @Text() 'asOf.year' = '';
  @Text() progress = '';
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
}

export type TypedInterim = InterimFormProps['typed'] & {
  readonly seenVersion: string;
  readonly idempotencyKey: string;
};

export function typedInterim(body: unknown): TypedInterim {
  const { progress, seenVersion, idempotencyKey, ...date } = readForm(InterimForm, body).form;
  const asOf = typedIn(date, 'asOf');
  return { ...typedResults(body), asOf, progress, seenVersion, idempotencyKey };
}

/** What is stored, or an empty form for the last day of March. */
export function typedFromInterim(interim: InterimResults | undefined, fiscalYear: number): InterimFormProps['typed'] {
  const sixMonths = `${fiscalYearSpan(fiscalYear).endsOn.slice(0, 4)}-03-31`;
  return {
    ...typedFromResults(interim ?? { results: [], outcomes: [] }),
    asOf: typedFromIso(interim?.asOf ?? sixMonths),
    progress: interim?.progress ?? '',
  };
}

/** The interim results that were typed, or the fields that cannot be understood. */
export function interimFrom(typed: TypedInterim): {
  readonly interim: InterimResults | null;
  readonly problems: readonly FieldProblem[];
} {
  const asOf = isoFromTyped(typed.asOf);
  const progress = PROGRESS_STATES.find((state) => state === typed.progress);
  const { value, problems: unread } = readResults(typed);
  const problems = [
    ...(asOf ? [] : [{ field: 'asOf', sentence: DATE_INCOMPLETE }]),
    ...(progress ? [] : [{ field: 'progress', sentence: PROGRESS_MISSING }]),
    ...unread,
  ];
  const isRead = asOf && progress && problems.length === 0;
  return { interim: isRead ? { asOf, progress, ...value } : null, problems };
}
