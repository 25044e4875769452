import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { TextField } from '../../components/field.js';
import { FormButtons } from '../../components/form-buttons.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface TypedPerson {
  readonly name: string;
  readonly nameEn: string;
  readonly userName: string;
}

export interface PersonFormProps {
  readonly frame: StaffFrame;
  /** Null for a new person. A user name stays what it was. */
  readonly personId: string | null;
  readonly typed: TypedPerson;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** A new account, whose one-time secret is shown on the next page; or the name of one that is there. */
export const PersonFormPage = ({ frame, personId, typed, idempotencyKey, problems }: PersonFormProps) => {
  const { title, now, back, backLabel, action, deed } = personId === null ? NEW : renaming(personId);
  return (
    <StaffLayout frame={frame} title={title} section="admin">
      <p class="back">
        <a href={back}>{backLabel}</a>
      </p>
      <ErrorSummary problems={problems} />
      <PageHeading title={title} now={now} />
      <form method="post" action={action} class="narrow" noValidate>
        <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
        <NameFields typed={typed} problems={problems} />
        {personId === null && <UserNameField typed={typed} problems={problems} />}
        <FormButtons submit={deed} backHref={back} back="ไม่บันทึก" />
      </form>
    </StaffLayout>
  );
};

interface FormTexts {
  readonly title: string;
  readonly now: string;
  readonly back: string;
  readonly backLabel: string;
  readonly action: string;
  readonly deed: string;
}

const NEW: FormTexts = {
  title: 'เพิ่มบุคคล',
  now: 'ขั้นถัดไปจะแสดงรหัสใช้ครั้งเดียว แล้วจึงแต่งตั้งให้ดำรงตำแหน่ง',
  back: links.people,
  backLabel: 'บุคคลทั้งหมด',
  action: links.newPerson,
  deed: 'เพิ่มบุคคลและออกรหัสใช้ครั้งเดียว',
};

const renaming = (personId: string): FormTexts => ({
  title: 'แก้ไขชื่อ',
  now: 'เอกสารที่ลงนามแล้วคงชื่อเดิมไว้',
  back: links.person(personId),
  backLabel: 'กลับไปหน้าของบุคคล',
  action: links.personDeed(personId, 'name'),
  deed: 'บันทึกชื่อ',
});

type Typed = Pick<PersonFormProps, 'typed' | 'problems'>;

const NameFields = ({ typed, problems }: Typed) => (
  <>
    <TextField
      name="name"
      label="ชื่อและนามสกุล"
      hint="พร้อมคำนำหน้า ตามที่ปรากฏใต้ลายมือชื่อ"
      value={typed.name}
      maxLength={200}
      problem={problemOf(problems, 'name')}
    />
    <TextField
      name="nameEn"
      label="ชื่อภาษาอังกฤษ"
      hint="ใช้ในประกาศฉบับภาษาอังกฤษ"
      value={typed.nameEn}
      maxLength={200}
      problem={problemOf(problems, 'nameEn')}
      isOptional
    />
  </>
);

const UserNameField = ({ typed, problems }: Typed) => (
  <TextField
    name="userName"
    label="ชื่อผู้ใช้"
    hint="ตัวอักษรอังกฤษตัวเล็ก ตัวเลข จุด หรือขีด เช่น somying.r เปลี่ยนภายหลังไม่ได้"
    value={typed.userName}
    maxLength={60}
    isShort
    problem={problemOf(problems, 'userName')}
  />
);
