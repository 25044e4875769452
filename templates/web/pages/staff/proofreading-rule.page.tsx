import { Radios } from '../../components/choice-fields.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { LongTextField, type Choice } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ProofreadingRuleProps {
  readonly frame: StaffFrame;
  readonly rule: string;
  readonly title: string;
  /** "ระดับปกติ: ต้องแก้" */
  readonly usual: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** One rule: as usual, lowered or off, and why. */
export const ProofreadingRulePage = ({ frame, rule, title, ...form }: ProofreadingRuleProps) => (
  <StaffLayout frame={frame} title={title} section="admin">
    <p class="back">
      <a href={links.proofreading}>กลับไปที่การตรวจทาน</a>
    </p>
    <ErrorSummary problems={form.problems} />
    <PageHeading kind="กฎการตรวจทาน" title={title} now={form.usual} />
    <form method="post" action={links.proofreadingRule(rule)} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={form.idempotencyKey} />
      <Radios
        name="mode"
        label="ใช้กฎนี้อย่างไร"
        choices={form.choices}
        chosen={form.chosen}
        problem={problemOf(form.problems, 'mode')}
      />
      <LongTextField
        name="reason"
        label="เหตุผล"
        hint="ผู้ตรวจสอบจะเห็นเหตุผลนี้ และจะเก็บไว้ในประวัติของหน่วยงาน"
        value={form.reason}
        maxLength={2000}
        problem={problemOf(form.problems, 'reason')}
      />
      <button class="btn btn-primary" type="submit">
        บันทึก
      </button>
    </form>
  </StaffLayout>
);
