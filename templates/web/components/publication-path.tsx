export type StepState = 'done' | 'current' | 'stuck' | 'ahead';

export interface PathStep {
  readonly label: string;
  readonly state: StepState;
  /** When it was done, or what it waits for. */
  readonly note?: string;
  readonly address?: string;
}

const SPOKEN: Readonly<Record<StepState, string>> = {
  done: 'เสร็จแล้ว',
  current: 'กำลังดำเนินการ',
  stuck: 'ติดขัด',
  ahead: 'ยังไม่ถึง',
};

/** ร่าง → ลงนาม → จัดทำ PDF → ประทับรับรอง → ส่งขึ้นเว็บ → ตรวจพบบนเว็บ: where a document stands on its way to the public. */
export const PublicationPath = ({ steps }: { readonly steps: readonly PathStep[] }) => (
  <ol class="path">
    {steps.map(({ label, state, note, address }) => (
      <li class={`path__step path__step--${state}`} key={label} aria-current={state === 'current' ? 'step' : undefined}>
        <span class="path__label">{label}</span>
        <span class="visually-hidden"> ({SPOKEN[state]})</span>
        {note && <span class="path__note">{note}</span>}
        {address && (
          <a class="path__address" href={address}>
            เปิดดู<span class="visually-hidden"> {label}</span>
          </a>
        )}
      </li>
    ))}
  </ol>
);
