import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageHeading } from '../../components/page-heading.js';
import { Pagination, type PageOfList } from '../../components/pagination.js';
import { StateCell, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ReportRow {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly fiscalYear: string;
  readonly state: StateView;
  readonly hasOpenOverride?: boolean;
  readonly changedText: string;
}

export interface ReportsProps {
  readonly frame: StaffFrame;
  readonly rows: readonly ReportRow[];
  readonly paging: PageOfList;
  readonly mayDraft: boolean;
}

export const ReportsPage = ({ frame, rows, paging, mayDraft }: ReportsProps) => (
  <StaffLayout frame={frame} title="รายงาน" section="reports">
    <div class="heading-row">
      <PageHeading title="รายงาน" now={`${paging.total} ฉบับ`} />
      {mayDraft && (
        <div class="buttons">
          <a class="btn btn-primary" href={links.newReport}>
            จัดทำรายงาน
          </a>
          <a class="btn btn-outline" href={links.layouts}>
            รูปแบบรายงาน
          </a>
        </div>
      )}
    </div>
    {rows.length === 0 ? (
      <EmptyState
        title="ยังไม่มีรายงาน"
        body="รายงานรวบรวมจากมาตรการที่รับรองผลแล้ว เมื่อจัดทำแล้วจะปรากฏที่นี่พร้อมสถานะจนถึงเผยแพร่"
        firstStep={mayDraft ? { label: 'จัดทำรายงานฉบับแรก', href: links.newReport } : undefined}
      />
    ) : (
      <DataTable caption="รายงาน" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
    )}
    <Pagination {...paging} />
  </StaffLayout>
);

const COLUMNS: readonly Column<ReportRow>[] = [
  {
    label: 'รายงาน',
    isHeading: true,
    cell: (row) => (
      <>
        <span class="row-kind">{row.kind}</span>
        <a class="row-link" href={links.report(row.id)}>
          {row.title}
        </a>
      </>
    ),
  },
  { label: 'สถานะ', cell: (row) => <StateCell {...row} /> },
  { label: 'ปีงบประมาณ', isNumber: true, cell: (row) => row.fiscalYear },
  { label: 'แก้ไขล่าสุด', cell: (row) => row.changedText },
];
