export interface FieldProblem {
  /** Name of the field, which is also the id of its input; null when the problem is not about one field. */
  readonly field: string | null;
  readonly sentence: string;
}

/** At the top of a rejected form: every problem at once, each a link to its field. */
export const ErrorSummary = ({ problems }: { readonly problems: readonly FieldProblem[] }) =>
  problems.length === 0 ? null : (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1}>
      <h2 id="error-summary-title" class="error-summary__title">
        {problems.length === 1 ? 'มี 1 จุดที่ต้องแก้ไข' : `มี ${problems.length} จุดที่ต้องแก้ไข`}
      </h2>
      <ul class="error-summary__list">
        {problems.map(({ field, sentence }) => (
          <li key={`${field}${sentence}`}>{field ? <a href={`#${field}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  );

export const problemOf = (problems: readonly FieldProblem[], field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.sentence;
