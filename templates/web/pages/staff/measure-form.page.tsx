import type { ComponentChildren } from 'preact';
import { Checkboxes } from '../../components/choice-fields.js';
import { DateField, type TypedDate } from '../../components/date-field.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, TextField, type Choice } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { LinesField } from '../../components/lines-field.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

/** Everything as typed, so that a rejected form keeps the person's own input. */
export interface TypedMeasure {
  readonly fiscalYear: string;
  readonly title: string;
  readonly theme: string;
  readonly indicators: readonly string[];
  readonly oCodes: string;
  readonly methods: string;
  readonly startsOn: TypedDate;
  readonly endsOn: TypedDate;
  readonly periodText: string;
  readonly everyDivision: boolean;
  readonly divisionIds: readonly string[];
  readonly responsibleText: string;
  readonly monitoring: string;
}

export interface MeasureFormProps {
  readonly frame: StaffFrame;
  /** Null for a new measure. */
  readonly id: string | null;
  readonly state: StateView;
  readonly typed: TypedMeasure;
  readonly fiscalYears: readonly Choice[];
  readonly divisions: readonly Choice[];
  readonly indicators: readonly Choice[];
  readonly seenVersion?: string;
  readonly idempotencyKey: string;
  readonly savedText?: string;
  readonly problems: readonly FieldProblem[];
  /** What the proof-reader found in the text as it was last saved. */
  readonly proof?: FindingListProps;
  /** Why it was sent back, when it was. */
  readonly returnReason?: { readonly who: string; readonly reason: string };
}

export const MeasureFormPage = (props: MeasureFormProps) => {
  const { frame, id, state, savedText, problems } = props;
  const heading = id ? 'แก้ไขมาตรการ' : 'เพิ่มมาตรการ';
  return (
    <StaffLayout frame={frame} title={heading} section="measures">
      <p class="back">
        <a href={id ? links.measure(id) : links.measures}>{id ? 'กลับไปที่มาตรการ' : 'มาตรการทั้งหมด'}</a>
      </p>
      <ErrorSummary problems={problems} />
      <PageHeading title={heading} state={state} now={savedText} />
      {props.returnReason && (
        <div class="notice notice--wait">
          <p class="notice__title">{props.returnReason.who} ส่งคืนให้แก้ไข</p>
          <p>{props.returnReason.reason}</p>
        </div>
      )}
      {props.proof && <FindingList {...props.proof} />}
      <form method="post" action={id ? links.editMeasure(id) : links.newMeasure} class="narrow" noValidate>
        <SeenFields csrfToken={frame.csrfToken} seenVersion={props.seenVersion} idempotencyKey={props.idempotencyKey} />
        <MeasureFields {...props} />
        <div class="form-bar">
          <button class="btn btn-primary" type="submit">
            บันทึกร่าง
          </button>
          <span class="quiet">บันทึกแล้วยังแก้ไขต่อได้จนกว่าจะเสนอ</span>
        </div>
      </form>
    </StaffLayout>
  );
};

const MeasureFields = ({ id, typed, fiscalYears, indicators, problems, ...lists }: MeasureFormProps) => (
  <>
    <Section title="มาตรการ">
      {id === null && (
        <SelectField name="fiscalYear" label="ปีงบประมาณ" value={typed.fiscalYear} choices={fiscalYears} />
      )}
      <TextField
        name="title"
        label="ชื่อมาตรการ"
        value={typed.title}
        maxLength={1000}
        problem={problemOf(problems, 'title')}
      />
      <TextField
        name="theme"
        label="กลุ่มมาตรการ"
        hint="หัวข้อใหญ่ที่มาตรการนี้อยู่ ไม่ต้องใส่เลขลำดับ"
        value={typed.theme}
        maxLength={500}
        problem={problemOf(problems, 'theme')}
        isOptional
      />
      <Checkboxes name="indicators" label="ตัวชี้วัด ITA" choices={indicators} chosen={typed.indicators} isOptional />
      <TextField
        name="oCodes"
        label="รหัสข้อมูล OIT"
        hint="เช่น O27, O28"
        value={typed.oCodes}
        problem={problemOf(problems, 'oCodes')}
        isOptional
        isShort
      />
    </Section>
    <Section title="วิธีดำเนินการ">
      <LinesField name="methods" label="วิธีดำเนินการ" value={typed.methods} problem={problemOf(problems, 'methods')} />
    </Section>
    <Section title="ระยะเวลา">
      <DateField
        name="startsOn"
        label="เริ่ม"
        value={typed.startsOn}
        problem={problemOf(problems, 'startsOn')}
        isOptional
      />
      <DateField name="endsOn" label="สิ้นสุด" value={typed.endsOn} problem={problemOf(problems, 'endsOn')} isOptional />
      <TextField
        name="periodText"
        label="ข้อความที่พิมพ์ในรายงาน"
        hint="เช่น ตุลาคม 2567 – กันยายน 2568 ถ้าเว้นว่าง ระบบจะเขียนจากวันที่ให้"
        value={typed.periodText}
        maxLength={300}
        problem={problemOf(problems, 'periodText')}
        isOptional
      />
    </Section>
    <ResponsibleSection typed={typed} divisions={lists.divisions} problems={problems} />
    <Section title="การกำกับติดตาม">
      <LinesField
        name="monitoring"
        label="การกำกับติดตาม"
        value={typed.monitoring}
        rows={3}
        problem={problemOf(problems, 'monitoring')}
        isOptional
      />
    </Section>
  </>
);

const ResponsibleSection = ({
  typed,
  divisions,
  problems,
}: Pick<MeasureFormProps, 'typed' | 'divisions' | 'problems'>) => (
  <Section title="หน่วยงานรับผิดชอบ">
    <Checkboxes
      name="everyDivision"
      label="ขอบเขต"
      choices={[{ value: 'true', label: 'ทุกส่วนราชการ' }]}
      chosen={typed.everyDivision ? ['true'] : []}
    />
    <Checkboxes
      name="divisionIds"
      label="ส่วนราชการ"
      hint="เลือกได้หลายแห่ง ทุกแห่งที่เลือกต้องเห็นชอบก่อนเสนอผู้บริหาร"
      choices={divisions}
      chosen={typed.divisionIds}
      problem={problemOf(problems, 'divisionIds')}
    />
    <TextField
      name="responsibleText"
      label="ข้อความที่พิมพ์ในรายงาน"
      hint="ถ้าเว้นว่าง ระบบจะเขียนจากส่วนราชการที่เลือก"
      value={typed.responsibleText}
      maxLength={500}
      problem={problemOf(problems, 'responsibleText')}
      isOptional
    />
  </Section>
);

const Section = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="form-section">
    <h2>{title}</h2>
    {children}
  </section>
);
