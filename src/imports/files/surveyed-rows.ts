import { percentText } from './percent-styles.js';
import type { SheetSurvey } from './sheet-survey.js';
import type { SourceNote, SourceRow } from './source-table.js';

/** The rows of a sheet with the errors that its cells show; these, and hidden rows and columns that say something, are noted. */
export function surveyed(
  rows: readonly SourceRow[],
  { errors, percents, hiddenRows, hiddenColumns }: SheetSurvey,
  table: string,
  notes: SourceNote[],
): SourceRow[] {
  const whole = rows.map(({ number, cells }) => ({ number, cells: [...cells] }));
  for (const { row, column, text } of errors) {
    while (whole.length < row) whole.push({ number: whole.length + 1, cells: [] });
    const cells = whole[row - 1]?.cells ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
    notes.push({ kind: 'error', table, row, column, text });
  }
  for (const { row, column } of percents) {
    const cells = whole[row - 1]?.cells ?? [];
    if (cells[column]) cells[column] = percentText(Number(cells[column]));
  }
  for (const run of runsOf(hiddenRows.filter((number) => textOf(whole[number - 1]) !== ''))) {
    const [first = 1] = run;
    const text = run.length === 1 ? String(first) : `${first}–${run.at(-1)}`;
    notes.push({ kind: 'hidden-rows', table, row: first, column: null, text });
  }
  for (const column of hiddenColumns) {
    const filled = whole.find(({ cells }) => (cells[column] ?? '') !== '');
    if (filled)
      notes.push({ kind: 'hidden-column', table, row: filled.number, column, text: filled.cells[column] ?? '' });
  }
  return whole;
}

/** A hidden sheet without a word needs no finding. */
export function noteHiddenSheet(table: string, rows: readonly SourceRow[], notes: SourceNote[]): void {
  const filled = rows.find((row) => textOf(row) !== '');
  if (filled) notes.push({ kind: 'hidden-sheet', table, row: filled.number, column: null, text: textOf(filled) });
}

const textOf = (row: SourceRow | undefined): string => row?.cells.filter((cell) => cell !== '').join(' ') ?? '';

/** 3, 4, 5, 9 -> [3, 4, 5], [9] */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs;
}
