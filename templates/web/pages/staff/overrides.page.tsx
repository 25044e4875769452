import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { StaffLayout } from '../../staff-layout.js';

export interface OpenOverrideView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly href: string;
  /** "อนุมัติ โดย นาย… เมื่อ …" */
  readonly deed: string;
  readonly reason: string;
  /** Null for whoever decided it, and for who may not ratify. */
  readonly ratifyHref: string | null;
}

export interface OverridesProps {
  readonly frame: StaffFrame;
  readonly rows: readonly OpenOverrideView[];
}

/** Every emergency decision of the agency that still waits for another person. */
export const OverridesPage = ({ frame, rows }: OverridesProps) => (
  <StaffLayout frame={frame} title="การตัดสินใจกรณีฉุกเฉิน" section="tasks">
    <PageHeading
      title="การตัดสินใจกรณีฉุกเฉิน"
      now={rows.length === 0 ? 'รับรองครบทุกเรื่องแล้ว' : `มี ${rows.length} เรื่องที่บุคคลอื่นยังไม่ได้รับรอง`}
    />
    {rows.length === 0 ? (
      <EmptyState
        title="ไม่มีเรื่องที่รอรับรอง"
        body="เมื่อมีผู้ตัดสินใจเรื่องของตนเองเพราะเหตุฉุกเฉิน เรื่องนั้นจะแสดงที่นี่จนกว่าบุคคลอื่นจะรับรอง"
      />
    ) : (
      <DataTable caption="เรื่องที่รอรับรอง" columns={columnsOf(frame.csrfToken)} rows={rows} keyOf={({ id }) => id} />
    )}
  </StaffLayout>
);

const columnsOf = (csrfToken: string): Column<OpenOverrideView>[] => [
  {
    label: 'เรื่อง',
    isHeading: true,
    cell: ({ kind, title, href }) => (
      <>
        <span class="row-kind">{kind}</span>
        <a class="row-link" href={href}>
          <MarkedText text={title} />
        </a>
      </>
    ),
  },
  { label: 'การตัดสินใจ', cell: ({ deed }) => deed },
  { label: 'เหตุผล', cell: ({ reason }) => <MarkedText text={reason} /> },
  {
    label: 'การรับรอง',
    cell: ({ ratifyHref, deed }) =>
      ratifyHref ? (
        <form method="post" action={ratifyHref}>
          <CsrfField token={csrfToken} />
          <button class="btn btn-outline" type="submit">
            รับรอง<span class="visually-hidden">: {deed}</span>
          </button>
        </form>
      ) : (
        'รอบุคคลอื่นรับรอง'
      ),
  },
];
