import type { TableCell } from 'pdfmake/interfaces.js';
import { printedDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';

/** Padding and rules of a ruled table, in points. */
export const GRID = { paddingX: 4, paddingY: 3, line: 0.6, fontSize: 11 } as const;

export interface Grid {
  readonly headers: readonly string[];
  /** Shares of the width, adding up to 1. */
  readonly shares: readonly number[];
  readonly rows: readonly TableCell[][];
  readonly digits: DigitStyle;
  /** Width of the table in points, borders included. */
  readonly width: number;
  /** Rows of `rows` that head a group. */
  readonly groupRows?: readonly number[];
}

/** A ruled table that fills the width exactly; its header is repeated on every page. */
export function gridTable({ headers, shares, rows, digits, width, groupRows = [] }: Grid): Node {
  const free = roomForText(headers.length, width);
  const header = headers.map((text): TableCell => ({
    text: printedDigits(text, digits),
    bold: true,
    alignment: 'center',
  }));
  return {
    table: {
      headerRows: 1,
      widths: shares.map((share) => Math.floor(share * free * 100) / 100),
      body: [header, ...rows],
    },
    layout: {
      hLineWidth: () => GRID.line,
      vLineWidth: () => GRID.line,
      paddingLeft: () => GRID.paddingX,
      paddingRight: () => GRID.paddingX,
      paddingTop: () => GRID.paddingY,
      paddingBottom: () => GRID.paddingY,
    },
    fontSize: GRID.fontSize,
    margin: [0, 0, 0, 8],
    groupRows: groupRows.map((row) => row + 1),
  };
}

/** Points that are left for text when padding and rules are taken off. */
export const roomForText = (columns: number, width: number): number =>
  width - columns * 2 * GRID.paddingX - (columns + 1) * GRID.line;
