import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import { DomainError, type ErrorCode } from '../../core/errors.js';
import { objectionsIn } from '../problem.js';

/** Refusals that belong beside a field of a form; others need the whole page. */
const FIELD_OF: Partial<Record<ErrorCode, string>> = {
  'measure.title-missing': 'title',
  'measure.division-missing': 'divisionIds',
  'measure.method-missing': 'methods',
  'measure.period-missing': 'periodText',
  'measure.period-outside-year': 'startsOn',
  'measure.results-missing': 'results',
  'measure.outcomes-missing': 'outcomes',
  'lifecycle.reason-missing': 'reason',
  'proofreading.errors-found': 'overrideReason',
  'sign-in.confirm': 'password',
  'sign-in.failed': 'password',
  'sign-in.too-many-attempts': 'password',
};

const ABOUT_INPUT = /^(input|import|evidence|announcement\.annexes|measure\.(result|figure|interim))[.-]/;

/** Names in the data that differ from the names on the form. */
const FORM_NAMES: Readonly<Record<string, string>> = { period: 'periodText', responsible: 'responsibleText' };

/** Interim results have a form of their own. */
const ownName = (field: string): string => field.replace(/^interim\./, '');

/**
 * The problems of a refused form, or null when the refusal is about something else than its input.
 * @param error whatever was thrown
 */
export function formProblems(error: unknown): FieldProblem[] | null {
  if (!(error instanceof DomainError)) return null;
  const { code, details } = error;
  if (code === 'item.refused') {
    const objections = objectionsIn(details);
    const known = objections.every((objection) => objection in FIELD_OF);
    return known ? objections.map((objection) => fieldProblem(FIELD_OF[objection] ?? null, objection, details)) : null;
  }
  const field =
    FIELD_OF[code] ??
    (typeof details.field === 'string' ? (FORM_NAMES[details.field] ?? ownName(details.field)) : null);
  const isAboutInput = ABOUT_INPUT.test(code) || code in FIELD_OF;
  return isAboutInput ? [fieldProblem(field, code, details)] : null;
}

/** The same beside the file that was sent: whatever is wrong, another file mends it. */
export const atFile = (error: unknown): FieldProblem[] | null =>
  formProblems(error)?.map((problem) => ({ ...problem, field: 'file' })) ?? null;
