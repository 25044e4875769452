import { DataTable, type Column } from '../../components/data-table.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import { TimeTabs } from '../../components/time-tabs.js';
import { YearFilter } from '../../components/year-filter.js';
import type { Choice } from '../../components/field.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface MilestoneLine {
  readonly name: string;
  readonly label: string;
  readonly days: string;
  readonly state: StateView;
  /** Where the day comes from. */
  readonly source: string;
  /** What has to be done for it, planned backwards. */
  readonly tasks: readonly { readonly label: string; readonly span: string; readonly isNow: boolean }[];
}

export interface ClockProps {
  readonly frame: StaffFrame;
  readonly year: string;
  readonly years: readonly Choice[];
  readonly rows: readonly MilestoneLine[];
  readonly mayEdit: boolean;
}

/** The assessment year: its days, and what must be done when so that they are met. */
export const ClockPage = ({ frame, year, years, rows, mayEdit }: ClockProps) => (
  <StaffLayout frame={frame} title="ปฏิทินปีประเมิน" section="time">
    <TimeTabs here={links.clock} />
    <PageHeading title="ปฏิทินปีประเมิน" now="งานแต่ละขั้นนับถอยหลังจากกำหนดของปี ข้ามวันหยุด" />
    <YearFilter action={links.clock} name="fiscalYear" label="ปีงบประมาณ" years={years} year={year} />
    <DataTable caption="กำหนดของปีประเมิน" columns={columnsOf(year, mayEdit)} rows={rows} keyOf={(row) => row.name} />
  </StaffLayout>
);

const columnsOf = (year: string, mayEdit: boolean): Column<MilestoneLine>[] => [
  {
    label: 'กำหนด',
    isHeading: true,
    cell: ({ label, days, source }) => (
      <>
        <span class="row-kind">{days}</span>
        <strong>{label}</strong>
        <span class="row-kind">{source}</span>
      </>
    ),
  },
  { label: 'สถานะ', cell: ({ state }) => <StateChip {...state} /> },
  {
    label: 'ต้องทำ',
    cell: ({ tasks }) =>
      tasks.length === 0 ? (
        'ไม่มีงานของหน่วยงานในระบบนี้'
      ) : (
        <ul class="plain-list">
          {tasks.map(({ label, span, isNow }) => (
            <li key={label}>
              {isNow ? <strong>{label} (ช่วงนี้)</strong> : label}
              <span class="row-kind">{span}</span>
            </li>
          ))}
        </ul>
      ),
  },
  ...(mayEdit ? [editColumn(year)] : []),
];

const editColumn = (year: string): Column<MilestoneLine> => ({
  label: 'แก้ไข',
  cell: ({ name, label }) => (
    <a href={links.milestone(year, name)}>
      แก้ไขวัน<span class="visually-hidden">ของ{label}</span>
    </a>
  ),
});
