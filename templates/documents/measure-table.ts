import type { TableCell } from 'pdfmake/interfaces.js';
import type { ArrangedMeasure, MeasureGroup } from '../../src/core/report/arrange-measures.js';
import { columnShares } from '../../src/core/report/column-widths.js';
import type { ReportColumn, ReportLayout } from '../../src/core/report/layout.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import type { IndicatorNames } from './indicator-phrase.js';
import { GRID, gridTable, roomForText } from './grid-table.js';
import { cellNode, cellParagraphs, type CellParagraph } from './measure-cells.js';

/** Mean width of a printed Thai character in relation to the font size, marks above and below counted with their base. */
const CHARACTER_WIDTH = 0.52;
/** Letters that a line of any column holds, so that words like "ปีงบประมาณ" are not broken. */
const LONGEST_WORD = 11;
/** "ตุลาคม ๒๕๖๗ –" stays on one line. */
const LONGEST_PERIOD = 13.5;
const GROUP_FILL = '#eeeeee';

/** The paragraphs of each cell of a measure's row, in the order of the columns. */
type TableRow = readonly (readonly CellParagraph[])[];

/**
 * The table of measures: header repeated on every page, bold rows for the groups.
 * @param width width of the table in points, borders included
 * @param names of the indicators; the usual ones when left out
 */
export function measureTable(
  layout: ReportLayout,
  groups: readonly MeasureGroup[],
  digits: DigitStyle,
  width: number,
  names?: IndicatorNames,
): Node {
  const rows: TableCell[][] = [];
  const groupRows: number[] = [];
  const texts = groups.map(({ measures }) => measures.map((measure) => rowOf(layout, measure, digits, names)));
  groups.forEach(({ heading }, index) => {
    if (heading !== null) {
      groupRows.push(rows.length);
      rows.push(groupRow(heading, layout.columns.length, digits));
    }
    rows.push(...bodyRows(layout, texts[index] ?? []));
  });
  const headers = layout.columns.map(({ header }) => header);
  return gridTable({ headers, shares: sharesOf(layout, texts.flat(), width), rows, digits, width, groupRows });
}

const rowOf = (
  layout: ReportLayout,
  measure: ArrangedMeasure,
  digits: DigitStyle,
  names: IndicatorNames | undefined,
): TableRow => layout.columns.map(({ key }) => cellParagraphs(key, measure, layout, digits, names));

function groupRow(heading: string, columns: number, digits: DigitStyle): TableCell[] {
  const text = printedDigits(heading, digits);
  const first: TableCell = { text, bold: true, colSpan: columns, fillColor: GROUP_FILL };
  return [first, ...Array.from({ length: columns - 1 }, (): TableCell => ({ text: '' }))];
}

/** The cells of one group's rows. A spanning column merges what is repeated or left empty below. */
function bodyRows(layout: ReportLayout, rows: readonly TableRow[]): TableCell[][] {
  return rows.map((cells, row) =>
    layout.columns.map(({ key, spans = false }, column): TableCell => {
      if (spans && row > 0 && continues(rows, row, column)) return { text: '' };
      const rowSpan = spans ? rowsSpanned(rows, row, column) : 1;
      return {
        stack: [cellNode(cells[column] ?? [])],
        alignment: key === 'number' ? 'center' : 'left',
        ...(rowSpan > 1 ? { rowSpan } : {}),
      };
    }),
  );
}

function rowsSpanned(rows: readonly TableRow[], row: number, column: number): number {
  let next = row + 1;
  while (next < rows.length && continues(rows, next, column)) next += 1;
  return next - row;
}

function continues(rows: readonly TableRow[], row: number, column: number): boolean {
  const text = textOf(rows[row], column);
  if (text === '') return true;
  let before = row - 1;
  while (before > 0 && textOf(rows[before], column) === '') before -= 1;
  return text === textOf(rows[before], column);
}

const textOf = (row: TableRow | undefined, column: number): string =>
  (row?.[column] ?? []).map(({ text }) => text).join('\n');

/** Letters that a line of a ruled table holds over all its columns. @param width of the table in points, borders included */
export const lettersIn = (columns: number, width: number): number =>
  roomForText(columns, width) / (GRID.fontSize * CHARACTER_WIDTH);

/** Letters that a line of each column holds when the table is as wide as that, in points. */
export function lettersPerLine(layout: ReportLayout, width: number): number[] {
  const letters = lettersIn(layout.columns.length, width);
  return sharesOf(layout, [], width).map((share) => share * letters);
}

function sharesOf(layout: ReportLayout, rows: readonly TableRow[], width: number): number[] {
  const charactersPerLine = lettersIn(layout.columns.length, width);
  const loads = layout.columns.map((column, index) => ({
    weight: column.weight,
    characters: rows.reduce((sum, row) => sum + baseLetters(textOf(row, index)), 0),
    longestWord: longestWord(column, rows, index),
    isFirm: column.key === 'number',
  }));
  return columnShares(loads, charactersPerLine);
}

/** A running number needs less room than words, but all of it. */
function longestWord({ key, header }: ReportColumn, rows: readonly TableRow[], index: number): number {
  if (key === 'number') return 1 + Math.max(baseLetters(header), ...rows.map((row) => baseLetters(textOf(row, index))));
  return key === 'period' ? LONGEST_PERIOD : LONGEST_WORD;
}

/** Letters that take room on the line; marks above and below do not. */
export const baseLetters = (text: string): number => text.replace(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g, '').length;
