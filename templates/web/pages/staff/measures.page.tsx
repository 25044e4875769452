import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { SelectField, type Choice } from '../../components/field.js';
import { PageHeading } from '../../components/page-heading.js';
import { Pagination, type PageOfList } from '../../components/pagination.js';
import { StateCell, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface MeasureRow {
  readonly id: string;
  readonly title: string;
  readonly theme: string | null;
  readonly responsible: string;
  readonly state: StateView;
  readonly hasOpenOverride?: boolean;
  readonly changedText: string;
}

export interface MeasuresProps {
  readonly frame: StaffFrame;
  readonly fiscalYears: readonly Choice[];
  readonly states: readonly Choice[];
  readonly fiscalYear: string;
  readonly state: string;
  readonly rows: readonly MeasureRow[];
  readonly paging: PageOfList;
  readonly mayDraft: boolean;
}

export const MeasuresPage = ({
  frame,
  fiscalYears,
  states,
  fiscalYear,
  state,
  rows,
  paging,
  mayDraft,
}: MeasuresProps) => (
  <StaffLayout frame={frame} title="มาตรการ" section="measures">
    <div class="heading-row">
      <PageHeading title="มาตรการ" now={`ปีงบประมาณ พ.ศ. ${fiscalYear} · ${paging.total} มาตรการ`} />
      {mayDraft && (
        <div class="buttons">
          <a class="btn btn-primary" href={links.newMeasure}>
            เพิ่มมาตรการ
          </a>
          <a class="btn btn-outline" href={links.imports}>
            นำเข้าจากไฟล์
          </a>
        </div>
      )}
    </div>
    <form method="get" action={links.measures} class="filters">
      <SelectField name="fiscalYear" label="ปีงบประมาณ" value={fiscalYear} choices={fiscalYears} />
      <SelectField name="state" label="สถานะ" value={state} choices={[{ value: '', label: 'ทุกสถานะ' }, ...states]} />
      <button class="btn btn-outline" type="submit">
        แสดง
      </button>
    </form>
    {rows.length === 0 ? (
      <EmptyState
        title="ยังไม่มีมาตรการตามที่เลือก"
        body="มาตรการของปีงบประมาณที่เลือกจะปรากฏที่นี่ เพิ่มทีละเรื่อง หรือนำเข้าจากไฟล์ของปีที่แล้วก็ได้"
        firstStep={mayDraft ? { label: 'นำเข้าจากไฟล์', href: links.imports } : undefined}
      />
    ) : (
      <DataTable caption="มาตรการ" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
    )}
    <Pagination {...paging} />
    <p>
      <a href={links.assessments}>ผลการประเมิน ITA และมาตรการที่เสนอ</a>
    </p>
    {rows.length > 0 && (
      <p class="buttons">
        <a class="btn btn-outline" href={links.measuresExport('xlsx', fiscalYear)}>
          ทั้งปีเป็น Excel
        </a>
        <a class="btn btn-outline" href={links.measuresExport('csv', fiscalYear)}>
          ทั้งปีเป็น CSV
        </a>
      </p>
    )}
  </StaffLayout>
);

const COLUMNS: readonly Column<MeasureRow>[] = [
  {
    label: 'มาตรการ',
    isHeading: true,
    cell: (row) => (
      <>
        {row.theme && <span class="row-kind">{row.theme}</span>}
        <a class="row-link" href={links.measure(row.id)}>
          <MarkedText text={row.title} />
        </a>
      </>
    ),
  },
  { label: 'สถานะ', cell: (row) => <StateCell {...row} /> },
  { label: 'หน่วยงานรับผิดชอบ', cell: (row) => row.responsible },
  { label: 'แก้ไขล่าสุด', cell: (row) => row.changedText },
];
