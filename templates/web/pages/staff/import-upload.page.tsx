import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { FileField, SelectField, type Choice } from '../../components/field.js';
import { ImportRuns, type ImportRunRow } from '../../components/import-runs.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ImportUploadProps {
  readonly frame: StaffFrame;
  readonly fiscalYears: readonly Choice[];
  readonly fiscalYear: string;
  readonly problems: readonly FieldProblem[];
  /** False for administrators: they see how imports go. */
  readonly mayImport: boolean;
  readonly runs: readonly ImportRunRow[];
}

export const ImportUploadPage = (props: ImportUploadProps) => (
  <StaffLayout frame={props.frame} title="นำเข้ามาตรการจากไฟล์" section="measures">
    <p class="back">
      <a href={links.measures}>มาตรการทั้งหมด</a>
    </p>
    <ErrorSummary problems={props.problems} />
    <PageHeading
      title="นำเข้ามาตรการจากไฟล์"
      now={props.mayImport ? 'ขั้นที่ 1 จาก 2: เลือกไฟล์ ยังไม่มีอะไรถูกบันทึก' : 'เจ้าหน้าที่เป็นผู้นำเข้า ท่านติดตามผลได้ที่นี่'}
    />
    {props.mayImport && <UploadForm {...props} />}
    <ImportRuns runs={props.runs} />
  </StaffLayout>
);

const UploadForm = ({ frame, fiscalYears, fiscalYear, problems }: ImportUploadProps) => (
  <form method="post" action={links.imports} enctype="multipart/form-data" class="narrow" noValidate>
    <CsrfField token={frame.csrfToken} />
    <SelectField
      name="fiscalYear"
      label="ปีงบประมาณของมาตรการ"
      value={fiscalYear}
      choices={fiscalYears}
      problem={problemOf(problems, 'fiscalYear')}
    />
    <FileField
      name="file"
      label="ไฟล์ตารางมาตรการ"
      hint="Excel (.xlsx), CSV หรือ Word (.docx) ที่มีแถวหัวตาราง เช่น มาตรการ วิธีดำเนินการ ระยะเวลา หน่วยงานรับผิดชอบ"
      accept=".xlsx,.csv,.tsv,.docx"
      problem={problemOf(problems, 'file')}
    />
    <button class="btn btn-primary" type="submit">
      ตรวจไฟล์
    </button>
  </form>
);
