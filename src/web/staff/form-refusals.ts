import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import { DomainError } from '../../core/errors.js';
import { objectionsIn } from '../problem.js';

/** Refusals that no form can mend. */
const ELSEWHERE: readonly string[] = ['item.not-found', 'item.changed-meanwhile'];
const ABOUT_THE_PERSON = /^(permission|sign-in|request|idempotency|system)\./;

/**
 * Why a form was refused, all reasons at once: beside the field that is named, or above the form.
 * @returns null where the refusal is not about what was filled in
 */
export function refusalsOfForm(error: unknown): FieldProblem[] | null {
  if (!(error instanceof DomainError)) return null;
  const { code, details } = error;
  if (ELSEWHERE.includes(code) || ABOUT_THE_PERSON.test(code)) return null;
  const objections = objectionsIn(details);
  if (objections.length > 0) return objections.map((each) => fieldProblem(null, each, details));
  return [fieldProblem(typeof details.field === 'string' ? details.field : null, code, details)];
}
