import type { ArrangedMeasure, MeasureGroup } from '../../src/core/report/arrange-measures.js';
import { columnShares } from '../../src/core/report/column-widths.js';
import type { ReportColumn, ReportLayout } from '../../src/core/report/layout.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { TableCell } from 'pdfmake/interfaces.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import { cellNode, cellParagraphs, type CellParagraph } from './measure-cells.js';

const PADDING = { x: 4, y: 3 } as const;
const LINE = 0.6;
const CELL_SIZE = 11;
/** Mean width of a printed Thai character in relation to the font size, marks above and below counted with their base. */
const CHARACTER_WIDTH = 0.52;
const GROUP_FILL = '#eeeeee';

interface TableRow {
  readonly cells: readonly (readonly CellParagraph[])[];
}

/**
 * The table of measures: header repeated on every page, bold rows for the groups.
 * @param width width of the table in points, borders included
 */
export function measureTable(
  layout: ReportLayout,
  groups: readonly MeasureGroup[],
  digits: DigitStyle,
  width: number,
): Node {
  const rows = groups.map((group) => group.measures.map((measure) => rowOf(layout, measure, digits)));
  const body: TableCell[][] = [layout.columns.map((column) => headerCell(column, digits))];
  const groupRows: number[] = [];
  groups.forEach(({ heading }, index) => {
    if (heading !== null) {
      groupRows.push(body.length);
      body.push(groupRow(heading, layout.columns.length, digits));
    }
    body.push(...bodyRows(layout, rows[index] ?? []));
  });
  return {
    table: { headerRows: 1, widths: columnWidths(layout, rows.flat(), width), body, keepWithHeaderRows: 1 },
    layout: {
      hLineWidth: () => LINE,
      vLineWidth: () => LINE,
      paddingLeft: () => PADDING.x,
      paddingRight: () => PADDING.x,
      paddingTop: () => PADDING.y,
      paddingBottom: () => PADDING.y,
    },
    fontSize: CELL_SIZE,
    groupRows,
  };
}

const rowOf = (layout: ReportLayout, measure: ArrangedMeasure, digits: DigitStyle): TableRow => ({
  cells: layout.columns.map(({ key }) => cellParagraphs(key, measure, layout, digits)),
});

const headerCell = ({ header }: ReportColumn, digits: DigitStyle): Node => ({
  text: printedDigits(header, digits),
  bold: true,
  alignment: 'center',
});

function groupRow(heading: string, columns: number, digits: DigitStyle): TableCell[] {
  const first: TableCell = {
    text: printedDigits(heading, digits),
    bold: true,
    colSpan: columns,
    fillColor: GROUP_FILL,
  };
  return [first, ...Array.from({ length: columns - 1 }, (): TableCell => ({ text: '' }))];
}

/** The cells of one group's rows; a spanning column merges what is repeated or left empty below. */
function bodyRows(layout: ReportLayout, rows: readonly TableRow[]): TableCell[][] {
  return rows.map(({ cells }, row) =>
    layout.columns.map(({ key, spans = false }, column): TableCell => {
      if (spans && row > 0 && continues(rows, row, column)) return { text: '' };
      return {
        stack: [cellNode(cells[column] ?? [])],
        alignment: key === 'number' ? 'center' : 'left',
        ...(spans ? { rowSpan: spanOf(rows, row, column) } : {}),
      };
    }),
  );
}

function spanOf(rows: readonly TableRow[], from: number, column: number): number {
  let to = from + 1;
  while (to < rows.length && continues(rows, to, column)) to += 1;
  return to - from;
}

function continues(rows: readonly TableRow[], row: number, column: number): boolean {
  const text = textOf(rows[row], column);
  if (text === '') return true;
  let before = row - 1;
  while (before > 0 && textOf(rows[before], column) === '') before -= 1;
  return text === textOf(rows[before], column);
}

const textOf = (row: TableRow | undefined, column: number): string =>
  (row?.cells[column] ?? []).map(({ text }) => text).join('\n');

/** Widths without padding and borders, in points, so that the table fills exactly the given width. */
function columnWidths(layout: ReportLayout, rows: readonly TableRow[], width: number): number[] {
  const count = layout.columns.length;
  const free = width - count * 2 * PADDING.x - (count + 1) * LINE;
  const charactersPerLine = free / (CELL_SIZE * CHARACTER_WIDTH);
  const loads = layout.columns.map((column, index) => ({
    weight: column.weight,
    characters: rows.reduce((sum, row) => sum + baseLetters(textOf(row, index)), 0),
    longestWord: longestWord(column),
  }));
  return columnShares(loads, charactersPerLine).map((share) => Math.floor(share * free * 100) / 100);
}

/** Letters that a line of any column holds, so that words like "ปีงบประมาณ" are not broken; a running number needs fewer. */
const longestWord = ({ key, header }: ReportColumn): number => (key === 'number' ? baseLetters(header) : 11);

/** Letters that take room on the line; marks above and below do not. */
const baseLetters = (text: string): number => text.replace(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g, '').length;
