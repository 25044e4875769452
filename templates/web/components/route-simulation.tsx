export interface SimulatedStepView {
  readonly title: string;
  readonly terms: string;
  /** `people` is empty where nobody may sign; `keptOut` says who else holds the post, and why they may not. */
  readonly asked: readonly { readonly post: string; readonly people: string; readonly keptOut: readonly string[] }[];
}

/** Who would be asked, in which order. */
export const RouteSimulation = ({ steps }: { readonly steps: readonly SimulatedStepView[] }) => (
  <ol class="plain-list">
    {steps.map(({ title, terms, asked }) => (
      <li key={title}>
        <strong>{title}</strong> ({terms})
        <ul>
          {asked.map((post) => (
            <AskedPost key={post.post} {...post} />
          ))}
          {asked.length === 0 && (
            <li>
              <strong class="late">ไม่มีตำแหน่งใดถูกถาม จะค้างที่ขั้นนี้</strong>
            </li>
          )}
        </ul>
      </li>
    ))}
  </ol>
);

const AskedPost = ({ post, people, keptOut }: SimulatedStepView['asked'][number]) => (
  <li>
    {post}: {people}
    {people === '' && (
      <strong class="late">{keptOut.length === 0 ? 'ยังไม่มีผู้ดำรงตำแหน่ง จะค้างที่ขั้นนี้' : 'ยังไม่มีผู้ลงนามได้ จะค้างที่ขั้นนี้'}</strong>
    )}
    {keptOut.map((why) => (
      <span class="row-kind" key={why}>
        {why}
      </span>
    ))}
  </li>
);
