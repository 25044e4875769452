import { CONTINUED } from '../../core/thai/list-words.js';
import type { SourceRow, SourceTable } from '../files/source-table.js';
import { refuse, type Findings } from '../findings.js';
import type { Place } from '../imported-plan.js';
import { columnOf, isRepeatedHeader, type Column } from './find-header.js';
import { joinedText, splitNumber, stem, type JoinedMeasure } from './joined-plan.js';
import { RowReading } from './row-reading.js';

interface Theme {
  readonly words: string;
  readonly number: string | null;
  /** The heading as written, and where. */
  readonly text: string;
  readonly place: Place;
}

/** Reads the rows of one plan in order, over all its tables, and puts together what page breaks took apart. */
export class RowJoining {
  readonly measures: JoinedMeasure[] = [];
  readonly otherText: string[] = [];
  private theme: Theme | null = null;
  /** Whether a measure stands under the present theme: a heading over nothing is kept as text. */
  private isThemeUsed = true;

  constructor(private readonly findings: Findings) {}

  /** @param firstRow index of the first row below the header, 0 where a table goes on without one */
  readTable(table: SourceTable, columns: readonly Column[], firstRow: number): void {
    const rows = table.rows.slice(firstRow).filter((row) => row.cells.some((cell) => cell !== ''));
    rows.forEach((row, index) => {
      if (isRepeatedHeader(row, columns)) return;
      this.readRow(new RowReading(row, table, columns), rows[index + 1]);
    });
  }

  /** Call once after the last table. */
  finish(): void {
    this.setThemeAside();
  }

  private readRow(row: RowReading, next: SourceRow | undefined): void {
    const last = this.measures.at(-1);
    if (row.isColumnNumbers()) this.otherText.push(row.filled.map(({ text }) => text).join(' '));
    else if (last && row.isBelowTable()) this.setAside(row);
    else if (last && row.continues(last)) this.join(last, row);
    else if (row.isGroup(next)) this.openGroup(row);
    else if (row.title === '') this.refuseOrSetAside(row, last);
    else if (row.filled.length === 1 && next === undefined && this.measures.length > 0) this.setAside(row);
    else this.open(row);
  }

  private open(row: RowReading): void {
    const { sheet, columns } = row;
    const cells = columns.map((_column, index) => row.cell(index) || this.spreadCell(row, index));
    const theme = { theme: this.theme?.words ?? null, themeNumber: this.theme?.number ?? null };
    this.isThemeUsed = true;
    this.measures.push({ sheet, columns, rows: [row.number], cells, ...theme, kept: [] });
  }

  /** A cell merged over several measures says the same of each of them; a merged number or title does not. */
  private spreadCell(row: RowReading, index: number): string {
    const field = row.columns[index]?.field;
    const text = field === 'number' || field === 'title' ? '' : row.mergedFromAbove(index);
    if (text !== '')
      this.findings.add('import.merged-cell-spread', 'I', row.place(index), text, {
        values: { column: row.columnName(index) },
      });
    return text;
  }

  private join(last: JoinedMeasure, row: RowReading): void {
    const titleAt = columnOf(row.columns, 'title');
    const numberAt = columnOf(row.columns, 'number');
    const before = last.cells[titleAt] ?? '';
    const isMarked = row.title.includes(CONTINUED);
    row.columns.forEach((_column, index) => {
      if (index === numberAt || (index === titleAt && isMarked)) return;
      last.cells[index] = joinedText(last.cells[index] ?? '', row.cell(index));
    });
    last.rows.push(row.number);
    const place = row.place(titleAt);
    if (isMarked && stem(row.title) !== stem(before)) {
      last.kept.push({ column: row.columnName(titleAt), text: row.title });
      this.findings.add('import.heading-differs', 'W', place, row.title, { values: { first: before } });
    }
    if (isMarked && row.cell(numberAt) !== '' && row.cell(numberAt) !== last.cells[numberAt]) {
      last.kept.push({ column: row.columnName(numberAt), text: row.cell(numberAt) });
      this.findings.add('import.continuation-numbered', 'W', place, `${row.cell(numberAt)} ${row.title}`);
    }
    this.findings.add('import.rows-joined', 'I', { ...place, row: last.rows[0] ?? row.number }, before, {
      values: { rows: last.rows.join(', ') },
    });
  }

  private openGroup(row: RowReading): void {
    const text = row.onlyText;
    const { number, words } = splitNumber(text.replaceAll(CONTINUED, '').trim());
    const before = this.theme;
    const isContinued =
      text.includes(CONTINUED) && before !== null && (number === before.number || stem(words) === stem(before.words));
    if (!isContinued) {
      this.setThemeAside();
      this.theme = { words, number, text, place: row.place(0) };
      this.isThemeUsed = false;
      this.findings.add('import.group-read', 'I', row.place(0), text);
    } else if (stem(words) !== stem(before.words)) {
      this.otherText.push(text);
      this.findings.add('import.heading-differs', 'W', row.place(0), text, { values: { first: before.words } });
    }
  }

  private setThemeAside(): void {
    if (this.isThemeUsed || !this.theme) return;
    this.isThemeUsed = true;
    this.otherText.push(this.theme.text);
    this.findings.add('import.text-outside-table', 'W', this.theme.place, this.theme.text);
  }

  private refuseOrSetAside(row: RowReading, last: JoinedMeasure | undefined): void {
    if (row.filled.length === 1 && last) return this.setAside(row);
    refuse('import.title-empty', 'give-title', {
      sheet: row.sheet,
      row: row.number,
      column: row.columnName(columnOf(row.columns, 'title')),
    });
  }

  private setAside(row: RowReading): void {
    const text = row.filled.map(({ text }) => text).join(' ');
    this.otherText.push(text);
    this.findings.add('import.text-outside-table', 'W', row.place(null), text);
  }
}
