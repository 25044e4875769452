import { DataTable, type Column } from './data-table.js';

/** A figure as shown; digits and units as the agency writes them. */
export interface FigureView {
  readonly name: string;
  /** "45 คน" */
  readonly reached: string;
  /** "40 คน", or empty. */
  readonly target: string;
}

const NAME: Column<FigureView> = { label: 'ตัวเลขผลลัพธ์', isHeading: true, cell: ({ name }) => name };
const REACHED: Column<FigureView> = { label: 'ทำได้', isNumber: true, cell: ({ reached }) => reached };
const TARGET: Column<FigureView> = { label: 'เป้าหมาย', isNumber: true, cell: ({ target }) => target || '–' };

/** What came of a measure in numbers; the column of targets only where one was set. */
export const FigureTable = ({ figures }: { readonly figures: readonly FigureView[] }) =>
  figures.length === 0 ? null : (
    <DataTable
      caption="ตัวเลขผลลัพธ์"
      columns={figures.some(({ target }) => target !== '') ? [NAME, REACHED, TARGET] : [NAME, REACHED]}
      rows={figures}
      keyOf={({ name, reached }) => `${name} ${reached}`}
    />
  );
