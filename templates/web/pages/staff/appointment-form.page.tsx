import { DateField, type TypedDate } from '../../components/date-field.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, type Choice } from '../../components/field.js';
import { FormButtons } from '../../components/form-buttons.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface AppointmentFormProps {
  readonly frame: StaffFrame;
  readonly person: { readonly id: string; readonly name: string };
  /** The appointment that gets a last day; null for a new one. */
  readonly ending: { readonly id: string; readonly post: string; readonly span: string } | null;
  readonly postId: string;
  readonly posts: readonly Choice[];
  readonly startsOn: TypedDate;
  readonly endsOn: TypedDate;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** A post from a day on, or the last day in one. */
export const AppointmentFormPage = (props: AppointmentFormProps) => {
  const { frame, person, ending, problems } = props;
  const title = ending ? 'กำหนดวันสิ้นสุดการดำรงตำแหน่ง' : 'แต่งตั้งให้ดำรงตำแหน่ง';
  return (
    <StaffLayout frame={frame} title={title} section="admin">
      <p class="back">
        <a href={links.person(person.id)}>กลับไปหน้าของบุคคล</a>
      </p>
      <ErrorSummary problems={problems} />
      <PageHeading kind={person.name} title={title} now={ending ? `${ending.post} ${ending.span}` : undefined} />
      <form
        method="post"
        action={ending ? links.endAppointment(person.id, ending.id) : links.appoint(person.id)}
        class="narrow"
        noValidate
      >
        <SeenFields csrfToken={frame.csrfToken} idempotencyKey={props.idempotencyKey} />
        {!ending && <NewAppointment {...props} />}
        <DateField
          name="endsOn"
          label={ending ? 'ดำรงตำแหน่งถึงวันที่' : 'ถึงวันที่'}
          hint={ending ? 'วันสุดท้ายในตำแหน่ง' : 'ไม่กรอก หมายถึงจนกว่าจะมีการเปลี่ยนแปลง'}
          value={props.endsOn}
          problem={problemOf(problems, 'endsOn')}
          isOptional={!ending}
        />
        <FormButtons
          submit={ending ? 'บันทึกวันสิ้นสุด' : 'บันทึกการดำรงตำแหน่ง'}
          backHref={links.person(person.id)}
          back="ไม่บันทึก"
        />
      </form>
    </StaffLayout>
  );
};

const NewAppointment = ({ postId, posts, startsOn, problems }: AppointmentFormProps) => (
  <>
    <SelectField
      name="postId"
      label="ตำแหน่ง"
      value={postId}
      choices={[{ value: '', label: 'เลือกตำแหน่ง' }, ...posts]}
      problem={problemOf(problems, 'postId')}
    />
    <DateField name="startsOn" label="ตั้งแต่วันที่" value={startsOn} problem={problemOf(problems, 'startsOn')} />
  </>
);
