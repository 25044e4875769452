import type { TextRange } from './mapped-text.js';

/** A physical line, or one row of an HTML table; `cells` when it is a table row. */
export interface SourceLine extends TextRange {
  readonly number: number;
  readonly cells: readonly TextRange[] | null;
}

const HTML_ROW = /<tr\b[^>]*>([\s\S]*?)<\/tr>/gi;
const HTML_CELL = /<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/gi;
const PIPE_RULE = /^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?\s*$/;

/** Lines of a text with tab-separated, pipe-separated and HTML table rows split into cells. Linear. */
export function sourceLines(text: string): SourceLine[] {
  const htmlRows = [...text.matchAll(HTML_ROW)];
  const lines: SourceLine[] = [];
  let nextRow = 0;
  let number = 1;
  for (let start = 0; start <= text.length; number += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let row = htmlRows[nextRow];
    const insideRow = lines.length > 0 && (lines[lines.length - 1]?.end ?? 0) > start;
    if (!insideRow && !(row && row.index < end)) lines.push(plainLine(text, start, end, number));
    for (; row && row.index < end; row = htmlRows[nextRow]) {
      lines.push(htmlRow(row, number));
      nextRow += 1;
    }
    start = end + 1;
  }
  return lines.filter((line) => !PIPE_RULE.test(text.slice(line.start, line.end)));
}

function htmlRow(row: RegExpExecArray, number: number): SourceLine {
  const offset = row.index + row[0].indexOf(row[1] ?? '');
  const cells = [...(row[1] ?? '').matchAll(HTML_CELL)].map((cell) => {
    const start = offset + cell.index + cell[0].indexOf('>') + 1;
    return { start, end: start + (cell[1] ?? '').length };
  });
  return { start: row.index, end: row.index + row[0].length, number, cells };
}

function plainLine(text: string, start: number, end: number, number: number): SourceLine {
  const line = text.slice(start, end);
  const separator = line.includes('\t') ? '\t' : /^\s*\|.*\|\s*$/.test(line) ? '|' : null;
  return { start, end, number, cells: separator ? splitCells(line, start, separator) : null };
}

function splitCells(line: string, offset: number, separator: string): TextRange[] {
  const from = separator === '|' ? line.indexOf('|') + 1 : 0;
  const to = separator === '|' ? line.lastIndexOf('|') : line.length;
  const cells: TextRange[] = [];
  for (let at = from; at <= to;) {
    const found = line.indexOf(separator, at);
    const end = found < 0 || found > to ? to : found;
    cells.push({ start: offset + at, end: offset + end });
    at = end + 1;
  }
  return cells;
}
