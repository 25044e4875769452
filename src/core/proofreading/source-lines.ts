import type { TextRange } from './mapped-text.js';

/** A physical line, or one row of an HTML table; `cells` when it is a table row. */
export interface SourceLine extends TextRange {
  readonly number: number;
  readonly cells: readonly TextRange[] | null;
}

const ROW_TAG = /<(\/?)tr\b([^<>]*)>/gi;
const CELL_TAG = /<(\/?)t[dh]\b([^<>]*)>/gi;
/** A cell of the line between the head and the body of a pipe table, spaces taken away. */
const PIPE_RULE_CELL = /^:?-{3,}:?$/;

/** Lines of a text with tab-separated, pipe-separated and HTML table rows split into cells. Linear. */
export function sourceLines(text: string): SourceLine[] {
  const htmlRows = elements(text, ROW_TAG, 0, text.length);
  const lines: SourceLine[] = [];
  let nextRow = 0;
  let number = 1;
  for (let start = 0; start <= text.length; number += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let row = htmlRows[nextRow];
    const insideRow = lines.length > 0 && (lines[lines.length - 1]?.end ?? 0) > start;
    if (!insideRow && !(row && row.start < end)) lines.push(plainLine(text, start, end, number));
    for (; row && row.start < end; row = htmlRows[nextRow]) {
      const cells = elements(text, CELL_TAG, row.contentStart, row.contentEnd);
      lines.push({ start: row.start, end: row.end, number, cells: cells.map(contentOf) });
      nextRow += 1;
    }
    start = end + 1;
  }
  return lines.filter((line) => !isPipeRule(text.slice(line.start, line.end)));
}

interface Element extends TextRange {
  readonly contentStart: number;
  readonly contentEnd: number;
}

const contentOf = ({ contentStart, contentEnd }: Element): TextRange => ({ start: contentStart, end: contentEnd });

/** From each opening tag to the next closing one. Every tag is looked at once, however many stay open. */
function elements(text: string, tag: RegExp, from: number, to: number): Element[] {
  const found: Element[] = [];
  let open: RegExpExecArray | null = null;
  for (const match of text.slice(from, to).matchAll(tag)) {
    const isClosing = match[1] === '/';
    if (!isClosing) open ??= match;
    else if (open) {
      const contentStart = from + open.index + open[0].length;
      const contentEnd = from + match.index;
      found.push({ start: from + open.index, end: contentEnd + match[0].length, contentStart, contentEnd });
      open = null;
    }
  }
  return found;
}

function isPipeRule(line: string): boolean {
  if (!line.includes('---')) return false;
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every((cell) => PIPE_RULE_CELL.test(cell.trim()));
}

function plainLine(text: string, start: number, end: number, number: number): SourceLine {
  const line = text.slice(start, end);
  const separator = line.includes('\t') ? '\t' : isPipeRow(line.trim()) ? '|' : null;
  return { start, end, number, cells: separator ? splitCells(line, start, separator) : null };
}

const isPipeRow = (trimmed: string): boolean => trimmed.length > 1 && trimmed.startsWith('|') && trimmed.endsWith('|');

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
