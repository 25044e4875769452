import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { LongTextField } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface VoidNumberProps {
  readonly frame: StaffFrame;
  readonly announcementId: string;
  /** "๑๒/๒๕๖๘" */
  readonly number: string;
  readonly title: string;
  readonly state: StateView;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** Striking a number off the register, with its reason. */
export const VoidNumberPage = ({ frame, announcementId, number, title, state, ...form }: VoidNumberProps) => (
  <StaffLayout frame={frame} title={`ยกเลิกเลขที่ ${number}`} section="announcements">
    <p class="back">
      <a href={links.announcementRegister}>ทะเบียนประกาศ</a>
    </p>
    <ErrorSummary problems={form.problems} />
    <PageHeading kind={title} title={`ยกเลิกเลขที่ ${number}`} state={state} now="เลขที่นี้จะไม่ออกให้ประกาศใดอีก" />
    <form method="post" action={links.voidAnnouncementNumber(announcementId)} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={form.idempotencyKey} />
      <LongTextField
        name="reason"
        label="เหตุผลที่ยกเลิก"
        hint="แสดงในทะเบียนข้างเลขที่ และเก็บไว้ในประวัติของหน่วยงาน"
        value={form.reason}
        maxLength={2000}
        problem={problemOf(form.problems, 'reason')}
      />
      <button class="btn btn-primary" type="submit">
        ยกเลิกเลขที่ {number}
      </button>
    </form>
  </StaffLayout>
);
