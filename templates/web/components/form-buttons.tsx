interface FormButtonsProps {
  readonly submit: string;
  /** Where a person goes who leaves it. */
  readonly backHref: string;
  readonly back: string;
}

/** What ends a form: do it, or leave it. */
export const FormButtons = ({ submit, backHref, back }: FormButtonsProps) => (
  <div class="buttons">
    <button class="btn btn-primary" type="submit">
      {submit}
    </button>
    <a class="btn btn-outline" href={backHref}>
      {back}
    </a>
  </div>
);
