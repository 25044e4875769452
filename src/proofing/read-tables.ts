import { isHeaderRow } from '../core/proofreading/column-role.js';
import { TextCollector, type SourceText } from '../core/proofreading/source-text.js';

/** A table as spreadsheet and Word readers give it. Rows count from 1, columns from 0, ends included. */
export interface TableSource {
  readonly name: string;
  readonly before: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  readonly merges: readonly {
    readonly firstRow: number;
    readonly lastRow: number;
    readonly firstColumn: number;
    readonly lastColumn: number;
  }[];
}

type TableRow = TableSource['rows'][number];

/** Stands in cells that a merged cell above covers: the same text, not a missing one. */
const DITTO = '〃';

/** Writes tables as the tab-separated text the proof-reader knows; title rows above a header become lines of their own. */
export function readTables(tables: readonly TableSource[], after: readonly string[]): SourceText {
  const collector = new TextCollector();
  for (const table of tables) {
    table.before.forEach((paragraph) => collector.between(`${paragraph}\n\n`));
    writeRows(collector, table);
    collector.between('\n');
  }
  after.forEach((paragraph) => collector.between(`${paragraph}\n\n`));
  return collector.finish();
}

function writeRows(collector: TextCollector, table: TableSource): void {
  let isBody = false;
  for (const row of table.rows) {
    const cells = row.cells.map((cell) => cell.replace(/\s*[\r\n\t]+\s*/g, ' ').trim());
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) continue;
    isBody ||= isHeaderRow(cells.map((cell) => cell.replace(/\s+/g, '')));
    if (!isBody && filled.length === 1)
      collector.add(filled[0] ?? '', labelOf(table, row, cells.indexOf(filled[0] ?? ''))).between('\n\n');
    else writeRow(collector, table, row, cells);
  }
}

function writeRow(collector: TextCollector, table: TableSource, row: TableRow, cells: readonly string[]): void {
  const isGroup =
    cells.slice(1).every((cell) => cell === '') &&
    table.merges.some((merge) => merge.firstRow === row.number && merge.firstColumn === 0 && merge.lastColumn > 0);
  cells.forEach((cell, column) => {
    if (column > 0) collector.between('\t');
    if (isGroup && column === 0)
      collector
        .between('**')
        .add(cell, labelOf(table, row, column))
        .between('**');
    else collector.add(cell === '' && isCovered(table, row, column) ? DITTO : cell, labelOf(table, row, column));
  });
  collector.between('\n');
}

const isCovered = (table: TableSource, row: TableRow, column: number): boolean =>
  table.merges.some(
    (merge) =>
      merge.firstRow < row.number &&
      row.number <= merge.lastRow &&
      merge.firstColumn === column &&
      merge.lastColumn === column,
  );

const labelOf = (table: TableSource, row: TableRow, column: number): string =>
  `${table.name}!${letters(column)}${row.number}`;

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
