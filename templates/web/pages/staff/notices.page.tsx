import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface NoticeRow {
  readonly id: string;
  /** "มาตรการรอท่านพิจารณา (กำหนด …)" */
  readonly sentence: string;
  readonly title: string;
  readonly href: string | null;
  readonly atText: string;
  readonly isRead: boolean;
}

export interface NoticesProps {
  readonly frame: StaffFrame;
  readonly rows: readonly NoticeRow[];
}

/** What somebody was told, unread first. */
export const NoticesPage = ({ frame, rows }: NoticesProps) => (
  <StaffLayout frame={frame} title="การแจ้งเตือน" section="tasks">
    <div class="heading-row">
      <PageHeading title="การแจ้งเตือน" now={headline(frame.unreadNotices ?? 0)} />
      {Boolean(frame.unreadNotices) && (
        <form method="post" action={links.readNotices}>
          <CsrfField token={frame.csrfToken} />
          <button class="btn btn-outline" type="submit">
            อ่านแล้วทั้งหมด
          </button>
        </form>
      )}
    </div>
    <p>
      <a href={links.wishes}>ตั้งค่าการแจ้งเตือน อีเมล LINE และเวลางดส่ง</a>
    </p>
    {rows.length === 0 ? (
      <EmptyState title="ยังไม่มีการแจ้งเตือน" body="เมื่อมีเรื่องรอท่าน ถูกส่งคืน หรือใกล้ครบกำหนด จะปรากฏที่นี่" />
    ) : (
      <DataTable caption="การแจ้งเตือน" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
    )}
  </StaffLayout>
);

const headline = (unread: number): string => (unread === 0 ? 'อ่านครบแล้ว' : `ยังไม่อ่าน ${unread} รายการ`);

const COLUMNS: readonly Column<NoticeRow>[] = [
  {
    label: 'เรื่อง',
    isHeading: true,
    cell: ({ href, title, sentence }) => (
      <>
        <span class="row-kind">{sentence}</span>
        {href && (
          <a class="row-link" href={href}>
            <MarkedText text={title} />
          </a>
        )}
      </>
    ),
  },
  { label: 'เมื่อ', cell: (row) => row.atText },
  { label: 'สถานะ', cell: (row) => (row.isRead ? 'อ่านแล้ว' : <strong>ยังไม่อ่าน</strong>) },
];
