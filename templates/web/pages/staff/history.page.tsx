import { writtenNumber } from '../../../../src/core/thai/numbers.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { SelectField, TextField, type Choice } from '../../components/field.js';
import { NoticeBox } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { Pagination, type PageOfList } from '../../components/pagination.js';
import type { Notice, StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface HistoryRow {
  readonly sequence: string;
  readonly at: string;
  readonly atText: string;
  readonly who: string;
  readonly post: string;
  readonly deed: string;
  /** The kind, and what it was called. */
  readonly item: string;
  readonly title: string;
  readonly itemHref: string | null;
  readonly change: string;
  /** Of the event in the chain, hexadecimal. */
  readonly hash: string;
}

export interface HistoryFilterView {
  readonly kind: string;
  readonly person: string;
  readonly title: string;
  readonly kinds: readonly Choice[];
}

export interface HistoryProps {
  readonly frame: StaffFrame;
  readonly rows: readonly HistoryRow[];
  readonly paging: PageOfList;
  /** Whether the chain was checked and held. */
  readonly chain: Notice;
  readonly proofHref: string;
  readonly filter: HistoryFilterView;
}

/** Who did what, as which post, when and why: the chained log in words. */
export const HistoryPage = ({ frame, rows, paging, chain, proofHref, filter }: HistoryProps) => (
  <StaffLayout frame={frame} title="ประวัติ" section="history">
    <div class="heading-row">
      <PageHeading title="ประวัติ" now={`${writtenNumber(paging.total)} รายการ เรียงจากล่าสุด`} />
      <a class="btn btn-outline" href={proofHref}>
        หลักฐานและชุดบันทึก
      </a>
    </div>
    <NoticeBox {...chain} />
    <FilterForm {...filter} />
    {rows.length === 0 && filter.kind + filter.person + filter.title !== '' ? (
      <EmptyState
        title="ไม่พบรายการที่ตรงกับที่ค้นหา"
        body="ลองค้นหาด้วยส่วนหนึ่งของชื่อบุคคลหรือชื่อเรื่อง"
        firstStep={{ label: 'ดูทั้งหมด', href: links.history }}
      />
    ) : rows.length === 0 ? (
      <EmptyState title="ยังไม่มีประวัติ" body="ทุกการเสนอ เห็นชอบ อนุมัติ ลงนาม และเผยแพร่ จะถูกบันทึกที่นี่โดยแก้ไขไม่ได้" />
    ) : (
      <DataTable caption="ประวัติ" columns={COLUMNS} rows={rows} keyOf={(row) => row.sequence} />
    )}
    <Pagination {...paging} />
  </StaffLayout>
);

const FilterForm = ({ kind, person, title, kinds }: HistoryFilterView) => (
  <form method="get" action={links.history} class="filters">
    <SelectField name="kind" label="ประเภท" value={kind} choices={[{ value: '', label: 'ทุกประเภท' }, ...kinds]} />
    <TextField name="person" label="ผู้ดำเนินการ" value={person} maxLength={100} />
    <TextField name="title" label="ชื่อเรื่อง" value={title} maxLength={200} />
    <button class="btn btn-outline" type="submit">
      ค้นหา
    </button>
  </form>
);

const COLUMNS: readonly Column<HistoryRow>[] = [
  {
    label: 'การดำเนินการและเรื่อง',
    isHeading: true,
    cell: (row) => (
      <>
        <strong>{row.deed}</strong>
        <span class="row-kind">{row.change}</span>
        {row.itemHref ? <a href={row.itemHref}>{row.title || row.item}</a> : row.title || row.item}
        {row.title && <span class="row-kind">{row.item}</span>}
      </>
    ),
  },
  {
    label: 'โดย',
    cell: (row) => (
      <>
        {row.who}
        <span class="row-kind">{row.post}</span>
      </>
    ),
  },
  { label: 'เมื่อ', cell: (row) => <time dateTime={row.at}>{row.atText}</time> },
  { label: 'รหัสยืนยัน', cell: (row) => <code class="hash">{row.hash.slice(0, 12)}</code> },
];
