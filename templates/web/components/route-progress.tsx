export interface RouteStepView {
  /** "สำนักปลัด", "นายก" */
  readonly label: string;
  readonly state: 'done' | 'current' | 'ahead';
  /** "เห็นชอบแล้ว 12 ต.ค. 2567" or "รอ นายสมมติ ใจดี" */
  readonly note: string;
}

/** Who has signed, whose turn it is, who comes after. */
export const RouteProgress = ({ steps }: { readonly steps: readonly RouteStepView[] }) =>
  steps.length === 0 ? null : (
    <section class="route" aria-labelledby="route-title">
      <h2 id="route-title">เส้นทางการพิจารณา</h2>
      <ol class="route__list">
        {steps.map(({ label, state, note }, index) => (
          <li
            class={`route__step route__step--${state}`}
            key={index}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span class="route__label">{label}</span>
            <span class="route__note">{note}</span>
          </li>
        ))}
      </ol>
    </section>
  );
