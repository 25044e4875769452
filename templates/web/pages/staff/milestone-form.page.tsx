import { Checkboxes } from '../../components/choice-fields.js';
import { DateField, type TypedDate } from '../../components/date-field.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { FormButtons } from '../../components/form-buttons.js';
import { CsrfField, SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface MilestoneFormProps {
  readonly frame: StaffFrame;
  readonly fiscalYear: string;
  /** "ปีงบประมาณ พ.ศ. ๒๕๖๘" */
  readonly yearText: string;
  readonly name: string;
  readonly label: string;
  readonly typed: { readonly startsOn: TypedDate; readonly endsOn: TypedDate; readonly verified: boolean };
  readonly isOwn: boolean;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** The days of one milestone in one year. */
export const MilestoneFormPage = (props: MilestoneFormProps) => {
  const { frame, fiscalYear, name, label, typed, problems } = props;
  const back = `${links.clock}?fiscalYear=${fiscalYear}`;
  return (
    <StaffLayout frame={frame} title={label} section="time">
      <p class="back">
        <a href={back}>ปฏิทินปีประเมิน</a>
      </p>
      <ErrorSummary problems={problems} />
      <PageHeading kind={props.yearText} title={label} now="วันทั้งสองต้องอยู่ในปีงบประมาณ แผนงานและการแจ้งเตือนจะคำนวณใหม่" />
      <form method="post" action={links.milestone(fiscalYear, name)} class="narrow" noValidate>
        <SeenFields csrfToken={frame.csrfToken} idempotencyKey={props.idempotencyKey} />
        <DateField name="startsOn" label="ตั้งแต่วันที่" value={typed.startsOn} problem={problemOf(problems, 'startsOn')} />
        <DateField
          name="endsOn"
          label="ถึงวันที่"
          hint="วันเดียวกันเมื่อเป็นกำหนดวันเดียว"
          value={typed.endsOn}
          problem={problemOf(problems, 'endsOn')}
        />
        <Checkboxes
          name="verified"
          label="การตรวจสอบ"
          choices={[{ value: 'true', label: 'เทียบกับปฏิทินที่ประกาศของปีนี้แล้ว' }]}
          chosen={typed.verified ? ['true'] : []}
        />
        <FormButtons submit="บันทึกกำหนดการ" backHref={back} back="ไม่บันทึก" />
      </form>
      {props.isOwn && (
        <form method="post" action={links.restoreMilestone(fiscalYear, name)} class="narrow form-section">
          <CsrfField token={frame.csrfToken} />
          <button class="btn btn-outline" type="submit">
            กลับไปใช้วันตามปฏิทินปกติ
          </button>
        </form>
      )}
    </StaffLayout>
  );
};
