import type { ProofContext } from './proof-context.js';
import {
  cellOf,
  titleCellOf,
  type ColumnRole,
  type Passage,
  type ProofRow,
  type ProofTable,
} from './proof-document.js';
import { wholePassage, type Rule, type Sighting } from './rule.js';

/** Cells that one text may span over several rows: blank below a filled one means "the same". */
const SPANNING: readonly ColumnRole[] = ['period', 'responsible', 'monitoring'];
const OWN: readonly ColumnRole[] = ['method', 'result', 'outcome'];

/** Every measure has its method, period, responsible division, result and outcome, as far as the table has such columns. */
export const emptyCellsRule: Rule = {
  id: 'cell.empty',
  severity: 'E',
  title: { th: 'ช่องที่ต้องมีข้อความว่างเปล่า', en: 'Required cell is empty' },
  source: 'DOMAIN 5.4 (empty required cells)',
  check: ({ tables }: ProofContext) =>
    tables.filter(isMeasureTable).flatMap((table) => {
      const firstFilled = firstFilledRows(table);
      return table.rows.flatMap((row) => emptyIn(table, row, firstFilled));
    }),
};

/** A table that says what is to be done, or was, for a measure or an indicator. */
export const isMeasureTable = (table: ProofTable): boolean =>
  table.columns.some(({ role }) => role === 'method' || role === 'result') &&
  table.columns.some(({ role }) => role === 'measure' || role === 'indicator');

const isBlank = (cell: Passage | undefined): boolean => cell !== undefined && /^[-.]*$/.test(cell.tight.text);

type FirstFilled = ReadonlyMap<ColumnRole, number>;

function emptyIn(table: ProofTable, row: ProofRow, firstFilled: FirstFilled): Sighting[] {
  const empty = (roles: readonly ColumnRole[]): ColumnRole[] =>
    roles.filter((role) => isBlank(cellOf(table, row, role)));
  const own = empty(OWN);
  const spanning = empty(SPANNING).filter(
    (role) => own.length > 0 || !((firstFilled.get(role) ?? Infinity) < row.number),
  );
  const missing = [...spanning, ...own];
  const title = titleCellOf(table, row);
  if (missing.length === 0 || !title) return [];
  const names = missing.map((role) => table.columns.find((column) => column.role === role)?.title ?? role);
  return [
    {
      ...wholePassage(title),
      range: { start: row.start, end: row.end },
      message: { th: `แถวนี้ยังไม่มีข้อความในช่อง ${names.join(', ')}`, en: `Empty in this row: ${names.join(', ')}` },
    },
  ];
}

/** The number of the first row that speaks in a column: the silent ones below it are spanned. */
const firstFilledRows = (table: ProofTable): FirstFilled =>
  new Map(
    SPANNING.flatMap((role) => {
      const first = table.rows.find((row) => !isBlank(cellOf(table, row, role)));
      return first ? [[role, first.number] as const] : [];
    }),
  );
