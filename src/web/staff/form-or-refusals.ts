import type { VNode } from 'preact';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { rejected, type WebReply } from '../reply.js';
import { refusalsOfForm } from './form-refusals.js';

/**
 * Does what a form asks; a refusal that the form can mend shows it again with every reason, anything else goes on.
 * @param problemsOf what of a refusal this form can mend; null when it cannot
 */
export async function formOrRefusals<Reply = WebReply>(
  work: () => Promise<Reply>,
  again: (problems: readonly FieldProblem[], error: unknown) => Promise<VNode>,
  problemsOf: (error: unknown) => readonly FieldProblem[] | null = refusalsOfForm,
): Promise<Reply | WebReply> {
  try {
    return await work();
  } catch (error) {
    const problems = problemsOf(error);
    if (!problems) throw error;
    return rejected(await again(problems, error));
  }
}
