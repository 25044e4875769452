import type { PlanField } from '../../core/thai/plan-words.js';
import type { FindingCode } from '../../core/thai/import-sentences.js';
import { columnLetters } from '../files/source-table.js';
import type { Findings } from '../findings.js';
import type { ImportFinding, KeptText, Place } from '../imported-plan.js';
import { columnOf } from './find-header.js';
import type { JoinedMeasure } from './joined-plan.js';

interface More {
  readonly values?: Readonly<Record<string, string | number>>;
  readonly suggestion?: string;
}

/** The cells of one measure by what they hold, and a way to raise a doubt at one of them. */
export class MeasureCells {
  constructor(
    readonly measure: JoinedMeasure,
    private readonly findings: Findings,
  ) {}

  has(field: PlanField): boolean {
    return columnOf(this.measure.columns, field) >= 0;
  }

  text(field: PlanField): string {
    return this.measure.cells[columnOf(this.measure.columns, field)] ?? '';
  }

  replace(field: PlanField, text: string): void {
    this.measure.cells[columnOf(this.measure.columns, field)] = text;
  }

  /** The text on one line. */
  line(field: PlanField): string {
    return this.text(field)
      .replace(/<\/?u>/g, '')
      .replace(/\s*\n\s*/g, ' ')
      .trim();
  }

  doubt(
    code: FindingCode,
    severity: ImportFinding['severity'],
    field: PlanField,
    quote: string,
    more: More = {},
  ): void {
    this.findings.add(code, severity, this.place(field), quote, more);
  }

  place(field: PlanField): Place {
    const { sheet, rows, columns } = this.measure;
    return { sheet, row: rows[0] ?? 0, column: columns[columnOf(columns, field)]?.header ?? null };
  }

  /** Keeps a text that has no place in the measure. */
  keep(field: PlanField, text: string): void {
    this.measure.kept.push({ column: this.place(field).column ?? field, text });
  }

  /** Text of columns that have no place in a measure, or that were read as numbers and codes only. */
  unmapped(): KeptText[] {
    const { columns, cells, kept } = this.measure;
    const left = columns.map(({ field, header }, index) => ({
      field,
      column: header || columnLetters(index),
      text: cells[index] ?? '',
    }));
    const unread = left.filter(
      ({ field, text }) => text !== '' && (field === null || field === 'indicator' || field === 'oCodes'),
    );
    return [...unread.map(({ column, text }) => ({ column, text })), ...kept];
  }
}
