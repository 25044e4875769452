import { links } from '../links.js';
import { DateField, NO_DATE, type TypedDate } from './date-field.js';
import { problemOf, type FieldProblem } from './error-summary.js';
import { SelectField, TextField, type Choice } from './field.js';
import { SeenFields } from './hidden-fields.js';

/** What of the log is asked for, as typed. */
export interface TypedExport {
  /** Fiscal year (BE); empty for the whole log. */
  readonly year: string;
  readonly from: TypedDate;
  readonly to: TypedDate;
  /** Address of an item's page. */
  readonly item: string;
}

export const NOTHING_TYPED: TypedExport = { year: '', from: NO_DATE, to: NO_DATE, item: '' };

export interface ExportFormProps {
  readonly csrfToken: string;
  readonly idempotencyKey: string;
  /** Fiscal years in which something was logged, newest first. */
  readonly years: readonly Choice[];
  readonly typed: TypedExport;
  readonly problems: readonly FieldProblem[];
}

/** The whole log, a fiscal year, some days or one item. */
export const ExportForm = ({ csrfToken, idempotencyKey, years, typed, problems }: ExportFormProps) => (
  <form method="post" action={links.logExports} class="narrow">
    <SeenFields csrfToken={csrfToken} idempotencyKey={idempotencyKey} />
    <SelectField
      name="year"
      label="ช่วงเวลา"
      hint="ชุดของปีงบประมาณเริ่มต่อจากจุดตรวจสุดท้ายก่อนปีนั้น ผู้ตรวจสอบพิสูจน์ได้ว่าในช่วงไม่มีรายการใดหาย"
      choices={[{ value: '', label: 'ทั้งบันทึก' }, ...years]}
      value={typed.year}
    />
    <details open={problems.length > 0 || typed.item !== ''}>
      <summary>ระบุวันที่เอง หรือเฉพาะเรื่องเดียว</summary>
      <DateField name="from" label="ตั้งแต่วันที่" isOptional value={typed.from} problem={problemOf(problems, 'from')} />
      <DateField name="to" label="ถึงวันที่" isOptional value={typed.to} problem={problemOf(problems, 'to')} />
      <TextField
        name="item"
        label="เฉพาะเรื่องเดียว"
        isOptional
        hint="วางที่อยู่ของหน้ามาตรการ รายงาน หรือประกาศ"
        value={typed.item}
      />
    </details>
    <p>
      <button class="btn btn-primary" type="submit">
        จัดทำชุดบันทึก
      </button>
    </p>
  </form>
);
