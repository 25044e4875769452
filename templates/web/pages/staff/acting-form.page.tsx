import { Checkboxes, Radios } from '../../components/choice-fields.js';
import { DateField, type TypedDate } from '../../components/date-field.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, TextField, type Choice } from '../../components/field.js';
import { FormButtons } from '../../components/form-buttons.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { CAPACITY_CHOICES, KIND_CHOICES } from '../../words/acting-words.js';

export interface TypedActing {
  readonly personId: string;
  readonly postId: string;
  readonly capacity: string;
  readonly throughOrderId: string;
  readonly orderNumber: string;
  readonly orderedOn: TypedDate;
  readonly startsOn: TypedDate;
  readonly endsOn: TypedDate;
  readonly itemKinds: readonly string[];
  readonly inCapacityOf: string;
}

export interface ActingFormProps {
  readonly frame: StaffFrame;
  readonly typed: TypedActing;
  readonly people: readonly Choice[];
  readonly posts: readonly Choice[];
  /** Orders that a second one may go through. */
  readonly through: readonly Choice[];
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

const UNCHOSEN: Choice = { value: '', label: 'เลือก' };

/** One acting order as it stands on paper. */
export const ActingFormPage = ({ frame, idempotencyKey, problems, ...form }: ActingFormProps) => (
  <StaffLayout frame={frame} title="บันทึกคำสั่งรักษาราชการแทน" section="admin">
    <p class="back">
      <a href={links.actingOrders}>คำสั่งทั้งหมด</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading title="บันทึกคำสั่งรักษาราชการแทน" now="กรอกตามคำสั่งฉบับจริง ระบบจะตรวจว่าไม่ซ้อนและไม่วน" />
    <form method="post" action={links.newActingOrder} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
      <Standing {...form} problems={problems} />
      <Paper typed={form.typed} problems={problems} />
      <Checkboxes
        name="itemKinds"
        label="เฉพาะเรื่อง"
        hint="ไม่เลือกข้อใด หมายถึงทุกเรื่อง"
        choices={KIND_CHOICES}
        chosen={form.typed.itemKinds}
        isOptional
      />
      <FormButtons submit="บันทึกคำสั่ง" backHref={links.actingOrders} back="ไม่บันทึก" />
    </form>
  </StaffLayout>
);

type StandingProps = Omit<ActingFormProps, 'frame' | 'idempotencyKey'>;

/** Who acts, in which capacity, for which post. */
const Standing = ({ typed, people, posts, through, problems }: StandingProps) => (
  <>
    <SelectField
      name="personId"
      label="ผู้ปฏิบัติ"
      value={typed.personId}
      choices={[UNCHOSEN, ...people]}
      problem={problemOf(problems, 'personId')}
    />
    <Radios name="capacity" label="ปฏิบัติในฐานะ" choices={CAPACITY_CHOICES} chosen={typed.capacity} />
    <SelectField
      name="postId"
      label="ตำแหน่งที่ปฏิบัติแทน"
      value={typed.postId}
      choices={[UNCHOSEN, ...posts]}
      problem={problemOf(problems, 'postId')}
    />
    {through.length > 0 && (
      <SelectField
        name="throughOrderId"
        label="อาศัยคำสั่งอื่นของผู้เดียวกัน"
        hint="เช่น ผู้รักษาราชการแทนปลัด ซึ่งปฏิบัติหน้าที่นายกด้วย"
        value={typed.throughOrderId}
        choices={[{ value: '', label: 'ไม่อาศัยคำสั่งอื่น' }, ...through]}
        isOptional
      />
    )}
    <TextField
      name="inCapacityOf"
      label="ในฐานะ (ท้ายช่องลงนาม)"
      hint="เฉพาะเมื่อคำสั่งระบุฐานะอื่นไว้"
      value={typed.inCapacityOf}
      maxLength={200}
      isOptional
    />
  </>
);

/** Number and days of the order. */
const Paper = ({ typed, problems }: Pick<ActingFormProps, 'typed' | 'problems'>) => (
  <>
    <TextField
      name="orderNumber"
      label="คำสั่งที่"
      hint="เช่น ๑๒/๒๕๖๘"
      value={typed.orderNumber}
      maxLength={100}
      isShort
      problem={problemOf(problems, 'orderNumber')}
    />
    <DateField name="orderedOn" label="ลงวันที่" value={typed.orderedOn} problem={problemOf(problems, 'orderedOn')} />
    <DateField name="startsOn" label="ตั้งแต่วันที่" value={typed.startsOn} problem={problemOf(problems, 'startsOn')} />
    <DateField
      name="endsOn"
      label="ถึงวันที่"
      hint="ไม่กรอก หมายถึงจนกว่าจะยกเลิก"
      value={typed.endsOn}
      problem={problemOf(problems, 'endsOn')}
      isOptional
    />
  </>
);
