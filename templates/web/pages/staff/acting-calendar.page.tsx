import { AdminTabs } from '../../components/admin-tabs.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MonthBar, type BarDay } from '../../components/month-bar.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ActingMonthLine {
  readonly id: string;
  /** "รักษาราชการแทน นายก…" */
  readonly actsAs: string;
  readonly person: string;
  /** "3 ถึง 12 พ.ย." */
  readonly span: string;
  readonly order: string;
  readonly kinds: string;
  readonly days: readonly BarDay[];
}

export interface ActingCalendarProps {
  readonly frame: StaffFrame;
  /** "พฤศจิกายน ๒๕๖๙" */
  readonly monthText: string;
  readonly before: { readonly month: string; readonly label: string };
  readonly after: { readonly month: string; readonly label: string };
  readonly rows: readonly ActingMonthLine[];
}

/** Who acts for whom in one month: a table on a desk, cards on a phone. */
export const ActingCalendarPage = ({ frame, monthText, before, after, rows }: ActingCalendarProps) => (
  <StaffLayout frame={frame} title={`ปฏิทินรักษาราชการแทน ${monthText}`} section="admin">
    <AdminTabs here={links.actingOrders} />
    <PageHeading kind="ปฏิทินรักษาราชการแทน" title={monthText} now={headline(rows.length)} />
    <nav class="month-steps" aria-label="เดือนอื่น">
      <a class="btn btn-outline" href={links.actingMonth(before.month)} rel="prev">
        ‹ {before.label}
      </a>
      <a class="btn btn-outline" href={links.actingCalendar}>
        เดือนนี้
      </a>
      <a class="btn btn-outline" href={links.actingMonth(after.month)} rel="next">
        {after.label} ›
      </a>
      <a class="btn btn-outline" href={links.actingOrders}>
        ดูคำสั่งทั้งหมด
      </a>
    </nav>
    {rows.length === 0 ? (
      <EmptyState
        title="ไม่มีผู้รักษาราชการแทนในเดือนนี้"
        body="คำสั่งที่มีผลในวันใดของเดือนจะปรากฏที่นี่"
        firstStep={{ label: 'บันทึกคำสั่งใหม่', href: links.newActingOrder }}
      />
    ) : (
      <DataTable caption={`ผู้รักษาราชการแทน ${monthText}`} columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
    )}
  </StaffLayout>
);

const headline = (count: number): string => (count === 0 ? 'ไม่มีคำสั่งที่มีผลในเดือนนี้' : `มี ${count} คำสั่งที่มีผลในเดือนนี้`);

const COLUMNS: readonly Column<ActingMonthLine>[] = [
  {
    label: 'ผู้ปฏิบัติ',
    isHeading: true,
    cell: ({ actsAs, person, order }) => (
      <>
        <span class="row-kind">{actsAs}</span>
        {person}
        <span class="row-kind">{order}</span>
      </>
    ),
  },
  {
    label: 'วันที่',
    cell: ({ span, days, kinds }) => (
      <>
        {span} <span class="quiet">({kinds})</span>
        <MonthBar days={days} />
      </>
    ),
  },
];
