import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { SelectField, type Choice } from '../../components/field.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface RegisterLineView {
  /** "๑๒/๒๕๖๘" */
  readonly number: string;
  readonly drawnText: string;
  readonly announcementId: string;
  readonly title: string;
  readonly state: StateView;
  /** Where it may be struck off; null where it may not. */
  readonly voidHref: string | null;
  /** Null while the number holds. */
  readonly voided: { readonly atText: string; readonly reason: string; readonly by: string } | null;
}

export interface AnnouncementRegisterProps {
  readonly frame: StaffFrame;
  readonly years: readonly Choice[];
  /** Buddhist era. */
  readonly year: string;
  /** "1 ม.ค. 2569 ถึง 31 ธ.ค. 2569" */
  readonly span: string;
  /** "นับตามปีปฏิทิน …" */
  readonly yearsText: string;
  readonly mayChangeYears: boolean;
  readonly lines: readonly RegisterLineView[];
}

/** Every number of a year, without a gap: struck-off numbers stand with their reason. */
export const AnnouncementRegisterPage = ({ frame, years, year, lines, ...shown }: AnnouncementRegisterProps) => (
  <StaffLayout frame={frame} title="ทะเบียนประกาศ" section="announcements">
    <p class="back">
      <a href={links.announcements}>ประกาศทั้งหมด</a>
    </p>
    <PageHeading title="ทะเบียนประกาศ" now={`ปี พ.ศ. ${year} · ${shown.span} · ${lines.length} เลขที่`} />
    <form method="get" action={links.announcementRegister} class="filters">
      <SelectField name="year" label="ปี" value={year} choices={years} />
      <button class="btn btn-outline" type="submit">
        แสดง
      </button>
    </form>
    {lines.length === 0 ? (
      <EmptyState title="ยังไม่มีเลขที่ประกาศในปีนี้" body="เลขที่ออกเมื่อลงนาม เรียงต่อกันไม่ขาดช่วง" />
    ) : (
      <DataTable caption="ทะเบียนประกาศ" columns={COLUMNS} rows={lines} keyOf={(line) => line.number} />
    )}
    <p>
      {shown.yearsText} {shown.mayChangeYears && <a href={links.announcementYears}>เปลี่ยนรอบปีของทะเบียน</a>}
    </p>
  </StaffLayout>
);

const COLUMNS: readonly Column<RegisterLineView>[] = [
  {
    label: 'ประกาศ',
    isHeading: true,
    cell: (line) => (
      <>
        <span class="row-kind">เลขที่ {line.number}</span>
        <a class="row-link" href={links.announcement(line.announcementId)}>
          <MarkedText text={line.title} />
        </a>
      </>
    ),
  },
  { label: 'วันที่ออกเลข', cell: (line) => line.drawnText },
  { label: 'สถานะ', cell: (line) => <StateChip {...line.state} /> },
  {
    label: 'การยกเลิกเลขที่',
    cell: ({ voided, voidHref }) => {
      if (voided) return `ยกเลิกเมื่อ ${voided.atText} โดย ${voided.by}: ${voided.reason}`;
      return voidHref ? <a href={voidHref}>ยกเลิกเลขที่นี้</a> : 'ใช้อยู่';
    },
  },
];
