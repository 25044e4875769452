import { AdminTabs } from '../../components/admin-tabs.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { NOBODY, POST_KIND_LABELS, WHOLE_AGENCY } from '../../words/people-words.js';

export interface PostLine {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly division: string | null;
  readonly holders: readonly string[];
  readonly isEnded: boolean;
}

export interface PostsProps {
  readonly frame: StaffFrame;
  readonly rows: readonly PostLine[];
}

/** Every post and who holds it today. */
export const PostsPage = ({ frame, rows }: PostsProps) => (
  <StaffLayout frame={frame} title="ตำแหน่ง" section="admin">
    <AdminTabs here={links.posts} />
    <div class="heading-row">
      <PageHeading title="ตำแหน่ง" now="ผู้ลงนามในแต่ละขั้นมาจากตำแหน่งและผู้ดำรงตำแหน่งของวันนั้น" />
      <a class="btn btn-primary" href={links.newPost}>
        เพิ่มตำแหน่ง
      </a>
    </div>
    {rows.length === 0 ? (
      <EmptyState
        title="ยังไม่มีตำแหน่ง"
        body="เพิ่มตำแหน่งของหน่วยงาน แล้วแต่งตั้งผู้ดำรงตำแหน่งจากหน้าของบุคคล"
        firstStep={{ label: 'เพิ่มตำแหน่งแรก', href: links.newPost }}
      />
    ) : (
      <DataTable caption="ตำแหน่ง" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
    )}
  </StaffLayout>
);

const COLUMNS: readonly Column<PostLine>[] = [
  {
    label: 'ตำแหน่ง',
    isHeading: true,
    cell: ({ id, name, division }) => (
      <>
        <span class="row-kind">{division ?? WHOLE_AGENCY}</span>
        <a class="row-link" href={links.post(id)}>
          {name}
        </a>
      </>
    ),
  },
  { label: 'หน้าที่', cell: ({ kind }) => POST_KIND_LABELS[kind] ?? kind },
  {
    label: 'ผู้ดำรงตำแหน่ง',
    cell: ({ holders, isEnded }) => {
      if (isEnded) return <StateChip tone="stopped" label="ยกเลิกตำแหน่งแล้ว" />;
      return holders.length > 0 ? holders.join(', ') : <span class="late">{NOBODY}</span>;
    },
  },
];
