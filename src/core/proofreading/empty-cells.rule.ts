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
    tables.filter(isMeasureTable).flatMap((table) => table.rows.flatMap((row) => emptyIn(table, row))),
};

export const isMeasureTable = (table: ProofTable): boolean =>
  table.columns.some(({ role }) => role === 'method' || role === 'result') &&
  table.columns.some(({ role }) => role === 'measure' || role === 'indicator');

const isBlank = (cell: Passage | undefined): boolean => cell !== undefined && /^[-.]*$/.test(cell.tight.text);

function emptyIn(table: ProofTable, row: ProofRow): Sighting[] {
  const empty = (roles: readonly ColumnRole[]): ColumnRole[] =>
    roles.filter((role) => isBlank(cellOf(table, row, role)));
  const own = empty(OWN);
  const spanning = empty(SPANNING).filter((role) => own.length > 0 || !hasTextAbove(table, row, role));
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

/** A column in which some rows speak and the rows below them are silent is spanned. */
const hasTextAbove = (table: ProofTable, row: ProofRow, role: ColumnRole): boolean =>
  table.rows.slice(0, row.number - 1).some((above) => !isBlank(cellOf(table, above, role)));
