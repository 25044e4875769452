import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { Facts, type Fact } from '../../components/facts.js';
import { FileField } from '../../components/field.js';
import type { BareFrame } from '../../frame.js';
import { links } from '../../links.js';
import { BareLayout } from '../../public-layout.js';

export type VerdictKind = 'current' | 'superseded' | 'withdrawn' | 'altered' | 'sealed' | 'unknown';

export interface Verdict {
  readonly kind: VerdictKind;
  readonly fileName: string;
  readonly sentence: string;
  readonly facts: readonly Fact[];
  readonly documentHref: string | null;
}

export interface VerifyProps {
  readonly frame: BareFrame;
  readonly verdict: Verdict | null;
  readonly problems: readonly FieldProblem[];
}

const VERDICTS: Readonly<Record<VerdictKind, { readonly title: string; readonly tone: string }>> = {
  current: { title: 'เป็นฉบับจริงและเป็นฉบับปัจจุบัน', tone: 'ok' },
  superseded: { title: 'เป็นฉบับจริง แต่มีฉบับใหม่แทนแล้ว', tone: 'wait' },
  withdrawn: { title: 'เป็นฉบับจริง แต่ถูกถอนแล้ว', tone: 'stop' },
  altered: { title: 'ไฟล์ถูกแก้ไขหลังประทับรับรอง', tone: 'stop' },
  sealed: { title: 'มีตราประทับสมบูรณ์ แต่ไม่ได้เผยแพร่จากระบบนี้', tone: 'wait' },
  unknown: { title: 'ไม่ใช่เอกสารที่เผยแพร่จากระบบนี้', tone: 'wait' },
};

/** Anybody may bring a PDF and learn whether it is genuine. The file is not kept. */
export const VerifyPage = ({ frame, verdict, problems }: VerifyProps) => (
  <BareLayout frame={frame} title="ตรวจสอบเอกสาร PDF">
    <ErrorSummary problems={problems} />
    <h1>ตรวจสอบเอกสาร PDF</h1>
    {verdict && <VerdictBox verdict={verdict} />}
    <p>เลือกไฟล์ PDF ที่ต้องการตรวจ ระบบจะบอกว่าเป็นฉบับจริงหรือไม่ และเป็นฉบับปัจจุบันหรือไม่ โดยไม่เก็บไฟล์ไว้</p>
    <form method="post" action={links.verify} enctype="multipart/form-data" noValidate>
      <FileField
        name="file"
        label="ไฟล์ PDF"
        hint="ขนาดไม่เกิน 20 เมกะไบต์"
        accept="application/pdf,.pdf"
        problem={problemOf(problems, 'file')}
      />
      <button class="btn btn-primary" type="submit">
        {verdict ? 'ตรวจไฟล์อื่น' : 'ตรวจไฟล์'}
      </button>
    </form>
  </BareLayout>
);

const VerdictBox = ({ verdict }: { readonly verdict: Verdict }) => (
  <section class={`notice notice--${VERDICTS[verdict.kind].tone}`} aria-labelledby="verdict-title">
    <h2 id="verdict-title" class="notice__title">
      {VERDICTS[verdict.kind].title}
    </h2>
    <p>{verdict.sentence}</p>
    <Facts facts={[{ term: 'ไฟล์', value: verdict.fileName }, ...verdict.facts]} />
    {verdict.documentHref && <a href={verdict.documentHref}>เปิดหน้าเอกสาร</a>}
  </section>
);
