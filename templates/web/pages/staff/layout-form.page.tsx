import { REPORT_PLACEHOLDERS } from '../../../../src/core/report/layout.js';
import { Checkboxes, Radios } from '../../components/choice-fields.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { LongTextField, SelectField, TextField, type Choice } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { LayoutColumns, type TypedColumn } from '../../components/layout-columns.js';
import { NoticeBox } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import type { Notice, StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import {
  DIGIT_CHOICES,
  GROUPING_CHOICES,
  LAYOUT_SWITCHES,
  ORIENTATION_CHOICES,
  PERIOD_CHOICES,
} from '../../words/layout-words.js';

export interface TypedLayout {
  readonly name: string;
  readonly columns: Readonly<Record<string, TypedColumn>>;
  readonly grouping: string;
  /** Names of the switches that are on. */
  readonly switches: readonly string[];
  readonly titleLines: string;
  readonly introduction: string;
  readonly periodStyle: string;
  readonly digits: string;
  readonly orientation: string;
  /** Of the preview. */
  readonly fiscalYear: string;
}

export interface LayoutFormProps {
  readonly frame: StaffFrame;
  readonly id: string;
  /** "ฉบับที่ 2 · เริ่มจาก …" */
  readonly now: string;
  readonly typed: TypedLayout;
  readonly fiscalYears: readonly Choice[];
  readonly seenVersion: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
  /** What is said of columns that are too narrow. */
  readonly narrow?: Notice | null;
}

/** A layout as a form; the preview prints what is typed, saved or not. */
export const LayoutFormPage = ({ frame, id, now, typed, problems, ...form }: LayoutFormProps) => (
  <StaffLayout frame={frame} title={`รูปแบบรายงาน ${typed.name}`} section="reports">
    <p class="back">
      <a href={links.layouts}>รูปแบบรายงานทั้งหมด</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading kind="รูปแบบรายงาน" title={typed.name} now={now} />
    {form.narrow && <NoticeBox {...form.narrow} />}
    <form method="post" action={links.layout(id)} noValidate>
      <SeenFields csrfToken={frame.csrfToken} seenVersion={form.seenVersion} idempotencyKey={form.idempotencyKey} />
      <TextField name="name" label="ชื่อรูปแบบ" value={typed.name} maxLength={120} problem={problemOf(problems, 'name')} />
      <LayoutTexts typed={typed} problems={problems} />
      <Radios name="grouping" label="การจัดกลุ่มมาตรการ" choices={GROUPING_CHOICES} chosen={typed.grouping} />
      <LayoutColumns typed={typed.columns} problems={problems} />
      <SelectField name="periodStyle" label="การเขียนระยะเวลา" value={typed.periodStyle} choices={PERIOD_CHOICES} />
      <Radios name="digits" label="ตัวเลข" choices={DIGIT_CHOICES} chosen={typed.digits} />
      <Radios name="orientation" label="แนวกระดาษ" choices={ORIENTATION_CHOICES} chosen={typed.orientation} />
      <SelectField
        name="fiscalYear"
        label="ปีงบประมาณของตัวอย่าง"
        hint="ตัวอย่างใช้มาตรการของปีนี้ ถ้ายังไม่มีจะใช้ข้อมูลสมมติ"
        value={typed.fiscalYear}
        choices={form.fiscalYears}
      />
      <div class="buttons">
        <button class="btn btn-primary" type="submit">
          บันทึกรูปแบบ
        </button>
        <button class="btn btn-outline" type="submit" formAction={links.layoutPreview(id)}>
          ดูตัวอย่าง (PDF)
        </button>
      </div>
    </form>
  </StaffLayout>
);

const LayoutTexts = ({ typed, problems }: Pick<LayoutFormProps, 'typed' | 'problems'>) => (
  <>
    <LongTextField
      name="titleLines"
      label="ชื่อรายงาน"
      hint={`บรรทัดละหนึ่งแถว ใช้คำแทนได้: ${REPORT_PLACEHOLDERS.map((name) => `{${name}}`).join(' ')}`}
      value={typed.titleLines}
      problem={problemOf(problems, 'titleLines')}
    />
    <LongTextField
      name="introduction"
      label="คำนำเหนือตาราง"
      hint="เว้นบรรทัดว่างระหว่างย่อหน้า ใช้คำแทนได้เช่นเดียวกับชื่อรายงาน"
      value={typed.introduction}
      rows={8}
      isOptional
      problem={problemOf(problems, 'introduction')}
    />
    <Checkboxes name="switches" label="ส่วนประกอบ" choices={LAYOUT_SWITCHES} chosen={typed.switches} />
  </>
);
