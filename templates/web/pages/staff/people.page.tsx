import { AdminTabs } from '../../components/admin-tabs.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { TextField } from '../../components/field.js';
import { PageHeading } from '../../components/page-heading.js';
import { Pagination, type PageOfList } from '../../components/pagination.js';
import { StateChip } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { accountState } from '../../words/people-words.js';

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly posts: readonly string[];
  readonly isClosed: boolean;
  readonly awaitsPassword: boolean;
}

export interface PeopleProps {
  readonly frame: StaffFrame;
  readonly rows: readonly PersonLine[];
  readonly search: string;
  readonly paging: PageOfList;
}

/** Everybody with an account. */
export const PeoplePage = ({ frame, rows, search, paging }: PeopleProps) => (
  <StaffLayout frame={frame} title="บุคคล" section="admin">
    <AdminTabs here={links.people} />
    <div class="heading-row">
      <PageHeading title="บุคคล" now="ผู้มีบัญชีในหน่วยงาน เปิดชื่อเพื่อแต่งตั้ง ออกรหัสใช้ครั้งเดียว หรือปิดบัญชี" />
      <a class="btn btn-primary" href={links.newPerson}>
        เพิ่มบุคคล
      </a>
    </div>
    <form method="get" action={links.people} class="filters">
      <TextField name="search" label="ค้นหาชื่อ" value={search} maxLength={100} />
      <button class="btn btn-outline" type="submit">
        ค้นหา
      </button>
    </form>
    {rows.length === 0 ? (
      <EmptyState
        title={search === '' ? 'ยังไม่มีบุคคล' : `ไม่พบชื่อที่มีคำว่า “${search}”`}
        body={search === '' ? 'บุคคลที่เพิ่มแล้วจะปรากฏที่นี่' : 'ลองค้นหาด้วยส่วนหนึ่งของชื่อ นามสกุล หรือชื่อผู้ใช้'}
        firstStep={search === '' ? { label: 'เพิ่มบุคคล', href: links.newPerson } : { label: 'ดูทุกคน', href: links.people }}
      />
    ) : (
      <DataTable caption="บุคคล" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
    )}
    <Pagination {...paging} />
  </StaffLayout>
);

const COLUMNS: readonly Column<PersonLine>[] = [
  {
    label: 'ชื่อ',
    isHeading: true,
    cell: ({ id, name }) => (
      <a class="row-link" href={links.person(id)}>
        {name}
      </a>
    ),
  },
  { label: 'ตำแหน่งวันนี้', cell: ({ posts }) => (posts.length > 0 ? posts.join(', ') : NO_POST) },
  { label: 'ชื่อผู้ใช้', cell: ({ userName }) => userName },
  { label: 'บัญชี', cell: (row) => <StateChip {...accountState(row)} /> },
];

const NO_POST = 'ยังไม่มีตำแหน่ง';
