import { AdminTabs } from '../../components/admin-tabs.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ActingOrderView {
  readonly id: string;
  readonly person: string;
  /** "รักษาราชการแทน นายก…" */
  readonly actsAs: string;
  /** "๑๒/๒๕๖๘ ลงวันที่ …" */
  readonly order: string;
  readonly span: string;
  readonly kinds: string;
  readonly state: StateView;
  /** What to look at: the order gives no right any more, or soon. */
  readonly remarks: readonly string[];
  readonly mayRevoke: boolean;
}

export interface ActingOrdersProps {
  readonly frame: StaffFrame;
  readonly rows: readonly ActingOrderView[];
}

/** Every acting order with its dates and whether it counts today. */
export const ActingOrdersPage = ({ frame, rows }: ActingOrdersProps) => (
  <StaffLayout frame={frame} title="คำสั่งรักษาราชการแทน" section="admin">
    <AdminTabs here={links.actingOrders} />
    <div class="heading-row">
      <PageHeading title="คำสั่งรักษาราชการแทน" now="งานที่รอและช่องลงนามจะเปลี่ยนตามคำสั่งของวันนั้นเอง และสิทธิสิ้นสุดเองเมื่อครบกำหนด" />
      <div class="buttons">
        <a class="btn btn-primary" href={links.newActingOrder}>
          บันทึกคำสั่งใหม่
        </a>
        <a class="btn btn-outline" href={links.actingCalendar}>
          ปฏิทินรายเดือน
        </a>
      </div>
    </div>
    {rows.length === 0 ? (
      <EmptyState
        title="ยังไม่มีคำสั่ง"
        body="เมื่อผู้ดำรงตำแหน่งไม่อยู่ ให้บันทึกคำสั่งรักษาราชการแทน ปฏิบัติราชการแทน รักษาการในตำแหน่ง หรือปฏิบัติหน้าที่ที่นี่"
        firstStep={{ label: 'บันทึกคำสั่งแรก', href: links.newActingOrder }}
      />
    ) : (
      <DataTable caption="คำสั่งรักษาราชการแทน" columns={columnsOf(frame.csrfToken)} rows={rows} keyOf={(row) => row.id} />
    )}
  </StaffLayout>
);

const columnsOf = (csrfToken: string): Column<ActingOrderView>[] => [
  {
    label: 'ผู้ปฏิบัติ',
    isHeading: true,
    cell: (row) => (
      <>
        <span class="row-kind">{row.actsAs}</span>
        {row.person}
      </>
    ),
  },
  { label: 'คำสั่งที่', cell: (row) => row.order },
  { label: 'ตั้งแต่วันที่', cell: (row) => row.span },
  { label: 'เรื่อง', cell: (row) => row.kinds },
  {
    label: 'สถานะ',
    cell: ({ state, remarks }) => (
      <>
        <StateChip {...state} />
        {remarks.map((remark) => (
          <span class="row-kind" key={remark}>
            {remark}
          </span>
        ))}
      </>
    ),
  },
  { label: 'ยกเลิก', cell: (row) => (row.mayRevoke ? <Revoke row={row} csrfToken={csrfToken} /> : 'ยกเลิกไม่ได้แล้ว') },
];

/** Two presses, so that no slip ends a right. */
const Revoke = ({ row, csrfToken }: { readonly row: ActingOrderView; readonly csrfToken: string }) => (
  <details>
    <summary>ยกเลิกคำสั่ง</summary>
    <form method="post" action={links.revokeActingOrder(row.id)}>
      <CsrfField token={csrfToken} />
      <button class="btn btn-outline" type="submit">
        ยืนยันยกเลิกคำสั่งของ{row.person}
      </button>
    </form>
  </details>
);
