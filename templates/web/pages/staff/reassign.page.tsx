import { Radios } from '../../components/choice-fields.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { LongTextField, type Choice } from '../../components/field.js';
import { FormButtons } from '../../components/form-buttons.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StateView } from '../../components/state-chip.js';
import type { StaffFrame, StaffSection } from '../../frame.js';
import { StaffLayout } from '../../staff-layout.js';
import { REASSIGN_LABEL } from '../../words/now-words.js';

export interface ReassignProps {
  readonly frame: StaffFrame;
  readonly section: StaffSection;
  readonly kind: string;
  readonly itemTitle: string;
  readonly itemHref: string;
  readonly state: StateView;
  readonly action: string;
  /** Each a signature that waits with somebody who may lawfully give it: "แทน ผู้อำนวยการกองคลัง: นาง…". */
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** One waiting signature goes to another holder of the post. */
export const ReassignPage = ({ frame, section, kind, itemTitle, itemHref, state, ...form }: ReassignProps) => (
  <StaffLayout frame={frame} title={`${REASSIGN_LABEL}: ${itemTitle}`} section={section}>
    <p class="back">
      <a href={itemHref}>กลับไปที่{kind}</a>
    </p>
    <ErrorSummary problems={form.problems} />
    <PageHeading
      kind={`${kind}: ${itemTitle}`}
      title={REASSIGN_LABEL}
      state={state}
      now="เรื่องจะย้ายไปอยู่ในงานของผู้ที่เลือก ผู้มีอำนาจคนเดิมยังเปิดและลงความเห็นได้ ไม่มีใครได้อำนาจเพิ่ม"
    />
    <form method="post" action={form.action} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={form.idempotencyKey} />
      <Radios
        name="to"
        label="มอบให้"
        hint="แสดงเฉพาะผู้ดำรงตำแหน่งหรือมีคำสั่งให้ปฏิบัติแทน ซึ่งไม่ได้เขียนหรือเสนอเรื่องนี้เอง"
        choices={form.choices}
        chosen={form.chosen}
        problem={problemOf(form.problems, 'to')}
      />
      <LongTextField
        name="reason"
        label="เหตุผล"
        hint="ผู้รับจะเห็นข้อความนี้ และจะเก็บไว้ในประวัติของเรื่อง"
        value={form.reason}
        rows={3}
        maxLength={2000}
        problem={problemOf(form.problems, 'reason')}
      />
      <FormButtons submit={REASSIGN_LABEL} backHref={itemHref} back="ไม่ดำเนินการ" />
    </form>
  </StaffLayout>
);
