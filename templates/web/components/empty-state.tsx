interface EmptyStateProps {
  /** What would be here. */
  readonly title: string;
  readonly body: string;
  readonly firstStep?: { readonly label: string; readonly href: string };
}

/** An empty list says what would be here and offers the first step. */
export const EmptyState = ({ title, body, firstStep }: EmptyStateProps) => (
  <div class="empty">
    <p class="empty__title">{title}</p>
    <p>{body}</p>
    {firstStep && (
      <a class="btn btn-primary" href={firstStep.href}>
        {firstStep.label}
      </a>
    )}
  </div>
);
