import { AdminTabs } from '../../components/admin-tabs.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { ErrorSummary, type FieldProblem } from '../../components/error-summary.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface RegisterYearView {
  /** "๒๕๖๙" */
  readonly year: string;
  /** "1 ม.ค. 2569 ถึง 30 ก.ย. 2569" */
  readonly span: string;
  /** Its first number: "๑/๒๕๖๙". */
  readonly first: string;
}

export interface RegisterYearsProps {
  readonly frame: StaffFrame;
  /** "นับตามปีปฏิทิน …" and what lies ahead. */
  readonly now: string;
  readonly years: readonly RegisterYearView[];
  /** What may be decided, with the years it would give. */
  readonly change: {
    readonly yearKind: string;
    /** YYYY-MM-DD */
    readonly startsOn: string;
    readonly title: string;
    readonly effect: string;
    readonly years: readonly RegisterYearView[];
    readonly deed: string;
  };
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** Whether the numbers of announcements begin anew in January or in October, and what a change would do. */
export const RegisterYearsPage = ({ frame, now, years, change, idempotencyKey, problems }: RegisterYearsProps) => (
  <StaffLayout frame={frame} title="รอบปีของทะเบียนประกาศ" section="admin">
    <AdminTabs here={links.announcementYears} />
    <ErrorSummary problems={problems} />
    <PageHeading title="รอบปีของทะเบียนประกาศ" now={now} />
    <DataTable caption="ปีทะเบียนตามที่กำหนดไว้" columns={COLUMNS} rows={years} keyOf={({ year }) => year} />
    <p>
      <a href={links.announcementRegister}>ดูทะเบียนประกาศ</a>
    </p>
    <section aria-labelledby="change">
      <h2 id="change">{change.title}</h2>
      <p>{change.effect}</p>
      <DataTable caption="ปีทะเบียนหลังเปลี่ยน" columns={COLUMNS} rows={change.years} keyOf={({ year }) => year} />
      <form method="post" action={links.announcementYears}>
        <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
        <input type="hidden" name="yearKind" value={change.yearKind} />
        <input type="hidden" name="startsOn" value={change.startsOn} />
        <button class="btn btn-primary" type="submit">
          {change.deed}
        </button>
      </form>
    </section>
  </StaffLayout>
);

const COLUMNS: readonly Column<RegisterYearView>[] = [
  { label: 'ปีทะเบียน', isHeading: true, cell: ({ year }) => `พ.ศ. ${year}` },
  { label: 'ออกเลขระหว่าง', cell: ({ span }) => span },
  { label: 'เลขที่แรก', cell: ({ first }) => first },
];
