import type { Parameter } from '../../../documents/document-template.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { Checkboxes } from '../../components/choice-fields.js';
import { SelectField, type Choice } from '../../components/field.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import { ParameterField, type TypedParameter } from '../../components/parameter-field.js';
import type { StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface AnnouncementFormProps {
  readonly frame: StaffFrame;
  readonly id: string | null;
  readonly templateId: string;
  readonly templateTitle: string;
  readonly parameters: readonly Parameter[];
  readonly fiscalYear: string;
  readonly languageChoices: readonly Choice[];
  readonly languages: readonly string[];
  readonly typed: Readonly<Record<string, TypedParameter>>;
  readonly fiscalYears: readonly Choice[];
  readonly state: StateView;
  readonly seenVersion?: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
  /** What the proof-reader found in the text as it was last saved. */
  readonly proof?: FindingListProps;
}

/** A form made from the template's parameters. */
export const AnnouncementFormPage = ({
  frame,
  id,
  templateId,
  templateTitle,
  parameters,
  ...form
}: AnnouncementFormProps) => (
  <StaffLayout frame={frame} title={id ? 'แก้ไขประกาศ' : 'ร่างประกาศ'} section="announcements">
    <p class="back">
      <a href={id ? links.announcement(id) : links.newAnnouncement}>{id ? 'กลับไปที่ประกาศ' : 'เลือกแบบอื่น'}</a>
    </p>
    <ErrorSummary problems={form.problems} />
    <PageHeading kind={id ? 'แก้ไขประกาศ' : 'ร่างประกาศ'} title={templateTitle} state={form.state} />
    {form.proof && <FindingList {...form.proof} />}
    <form method="post" action={id ? links.editAnnouncement(id) : links.newAnnouncement} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} seenVersion={form.seenVersion} idempotencyKey={form.idempotencyKey} />
      <input type="hidden" name="templateId" value={templateId} />
      <SelectField
        name="fiscalYear"
        label="ปีงบประมาณ"
        value={form.fiscalYear}
        choices={form.fiscalYears}
        problem={problemOf(form.problems, 'fiscalYear')}
      />
      <Checkboxes
        name="languages"
        label="ภาษาของประกาศ"
        choices={form.languageChoices}
        chosen={form.languages}
        problem={problemOf(form.problems, 'languages')}
      />
      {parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          typed={form.typed[parameter.name]}
          problem={problemOf(form.problems, `p.${parameter.name}`)}
        />
      ))}
      <div class="form-bar">
        <button class="btn btn-primary" type="submit">
          บันทึกร่าง
        </button>
        <span class="quiet">บันทึกแล้วยังแก้ไขต่อได้จนกว่าจะเสนอลงนาม</span>
      </div>
    </form>
  </StaffLayout>
);
