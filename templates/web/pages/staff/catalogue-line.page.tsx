import { Checkboxes } from '../../components/choice-fields.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { LongTextField, TextField } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface CatalogueLineProps {
  readonly frame: StaffFrame;
  readonly fiscalYear: string;
  readonly heading: string;
  readonly action: string;
  /** Null where the code is given and cannot change. */
  readonly code: string | null;
  readonly title: string;
  readonly verified: boolean;
  readonly mayRemove: boolean;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

const VERIFIED = [{ value: 'true', label: 'ตรวจกับคู่มือการประเมินของปีนี้แล้ว' }];

/** One line of a year's catalogue. */
export const CatalogueLinePage = ({ frame, fiscalYear, heading, action, ...line }: CatalogueLineProps) => (
  <StaffLayout frame={frame} title={heading} section="measures">
    <p class="back">
      <a href={links.catalogue(fiscalYear)}>ตัวชี้วัดและข้อ O</a>
    </p>
    <ErrorSummary problems={line.problems} />
    <PageHeading kind={`ปีงบประมาณ พ.ศ. ${fiscalYear}`} title={heading} />
    <form method="post" action={action} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={line.idempotencyKey} />
      {line.code !== null && (
        <TextField
          name="code"
          label="รหัส"
          hint="เช่น O27"
          value={line.code}
          isShort
          problem={problemOf(line.problems, 'code')}
        />
      )}
      <LongTextField
        name="title"
        label="ชื่อ"
        value={line.title}
        rows={3}
        maxLength={500}
        problem={problemOf(line.problems, 'title')}
      />
      <Checkboxes
        name="verified"
        label="ความแน่นอน"
        choices={VERIFIED}
        chosen={line.verified ? ['true'] : []}
        isOptional
      />
      <button class="btn btn-primary" type="submit">
        บันทึก
      </button>
    </form>
    {line.mayRemove && (
      <details class="narrow">
        <summary>นำข้อนี้ออกจากปีนี้</summary>
        <form method="post" action={`${action}/remove`}>
          <SeenFields csrfToken={frame.csrfToken} />
          <button class="btn btn-outline" type="submit">
            ยืนยันนำ{heading}ออก
          </button>
        </form>
      </details>
    )}
  </StaffLayout>
);
