import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { TextField } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface CatalogueWeightsProps {
  readonly frame: StaffFrame;
  readonly fiscalYear: string;
  /** Percent as typed. */
  readonly weights: readonly { readonly code: string; readonly title: string; readonly percent: string }[];
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** What each instrument counts; together they make 100. */
export const CatalogueWeightsPage = ({ frame, fiscalYear, weights, ...form }: CatalogueWeightsProps) => (
  <StaffLayout frame={frame} title="น้ำหนักของเครื่องมือ" section="measures">
    <p class="back">
      <a href={links.catalogue(fiscalYear)}>ตัวชี้วัดและข้อ O</a>
    </p>
    <ErrorSummary problems={form.problems} />
    <PageHeading kind={`ปีงบประมาณ พ.ศ. ${fiscalYear}`} title="น้ำหนักของเครื่องมือ" now="รวมกันต้องได้ร้อยละ 100" />
    <form method="post" action={links.catalogueWeights(fiscalYear)} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={form.idempotencyKey} />
      {weights.map(({ code, title, percent }) => (
        <TextField
          name={code}
          label={`ร้อยละของ ${code}`}
          hint={title}
          value={percent}
          isShort
          problem={problemOf(form.problems, code)}
          key={code}
        />
      ))}
      <button class="btn btn-primary" type="submit">
        บันทึกน้ำหนัก
      </button>
    </form>
  </StaffLayout>
);
