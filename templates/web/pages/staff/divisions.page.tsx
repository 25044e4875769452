import { AdminTabs } from '../../components/admin-tabs.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface DivisionLine {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly span: string;
  readonly state: StateView;
}

export interface DivisionsProps {
  readonly frame: StaffFrame;
  readonly rows: readonly DivisionLine[];
}

/** Every division there is, will be or was. */
export const DivisionsPage = ({ frame, rows }: DivisionsProps) => (
  <StaffLayout frame={frame} title="ส่วนราชการ" section="admin">
    <AdminTabs here={links.divisions} />
    <div class="heading-row">
      <PageHeading title="ส่วนราชการ" now="สำนัก กอง และหน่วยงานภายใน ที่รับผิดชอบมาตรการ" />
      <a class="btn btn-primary" href={links.newDivision}>
        เพิ่มส่วนราชการ
      </a>
    </div>
    {rows.length === 0 ? (
      <EmptyState
        title="ยังไม่มีส่วนราชการ"
        body="เพิ่มสำนักหรือกองที่รับผิดชอบมาตรการ"
        firstStep={{ label: 'เพิ่มส่วนราชการแรก', href: links.newDivision }}
      />
    ) : (
      <DataTable caption="ส่วนราชการ" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
    )}
  </StaffLayout>
);

const COLUMNS: readonly Column<DivisionLine>[] = [
  {
    label: 'ส่วนราชการ',
    isHeading: true,
    cell: ({ id, name }) => (
      <a class="row-link" href={links.division(id)}>
        {name}
      </a>
    ),
  },
  { label: 'ลำดับ', cell: ({ position }) => position },
  { label: 'ช่วงเวลา', cell: ({ span }) => span },
  { label: 'สถานะ', cell: ({ state }) => <StateChip {...state} /> },
];
