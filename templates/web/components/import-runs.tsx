import { DataTable, type Column } from './data-table.js';
import { StateChip, type StateView } from './state-chip.js';

export interface ImportRunRow {
  readonly id: string;
  readonly fileName: string;
  readonly href: string;
  readonly yearText: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly askedText: string;
  readonly state: StateView;
  /** "๓๒๐ จาก ๑,๐๐๐ มาตรการ" */
  readonly countText: string;
}

/** The newest long imports of the agency with their state. */
export const ImportRuns = ({ runs }: { readonly runs: readonly ImportRunRow[] }) => (
  <section aria-labelledby="runs-title" class="runs">
    <h2 id="runs-title">การนำเข้าไฟล์ขนาดใหญ่</h2>
    {runs.length === 0 ? (
      <p>ไฟล์ที่มีมาตรการจำนวนมากใช้เวลานำเข้า ท่านติดตามความคืบหน้าได้ที่นี่</p>
    ) : (
      <DataTable caption="การนำเข้าไฟล์ขนาดใหญ่ล่าสุด" columns={COLUMNS} rows={runs} keyOf={(run) => run.id} />
    )}
  </section>
);

const COLUMNS: readonly Column<ImportRunRow>[] = [
  {
    label: 'ไฟล์',
    isHeading: true,
    cell: (run) => (
      <>
        <span class="row-kind">
          {run.yearText} · <time dateTime={run.askedAt}>{run.askedText}</time>
        </span>
        <a href={run.href}>{run.fileName}</a>
      </>
    ),
  },
  { label: 'สถานะ', cell: (run) => <StateChip {...run.state} /> },
  { label: 'มาตรการ', cell: (run) => run.countText },
  { label: 'ผู้สั่งนำเข้า', cell: (run) => run.askedBy },
];
