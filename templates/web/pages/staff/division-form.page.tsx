import { DateField, type TypedDate } from '../../components/date-field.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { TextField } from '../../components/field.js';
import { FormButtons } from '../../components/form-buttons.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface TypedDivision {
  readonly name: string;
  readonly position: string;
  readonly startsOn: TypedDate;
  readonly endsOn: TypedDate;
}

export interface DivisionFormProps {
  readonly frame: StaffFrame;
  /** Null for a new division. */
  readonly divisionId: string | null;
  readonly typed: TypedDivision;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** Name, place and days of a division. */
export const DivisionFormPage = ({ frame, divisionId, typed, idempotencyKey, problems }: DivisionFormProps) => (
  <StaffLayout frame={frame} title={divisionId ? 'แก้ไขส่วนราชการ' : 'เพิ่มส่วนราชการ'} section="admin">
    <p class="back">
      <a href={links.divisions}>ส่วนราชการทั้งหมด</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading
      title={divisionId ? 'แก้ไขส่วนราชการ' : 'เพิ่มส่วนราชการ'}
      now="ข้อความในมาตรการและเอกสารเดิมไม่เปลี่ยนตามชื่อใหม่"
    />
    <form method="post" action={divisionId ? links.division(divisionId) : links.newDivision} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
      <TextField
        name="name"
        label="ชื่อส่วนราชการ"
        value={typed.name}
        maxLength={200}
        problem={problemOf(problems, 'name')}
      />
      <TextField
        name="position"
        label="ลำดับในรายการ"
        value={typed.position}
        maxLength={4}
        isShort
        problem={problemOf(problems, 'position')}
      />
      <DateField name="startsOn" label="ตั้งแต่วันที่" value={typed.startsOn} problem={problemOf(problems, 'startsOn')} />
      <DateField
        name="endsOn"
        label="ถึงวันที่"
        hint="กรอกเมื่อยุบหรือเปลี่ยนโครงสร้าง วันสุดท้ายที่ยังเป็นส่วนราชการนี้"
        value={typed.endsOn}
        problem={problemOf(problems, 'endsOn')}
        isOptional
      />
      <FormButtons submit="บันทึกส่วนราชการ" backHref={links.divisions} back="ไม่บันทึก" />
    </form>
  </StaffLayout>
);
