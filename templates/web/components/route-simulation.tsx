export interface SimulatedStepView {
  readonly title: string;
  readonly terms: string;
  /** `people` is empty where nobody may sign today. */
  readonly asked: readonly { readonly post: string; readonly people: string }[];
}

/** Who would be asked, in which order. */
export const RouteSimulation = ({ steps }: { readonly steps: readonly SimulatedStepView[] }) => (
  <ol class="lines">
    {steps.map(({ title, terms, asked }) => (
      <li key={title}>
        <strong>{title}</strong> ({terms})
        <ul>
          {asked.map(({ post, people }) => (
            <li key={post}>
              {post}: {people || <strong class="late">ยังไม่มีผู้ดำรงตำแหน่ง จะค้างที่ขั้นนี้</strong>}
            </li>
          ))}
          {asked.length === 0 && <li>ไม่มีตำแหน่งใดถูกถาม จะค้างที่ขั้นนี้</li>}
        </ul>
      </li>
    ))}
  </ol>
);
