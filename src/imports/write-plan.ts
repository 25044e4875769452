import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { MeasureContent } from '../core/measure/measure.js';
import { FIELD_HEADERS, type PlanField } from '../core/thai/plan-words.js';
import { planSheet, type SheetContext } from './plan-sheet.js';
import { BYTE_ORDER_MARK, escapedLikeXlsx } from './spreadsheet-text.js';

const WIDTHS: Partial<Record<PlanField, number>> = {
  number: 8,
  title: 30,
  methods: 60,
  results: 60,
  outcomes: 44,
  monitoring: 34,
};
const USUAL_WIDTH = 20;
const HEADER_STYLE = { fontWeight: 'bold', align: 'center', backgroundColor: '#dde6f0' } as const;
const CELL_STYLE = { wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#8a97a6' } as const;

/** The measures as an .xlsx file, one row each, that `readPlan` reads back to the same measures. */
export async function writePlanXlsx(measures: readonly MeasureContent[], context: SheetContext): Promise<Buffer> {
  const { fields, rows } = planSheet(measures, context);
  const cells = rows.map((row, index) =>
    row.map((value) => ({
      type: String,
      value: escapedLikeXlsx(value),
      ...CELL_STYLE,
      ...(index === 0 ? HEADER_STYLE : {}),
    })),
  );
  const columns = fields.map((field) => ({ width: WIDTHS[field] ?? USUAL_WIDTH }));
  const options = { columns, sheet: FIELD_HEADERS.title, orientation: 'landscape', stickyRowsCount: 1 } as const;
  return writeXlsxFile(cells, options).toBuffer();
}

/**
 * The measures as comma separated values in UTF-8. A cell that a spreadsheet program would run as a formula gets an apostrophe before
 * it, which `readPlan` takes away again.
 */
export function writePlanCsv(measures: readonly MeasureContent[], context: SheetContext): string {
  const { rows } = planSheet(measures, context);
  return (
    BYTE_ORDER_MARK +
    stringify(
      rows.map((row) => [...row]),
      { escape_formulas: true, record_delimiter: 'windows' },
    )
  );
}
