import { AdminTabs } from '../../components/admin-tabs.js';
import { Radios } from '../../components/choice-fields.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DateField, type TypedDate } from '../../components/date-field.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { TextField, type Choice } from '../../components/field.js';
import { CsrfField, SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import { YearFilter } from '../../components/year-filter.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface HolidayLine {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly dayText: string;
  readonly name: string;
  readonly state: StateView;
  /** Where the day is stated, or that it should be checked. */
  readonly source: string;
  readonly isOwn: boolean;
}

export interface HolidaysProps {
  readonly frame: StaffFrame;
  readonly year: string;
  readonly years: readonly Choice[];
  readonly rows: readonly HolidayLine[];
  readonly typed: { readonly day: TypedDate; readonly name: string; readonly effect: string };
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** The year's closed days: the national list with the agency's own word. */
export const HolidaysPage = (props: HolidaysProps) => (
  <StaffLayout frame={props.frame} title="วันหยุด" section="admin">
    <AdminTabs here={links.holidays} />
    <ErrorSummary problems={props.problems} />
    <div class="heading-row">
      <PageHeading title="วันหยุด" now="วันครบกำหนดทุกเรื่องนับเฉพาะวันทำการ เมื่อแก้วันหยุด กำหนดที่รออยู่จะเลื่อนตาม" />
      <a class="btn btn-outline" href="#day">
        กำหนดวันของหน่วยงาน
      </a>
    </div>
    <YearFilter action={links.holidays} name="year" label="ปีปฏิทิน" years={props.years} year={props.year} />
    {props.rows.length === 0 ? (
      <EmptyState title="ยังไม่มีวันหยุดของปีนี้" body="เพิ่มวันหยุดของหน่วยงานได้ด้านล่าง" />
    ) : (
      <DataTable
        caption="วันหยุดของปี"
        columns={columnsOf(props.frame.csrfToken)}
        rows={props.rows}
        keyOf={(row) => row.day}
      />
    )}
    <ChangeForm {...props} />
  </StaffLayout>
);

const columnsOf = (csrfToken: string): Column<HolidayLine>[] => [
  {
    label: 'วันที่',
    isHeading: true,
    cell: ({ dayText, name }) => (
      <>
        <span class="row-kind">{dayText}</span>
        {name}
      </>
    ),
  },
  { label: 'สถานะ', cell: ({ state }) => <StateChip {...state} /> },
  {
    label: 'ที่มา',
    cell: (row) => (
      <>
        {row.source}
        {row.isOwn && <TakeBack row={row} csrfToken={csrfToken} />}
      </>
    ),
  },
];

const TakeBack = ({ row, csrfToken }: { readonly row: HolidayLine; readonly csrfToken: string }) => (
  <form method="post" action={links.restoreHoliday(row.day)}>
    <CsrfField token={csrfToken} />
    <button class="btn btn-outline" type="submit">
      กลับไปตามวันหยุดราชการ<span class="visually-hidden"> {row.dayText}</span>
    </button>
  </form>
);

const EFFECTS: readonly Choice[] = [
  { value: 'closed', label: 'หยุดทำการ' },
  { value: 'open', label: 'เปิดทำการ แม้เป็นวันหยุดราชการ' },
];

const ChangeForm = ({ frame, typed, idempotencyKey, problems }: HolidaysProps) => (
  <form method="post" action={links.holidays} class="narrow form-section" noValidate>
    <h2>กำหนดวันของหน่วยงาน</h2>
    <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
    <DateField name="day" label="วันที่" value={typed.day} problem={problemOf(problems, 'day')} />
    <TextField
      name="name"
      label="ชื่อวัน"
      hint="เช่น วันหยุดตามมติคณะรัฐมนตรี วันหยุดประจำท้องถิ่น"
      value={typed.name}
      maxLength={200}
      problem={problemOf(problems, 'name')}
    />
    <Radios name="effect" label="วันนั้นหน่วยงาน" choices={EFFECTS} chosen={typed.effect} />
    <div class="buttons">
      <button class="btn btn-primary" type="submit">
        บันทึกวันของหน่วยงาน
      </button>
    </div>
  </form>
);
