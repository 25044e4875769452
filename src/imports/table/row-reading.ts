import { CONTINUED } from '../../core/thai/list-words.js';
import { BELOW_TABLE } from '../../core/thai/plan-words.js';
import { columnLetters, type SourceRow, type SourceTable } from '../files/source-table.js';
import type { Place } from '../imported-plan.js';
import { columnOf, type Column } from './find-header.js';
import { splitNumber, stem, type JoinedMeasure } from './joined-plan.js';

/** One row seen through the columns of its plan. */
export class RowReading {
  readonly number: number;
  readonly sheet: string;
  readonly filled: readonly { readonly index: number; readonly text: string }[];

  constructor(
    private readonly row: SourceRow,
    private readonly table: SourceTable,
    readonly columns: readonly Column[],
  ) {
    this.number = row.number;
    this.sheet = table.name;
    this.filled = row.cells.map((text, index) => ({ index, text })).filter(({ text }) => text !== '');
  }

  cell(index: number): string {
    return this.row.cells[index] ?? '';
  }

  get title(): string {
    return this.cell(columnOf(this.columns, 'title'));
  }

  get onlyText(): string {
    return this.filled.at(-1)?.text ?? '';
  }

  isBelowTable(): boolean {
    return this.filled.length <= 2 && BELOW_TABLE.test(this.filled[0]?.text ?? '');
  }

  /** Marked "(ต่อ)" under its measure, or without title and number; a row that fills everything else has lost its title. */
  continues(last: JoinedMeasure): boolean {
    const titleAt = columnOf(this.columns, 'title');
    const numberAt = columnOf(this.columns, 'number');
    const number = this.cell(numberAt);
    if (this.title.includes(CONTINUED)) {
      const lastTitle = last.cells[titleAt] ?? '';
      const ownNumber = splitNumber(this.title).number;
      return (
        stem(this.title) === stem(lastTitle) || (ownNumber !== null && ownNumber === splitNumber(lastTitle).number)
      );
    }
    if (number !== '') return false;
    const isWhole = ['methods', 'period', 'responsible'].every(
      (field) => this.cell(this.columns.findIndex((column) => column.field === field)) !== '',
    );
    if (this.title === '') return this.isMergedBelow(titleAt) || !isWhole;
    return numberAt >= 0 && (last.cells[numberAt] ?? '') !== '' && this.filled.length > 1 && !isWhole;
  }

  /** "(1) (2) (3)" under a header. */
  isColumnNumbers(): boolean {
    return this.filled.length > 2 && this.filled.every(({ text }) => /^\(?[0-9๐-๙]{1,2}\)?$/.test(text));
  }

  /** Text in the first or the title column alone: merged over others, or above the row of a measure. */
  isGroup(next: SourceRow | undefined): boolean {
    const titleAt = columnOf(this.columns, 'title');
    const numberAt = columnOf(this.columns, 'number');
    const only = this.filled.filter(({ index }) => index !== numberAt || this.filled.length === 1);
    if (only.length !== 1 || next === undefined || ![0, titleAt].includes(only[0]?.index ?? -1)) return false;
    const nextFilled = next.cells.filter((cell) => cell !== '').length;
    if (this.filled.length === 1) return this.isWide(only[0]?.index ?? 0) || nextFilled > 1;
    return (next.cells[numberAt] ?? '').startsWith(`${this.cell(numberAt).replace(/[.)]+$/, '')}.`);
  }

  /** The text of a cell that began in a row above and spans this one. */
  mergedFromAbove(column: number): string {
    const merge = this.mergeOver(column);
    if (!merge) return '';
    return this.table.rows.find(({ number }) => number === merge.firstRow)?.cells[merge.firstColumn] ?? '';
  }

  place(column: number | null): Place {
    return { sheet: this.sheet, row: this.number, column: column === null ? null : this.columnName(column) };
  }

  columnName(index: number): string {
    return this.columns[index]?.header || columnLetters(Math.max(0, index));
  }

  private isWide(column: number): boolean {
    const isHere = (merge: SourceTable['merges'][number]): boolean =>
      merge.firstRow === this.number && merge.firstColumn === column;
    return this.table.merges.some((merge) => isHere(merge) && merge.lastColumn > column);
  }

  private isMergedBelow(column: number): boolean {
    return this.mergeOver(column) !== undefined;
  }

  private mergeOver(column: number): SourceTable['merges'][number] | undefined {
    return this.table.merges.find(
      (merge) => merge.firstRow < this.number && this.number <= merge.lastRow && merge.firstColumn === column,
    );
  }
}
