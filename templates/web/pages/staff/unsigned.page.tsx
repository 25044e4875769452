import { AdminTabs } from '../../components/admin-tabs.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface UnsignedLine {
  readonly key: string;
  readonly href: string;
  /** "มาตรการ" */
  readonly kind: string;
  readonly title: string;
  readonly sinceText: string;
  /** Post by post, why nobody may sign. */
  readonly posts: readonly { readonly postId: string; readonly post: string; readonly why: string }[];
}

/** Work that stands still because nobody may sign it. */
export const UnsignedPage = ({
  frame,
  rows,
}: {
  readonly frame: StaffFrame;
  readonly rows: readonly UnsignedLine[];
}) => (
  <StaffLayout frame={frame} title="งานที่ไม่มีผู้ลงนาม" section="admin">
    <AdminTabs here={links.unsigned} />
    <PageHeading title="งานที่ไม่มีผู้ลงนาม" now="แต่งตั้งผู้ดำรงตำแหน่งหรือบันทึกคำสั่งรักษาราชการแทน แล้วเรื่องจะเดินต่อเอง" />
    {rows.length === 0 ? (
      <EmptyState title="ทุกเรื่องมีผู้ลงนามได้" body="เรื่องที่ค้างเพราะไม่มีผู้ลงนามได้จะปรากฏที่นี่ทันที" />
    ) : (
      <DataTable caption="งานที่ไม่มีผู้ลงนาม" columns={COLUMNS} rows={rows} keyOf={(row) => row.key} />
    )}
  </StaffLayout>
);

const COLUMNS: readonly Column<UnsignedLine>[] = [
  {
    label: 'เรื่อง',
    isHeading: true,
    cell: ({ kind, href, title }) => (
      <>
        <span class="row-kind">{kind}</span>
        <a class="row-link" href={href}>
          <MarkedText text={title} />
        </a>
      </>
    ),
  },
  {
    label: 'เหตุที่ค้าง',
    cell: ({ posts }) =>
      posts.length === 0 ? (
        'เส้นทางของเรื่องนี้ถามตำแหน่งที่ไม่มีแล้ว กรุณาส่งคืนแล้วเสนอใหม่'
      ) : (
        <ul class="plain-list">
          {posts.map(({ postId, post, why }) => (
            <li key={postId}>
              <strong>{post}</strong>: {why}{' '}
              <a href={links.newActingOrderFor(postId)}>
                บันทึกคำสั่งรักษาราชการแทน<span class="visually-hidden"> {post}</span>
              </a>
            </li>
          ))}
        </ul>
      ),
  },
  { label: 'ตั้งแต่', cell: ({ sinceText }) => sinceText },
];
