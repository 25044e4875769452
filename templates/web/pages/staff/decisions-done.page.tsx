import { DataTable, type Column } from '../../components/data-table.js';
import { MarkedText } from '../../components/english.js';
import { NoticeBox } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface AnswerView {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  /** Null for an item that is not there. */
  readonly href: string | null;
  readonly deedLabel: string;
  readonly state: StateView | null;
  /** Finished sentences; none when it was done. */
  readonly problems: readonly string[];
}

export interface DecisionsDoneProps {
  readonly frame: StaffFrame;
  readonly answers: readonly AnswerView[];
}

/** One answer for each decision. */
export const DecisionsDonePage = ({ frame, answers }: DecisionsDoneProps) => {
  const refused = answers.filter(({ problems }) => problems.length > 0).length;
  return (
    <StaffLayout frame={frame} title="ผลการพิจารณา" section="tasks">
      <PageHeading title="ผลการพิจารณา" now={`พิจารณาแล้ว ${answers.length - refused} จาก ${answers.length} เรื่อง`} />
      <NoticeBox
        tone={refused === 0 ? 'ok' : 'wait'}
        title={refused === 0 ? 'พิจารณาครบทุกเรื่องแล้ว' : `มี ${refused} เรื่องที่ยังพิจารณาไม่ได้`}
        body={refused === 0 ? undefined : 'เรื่องอื่นบันทึกแล้ว เปิดดูเรื่องที่เหลือตามเหตุผลในรายการ'}
      />
      <DataTable caption="ผลของแต่ละเรื่อง" columns={COLUMNS} rows={answers} keyOf={({ key }) => key} />
      <p>
        <a class="btn btn-primary" href={links.tasks}>
          กลับไปงานของฉัน
        </a>
      </p>
    </StaffLayout>
  );
};

const COLUMNS: readonly Column<AnswerView>[] = [
  {
    label: 'เรื่อง',
    isHeading: true,
    cell: ({ kind, title, href }) => (
      <>
        <span class="row-kind">{kind}</span>
        {href ? (
          <a class="row-link" href={href}>
            <MarkedText text={title} />
          </a>
        ) : (
          title
        )}
      </>
    ),
  },
  {
    label: 'ผล',
    cell: ({ deedLabel, problems }) =>
      problems.length === 0 ? (
        `${deedLabel}แล้ว`
      ) : (
        <span class="late">
          ยังไม่ได้{deedLabel}: {problems.join(' ')}
        </span>
      ),
  },
  { label: 'สถานะ', cell: ({ state }) => (state ? <StateChip {...state} /> : 'ไม่พบ') },
];
