import type { ComponentChildren } from 'preact';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { LapsingOrdersBox } from '../../components/lapsing-orders-box.js';
import { PageHeading } from '../../components/page-heading.js';
import { Pagination, type PageOfList } from '../../components/pagination.js';
import { StateCell, type StateView } from '../../components/state-chip.js';
import { UnsignedBox } from '../../components/unsigned-box.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface Task {
  readonly key: string;
  readonly href: string;
  /** "มาตรการ", "รายงาน", "ประกาศ" */
  readonly kind: string;
  readonly title: string;
  readonly state: StateView;
  readonly hasOpenOverride?: boolean;
  /** Who sent it, or who it waits for. */
  readonly who: string;
  readonly sinceText: string;
  readonly dueText?: string;
  readonly isLate: boolean;
  /** "มอบมาโดย นาย…: …" */
  readonly handed?: string;
  /** What a box of the list says; absent for items that this person does not sign. */
  readonly box?: string;
}

export type TaskList = 'mine' | 'others' | 'done';

export interface TasksProps {
  readonly frame: StaffFrame;
  readonly list: TaskList;
  readonly counts: Readonly<Record<TaskList, number>>;
  /** Late ones first. */
  readonly tasks: readonly Task[];
  readonly paging: PageOfList;
  /** Emergency decisions that wait to be ratified; 0 for those who do not watch over them. */
  readonly openOverrides?: number;
  /** Items that nobody may sign; 0 for those who are not administrators. */
  readonly unsigned?: number;
  /** Acting orders that do not give the right they say, or will not; 0 for those who are not administrators. */
  readonly lapsing?: number;
  readonly mayDraft: boolean;
}

const LISTS: readonly { readonly key: TaskList; readonly label: string; readonly who: string }[] = [
  { key: 'mine', label: 'รอฉัน', who: 'ผู้พิจารณา' },
  { key: 'others', label: 'รอผู้อื่น', who: 'ผู้พิจารณา' },
  { key: 'done', label: 'เสร็จแล้ว', who: 'ผู้พิจารณา' },
];

const EMPTY: Readonly<Record<TaskList, { readonly title: string; readonly body: string }>> = {
  mine: { title: 'ไม่มีงานรอท่าน', body: 'เมื่อมีผู้เสนอเรื่องถึงท่าน หรือมีเรื่องส่งคืนให้แก้ไข จะปรากฏที่นี่' },
  others: { title: 'ไม่มีเรื่องที่รอผู้อื่น', body: 'เรื่องที่ท่านเสนอหรือเห็นชอบแล้วและยังรอผู้อื่นพิจารณา จะปรากฏที่นี่' },
  done: { title: 'ยังไม่มีเรื่องที่เสร็จแล้ว', body: 'เรื่องที่ท่านเกี่ยวข้องและเสร็จสิ้นแล้ว จะปรากฏที่นี่' },
};

export const TasksPage = ({
  frame,
  list,
  counts,
  tasks,
  paging,
  openOverrides = 0,
  unsigned = 0,
  lapsing = 0,
  mayDraft,
}: TasksProps) => (
  <StaffLayout frame={frame} title="งานของฉัน" section="tasks">
    <PageHeading title="งานของฉัน" now={headline(counts.mine)} />
    <UnsignedBox count={unsigned} digits={frame.digits} />
    <LapsingOrdersBox count={lapsing} digits={frame.digits} />
    {openOverrides > 0 && (
      <p class="notice notice--wait">
        <a href={links.overrides}>มีการตัดสินใจกรณีฉุกเฉิน {openOverrides} เรื่องที่รอบุคคลอื่นรับรอง</a>
      </p>
    )}
    <nav class="tabs" aria-label="รายการงาน">
      <ul>
        {LISTS.map(({ key, label }) => (
          <li key={key}>
            <a href={`${links.tasks}?list=${key}`} aria-current={key === list ? 'page' : undefined}>
              {label} <span class="tabs__count">{counts[key]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {tasks.length === 0 ? (
      <EmptyState {...EMPTY[list]} firstStep={mayDraft ? { label: 'เพิ่มมาตรการ', href: links.newMeasure } : undefined} />
    ) : (
      <Choosing isNeeded={tasks.some(({ box }) => box !== undefined)}>
        <DataTable caption={captionOf(list)} columns={columnsOf(list, tasks)} rows={tasks} keyOf={(task) => task.key} />
      </Choosing>
    )}
    <Pagination {...paging} />
  </StaffLayout>
);

interface ChoosingProps {
  readonly isNeeded: boolean;
  readonly children: ComponentChildren;
}

/** Several items may be read and decided together. */
const Choosing = ({ isNeeded, children }: ChoosingProps) =>
  isNeeded ? (
    <form method="get" action={links.decisions}>
      {children}
      <div class="decision decision--quiet">
        <div class="decision__buttons">
          <button class="btn btn-outline" type="submit">
            พิจารณาเรื่องที่เลือกพร้อมกัน
          </button>
        </div>
      </div>
    </form>
  ) : (
    <>{children}</>
  );

const headline = (count: number): string => (count === 0 ? 'ไม่มีเรื่องค้างที่ท่าน' : `มี ${count} เรื่องรอท่านดำเนินการ`);

const captionOf = (list: TaskList): string => LISTS.find(({ key }) => key === list)?.label ?? '';

const columnsOf = (list: TaskList, tasks: readonly Task[]): Column<Task>[] => [
  {
    label: 'เรื่อง',
    isHeading: true,
    cell: (task) => (
      <>
        {task.box !== undefined && <Box value={task.box} title={task.title} />}
        <span class="row-kind">{task.kind}</span>
        <a class="row-link" href={task.href}>
          <MarkedText text={task.title} />
        </a>
        {task.handed && <span class="row-kind">{task.handed}</span>}
      </>
    ),
  },
  { label: 'สถานะ', cell: (task) => <StateCell {...task} /> },
  { label: LISTS.find(({ key }) => key === list)?.who ?? '', cell: (task) => task.who },
  { label: 'ตั้งแต่', cell: (task) => task.sinceText },
  ...(tasks.some((task) => task.dueText !== undefined) ? [DUE] : []),
];

/** To decide on several items together. */
const Box = ({ value, title }: { readonly value: string; readonly title: string }) => (
  <label class="pick">
    <input class="choice__box" type="checkbox" name="item" value={value} />
    <span>
      เลือก<span class="visually-hidden"> {title}</span>
    </span>
  </label>
);

const DUE: Column<Task> = {
  label: 'กำหนด',
  cell: (task) => <span class={task.isLate ? 'late' : undefined}>{task.dueText ?? 'ไม่กำหนด'}</span>,
};
