import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { FileField, LongTextField, SelectField, TextField, type Choice } from '../../components/field.js';
import { CsrfField, SeenFields } from '../../components/hidden-fields.js';
import { NoticeBox } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { SCORE_FIELDS } from '../../words/assessment-words.js';

export interface AssessmentFormProps {
  readonly frame: StaffFrame;
  readonly fiscalYear: string;
  /** As typed, by the names of SCORE_FIELDS. */
  readonly scores: Readonly<Record<string, string>>;
  readonly level: string;
  readonly levels: readonly Choice[];
  readonly recommendations: string;
  readonly seenVersion: string;
  /** Rows of an uploaded file that were not understood; null when no file was read. */
  readonly unread: readonly string[] | null;
  readonly problems: readonly FieldProblem[];
}

/** Scores typed or read from a file; nothing is saved before the officer has looked. */
export const AssessmentFormPage = ({ frame, fiscalYear, problems, unread, ...typed }: AssessmentFormProps) => (
  <StaffLayout frame={frame} title="บันทึกผลการประเมิน ITA" section="time">
    <p class="back">
      <a href={`${links.assessments}?fiscalYear=${fiscalYear}`}>ผลการประเมิน ITA</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading title="บันทึกผลการประเมิน ITA" now={`ปีงบประมาณ พ.ศ. ${fiscalYear}`} />
    {unread && <Unread rows={unread} />}
    <form method="post" action={links.readAssessment} enctype="multipart/form-data" class="narrow" noValidate>
      <CsrfField token={frame.csrfToken} />
      <input type="hidden" name="fiscalYear" value={fiscalYear} />
      <FileField
        name="file"
        label="กรอกจากไฟล์"
        hint="ตารางคะแนนใน Excel (.xlsx), CSV หรือ Word (.docx) ระบบกรอกให้ตรวจก่อน ยังไม่บันทึก"
        accept=".xlsx,.csv,.tsv,.docx"
        problem={problemOf(problems, 'file')}
      />
      <button class="btn btn-outline" type="submit">
        อ่านไฟล์
      </button>
    </form>
    <form method="post" action={links.editAssessment(fiscalYear)} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} seenVersion={typed.seenVersion} />
      {SCORE_FIELDS.map(({ name, label }) => (
        <TextField
          name={name}
          label={label}
          value={typed.scores[name] ?? ''}
          isShort
          problem={problemOf(problems, name)}
          key={name}
        />
      ))}
      <SelectField
        name="level"
        label="ระดับ"
        hint="เว้นไว้ให้ระบบกำหนดตามเกณฑ์ได้"
        value={typed.level}
        choices={typed.levels}
        problem={problemOf(problems, 'level')}
      />
      <LongTextField
        name="recommendations"
        label="ข้อเสนอแนะรายข้อ"
        hint="บรรทัดละหนึ่งข้อ ขึ้นต้นด้วยรหัส เช่น e6 ปรับช่องทางการสื่อสาร"
        value={typed.recommendations}
        rows={8}
        isOptional
        problem={problemOf(problems, 'recommendations')}
      />
      <div class="form-bar">
        <button class="btn btn-primary" type="submit">
          บันทึกผลการประเมิน
        </button>
      </div>
    </form>
  </StaffLayout>
);

const Unread = ({ rows }: { readonly rows: readonly string[] }) =>
  rows.length === 0 ? (
    <NoticeBox tone="ok" title="อ่านไฟล์แล้ว กรุณาตรวจตัวเลขก่อนบันทึก" />
  ) : (
    <NoticeBox tone="wait" title={`อ่านไฟล์แล้ว แต่มี ${rows.length} แถวที่ไม่เข้าใจ`}>
      <ul>
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </NoticeBox>
  );
