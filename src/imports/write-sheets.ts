import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import { cellText, gridOf, type Sheet, type SheetRow } from '../core/report/sheet.js';
import { BYTE_ORDER_MARK, escapedLikeXlsx } from './spreadsheet-text.js';

const HEADER_STYLE = { fontWeight: 'bold', align: 'center', backgroundColor: '#dde6f0' } as const;
const GROUP_STYLE = { fontWeight: 'bold', backgroundColor: '#eeeeee' } as const;
const CELL_STYLE = { wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#8a97a6' } as const;
const STYLES: Readonly<Record<SheetRow['kind'], object>> = { header: HEADER_STYLE, group: GROUP_STYLE, body: {} };

const NARROWEST = 8;
const WIDEST = 60;
/** Letters of a column's longest cell that one letter of its width stands for. */
const LETTERS_PER_WIDTH = 6;

/** Marks that spreadsheet programs refuse in the name of a sheet, and its longest length. */
const REFUSED_IN_NAMES = /[[\]:*?/\\']/g;
const LONGEST_NAME = 27;

/** The tables of a document as an .xlsx file, one sheet each, with their merged cells. @param title names the sheets */
export async function writeSheetsXlsx(sheets: readonly Sheet[], title: string): Promise<Buffer> {
  const name = title.replace(REFUSED_IN_NAMES, ' ').slice(0, LONGEST_NAME).trim();
  const files = sheets.map((sheet, index) => ({
    data: cellsOf(sheet),
    columns: widthsOf(sheet).map((width) => ({ width })),
    sheet: sheets.length === 1 ? name : `${name} ${index + 1}`,
    orientation: 'landscape' as const,
    stickyRowsCount: sheet.rows.filter(({ kind }) => kind === 'header').length,
  }));
  return writeXlsxFile(files).toBuffer();
}

/**
 * One table as comma separated values in UTF-8. A cell that a spreadsheet program would run as a formula gets an
 * apostrophe before it; cells covered by a merged one are empty.
 */
export const writeSheetCsv = (sheet: Sheet): string =>
  BYTE_ORDER_MARK + stringify(gridOf(sheet), { escape_formulas: true, record_delimiter: 'windows' });

function cellsOf(sheet: Sheet): (object | null)[][] {
  const covered = sheet.rows.map(() => new Set<number>());
  return sheet.rows.map(({ cells, kind }, row) => {
    const waiting = [...cells];
    const style = { ...CELL_STYLE, ...STYLES[kind] };
    return Array.from({ length: sheet.columns }, (_, column) => {
      if (covered[row]?.has(column)) return null;
      const cell = waiting.shift();
      if (!cell) return style;
      const { columnSpan, rowSpan } = cell;
      for (const places of covered.slice(row, row + rowSpan)) {
        for (let place = column; place < column + columnSpan; place += 1) places.add(place);
      }
      const spans = { ...(columnSpan > 1 ? { columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
      return { type: String, value: escapedLikeXlsx(cellText(cell)), ...style, ...spans };
    });
  });
}

function widthsOf(sheet: Sheet): number[] {
  const grid = gridOf(sheet).filter((_, row) => sheet.rows[row]?.kind !== 'group');
  return Array.from({ length: sheet.columns }, (_, column) => {
    const longest = Math.max(0, ...grid.map((texts) => texts[column]?.length ?? 0));
    return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(longest / LETTERS_PER_WIDTH) + NARROWEST));
  });
}
