import { Checkboxes } from '../../components/choice-fields.js';
import { ErrorSummary, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, TextField, type Choice } from '../../components/field.js';
import { FormButtons } from '../../components/form-buttons.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { ASKS_CHOICES, NEED_CHOICES } from '../../words/route-form-words.js';

export interface TypedStep {
  readonly stage: string;
  /** A role, or "posts" for the ticked ones. */
  readonly asks: string;
  readonly postIds: readonly string[];
  readonly need: string;
  /** Working days. */
  readonly due: string;
}

export interface RouteFormProps {
  readonly frame: StaffFrame;
  readonly kind: string;
  readonly kindLabel: string;
  readonly steps: readonly TypedStep[];
  readonly stages: readonly Choice[];
  readonly posts: readonly Choice[];
  readonly seenVersion: string;
  readonly problems: readonly FieldProblem[];
}

const BLANK: TypedStep = { stage: '', asks: 'responsible_division_heads', postIds: [], need: 'all', due: '' };
const BLANKS = 2;

/** A route as a list of steps; empty ones at the end are for more. */
export const RouteFormPage = ({ frame, kind, kindLabel, problems, seenVersion, ...form }: RouteFormProps) => (
  <StaffLayout frame={frame} title={`เส้นทางของ${kindLabel}`} section="admin">
    <p class="back">
      <a href={links.routes}>เส้นทางทั้งหมด</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading title={`เส้นทางของ${kindLabel}`} now="มีผลกับเรื่องที่เสนอหลังบันทึก เรื่องที่เสนอไปแล้วใช้เส้นทางเดิม" />
    <form method="post" action={links.route(kind)} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} seenVersion={seenVersion} />
      {[...form.steps, ...Array.from({ length: BLANKS }, () => BLANK)].map((step, row) => (
        <StepFields key={row} row={row} step={step} stages={form.stages} posts={form.posts} />
      ))}
      <FormButtons submit="บันทึกเส้นทาง" backHref={links.routes} back="ไม่บันทึก" />
    </form>
  </StaffLayout>
);

interface StepFieldsProps {
  readonly row: number;
  readonly step: TypedStep;
  readonly stages: readonly Choice[];
  readonly posts: readonly Choice[];
}

const StepFields = ({ row, step, stages, posts }: StepFieldsProps) => (
  <fieldset class="field">
    <legend class="field__label">ขั้นที่ {row + 1}</legend>
    <SelectField name={`steps.${row}.stage`} label="ขั้นตอน" value={step.stage} choices={stages} />
    <SelectField name={`steps.${row}.asks`} label="ผู้พิจารณา" value={step.asks} choices={ASKS_CHOICES} />
    <details open={step.asks === 'posts'}>
      <summary>เลือกตำแหน่งเอง</summary>
      <Checkboxes name={`steps.${row}.postIds`} label="ตำแหน่ง" choices={posts} chosen={step.postIds} />
    </details>
    <SelectField name={`steps.${row}.need`} label="ต้องครบเท่าใด" value={step.need} choices={NEED_CHOICES} />
    <TextField name={`steps.${row}.due`} label="ภายในกี่วันทำการ" value={step.due} maxLength={3} isShort isOptional />
  </fieldset>
);
