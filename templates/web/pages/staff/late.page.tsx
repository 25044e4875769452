import { DataTable, type Column } from '../../components/data-table.js';
import { MarkedText } from '../../components/english.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageHeading } from '../../components/page-heading.js';
import { Pagination, type PageOfList } from '../../components/pagination.js';
import { TimeTabs } from '../../components/time-tabs.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface LateDivisionLine {
  readonly key: string;
  readonly name: string;
  readonly signatures: string;
  readonly isLate: boolean;
  readonly tasks: readonly string[];
}

export interface LateSignatureLine {
  readonly key: string;
  readonly href: string;
  readonly kind: string;
  readonly title: string;
  readonly post: string;
  readonly dueText: string;
  readonly isEscalated: boolean;
}

export interface LateProps {
  readonly frame: StaffFrame;
  readonly yearText: string;
  readonly divisions: readonly LateDivisionLine[];
  readonly signatures: readonly LateSignatureLine[];
  readonly paging: PageOfList;
}

/** What is late, division by division, and each signature that is. */
export const LatePage = ({ frame, yearText, divisions, signatures, paging }: LateProps) => (
  <StaffLayout frame={frame} title="ความล่าช้า" section="time">
    <TimeTabs here={links.late} />
    <PageHeading kind={yearText} title="ความล่าช้า" now={headline(divisions)} />
    <h2>ตามส่วนราชการ</h2>
    <DataTable caption="ความล่าช้าตามส่วนราชการ" columns={DIVISIONS} rows={divisions} keyOf={(row) => row.key} />
    <h2>เรื่องที่เกินกำหนดลงนาม</h2>
    {signatures.length === 0 ? (
      <EmptyState title="ไม่มีเรื่องเกินกำหนด" body="เรื่องที่เลยวันครบกำหนดของตำแหน่งใดจะปรากฏที่นี่ ช้าที่สุดก่อน" />
    ) : (
      <DataTable caption="เรื่องที่เกินกำหนดลงนาม" columns={SIGNATURES} rows={signatures} keyOf={(row) => row.key} />
    )}
    <Pagination {...paging} />
  </StaffLayout>
);

const headline = (divisions: readonly LateDivisionLine[]): string => {
  const late = divisions.filter(({ isLate }) => isLate).length;
  return late === 0 ? 'ทุกส่วนราชการเป็นไปตามกำหนด' : `มี ${late} ส่วนที่ล่าช้ากว่ากำหนด`;
};

const DIVISIONS: readonly Column<LateDivisionLine>[] = [
  { label: 'ส่วนราชการ', isHeading: true, cell: ({ name }) => name },
  {
    label: 'ลงนามค้าง',
    cell: ({ signatures, isLate }) => <span class={isLate ? 'late' : undefined}>{signatures}</span>,
  },
  {
    label: 'งานของปีประเมิน',
    cell: ({ tasks }) =>
      tasks.length === 0 ? (
        'ทันกำหนด'
      ) : (
        <ul class="plain-list">
          {tasks.map((task) => (
            <li class="late" key={task}>
              {task}
            </li>
          ))}
        </ul>
      ),
  },
];

const SIGNATURES: readonly Column<LateSignatureLine>[] = [
  {
    label: 'เรื่อง',
    isHeading: true,
    cell: ({ href, kind, title }) => (
      <>
        <span class="row-kind">{kind}</span>
        <a class="row-link" href={href}>
          <MarkedText text={title} />
        </a>
      </>
    ),
  },
  { label: 'รอตำแหน่ง', cell: ({ post }) => post },
  { label: 'กำหนด', cell: ({ dueText }) => <span class="late">{dueText}</span> },
  { label: 'แจ้งผู้บังคับบัญชา', cell: ({ isEscalated }) => (isEscalated ? 'แจ้งแล้ว' : 'ยังไม่แจ้ง') },
];
