import mammoth from 'mammoth';
import { tableName } from '../../core/thai/plan-words.js';
import { refuse } from '../findings.js';
import { cellText, hasTable } from './cell-html.js';
import { outerTables, withoutLayout } from './docx-tables.js';
import { MAX_COLUMNS, MAX_ROWS } from './sheet-survey.js';
import type { Merge, SourceFile, SourceNote, SourceRow, SourceTable } from './source-table.js';

const STRUCTURE = /<(\/?)(table|tr|td|th)\b([^>]*)>/g;

/**
 * Every outer table of a Word file, and the paragraphs around them. Numbered and bulleted lists keep their marks as text;
 * a table inside a cell becomes lines of that cell, with a note; a table that only frames others is looked into.
 * @throws DomainError import.not-a-spreadsheet, import.too-many-rows
 */
export async function readDocxFile(bytes: Uint8Array, fileName: string): Promise<SourceFile> {
  const html = withoutLayout(await convert(bytes, fileName));
  const notes: SourceNote[] = [];
  const tables: SourceTable[] = [];
  let around = 0;
  for (const { from, to } of outerTables(html)) {
    const name = tableName(tables.length + 1);
    const before = paragraphs(html.slice(around, from));
    tables.push({ name, before, ...readTable(html.slice(from, to), name, notes) });
    around = to;
  }
  return { tables, notes, after: paragraphs(html.slice(around)) };
}

async function convert(bytes: Uint8Array, fileName: string): Promise<string> {
  const options = {
    styleMap: ['u => u'],
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
  };
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
  } catch (error) {
    return refuse('import.not-a-spreadsheet', 'save-as-xlsx', {
      file: fileName,
      cause: error instanceof Error ? error.message : '',
    });
  }
}

const paragraphs = (html: string): string[] =>
  cellText(html)
    .replace(/<\/?u>/g, '')
    .split('\n')
    .filter(Boolean);

interface OpenCell {
  readonly start: number;
  readonly columns: number;
  readonly rows: number;
}

function readTable(html: string, name: string, notes: SourceNote[]): { rows: SourceRow[]; merges: Merge[] } {
  const rows: string[][] = [];
  const merges: Merge[] = [];
  let depth = 0;
  let open: OpenCell | null = null;
  for (const match of html.matchAll(STRUCTURE)) {
    const [tag, end = '', element = '', attributes = ''] = match;
    if (element === 'table') depth += end === '' ? 1 : -1;
    if (depth !== 1 || element === 'table') continue;
    if (element === 'tr' && end === '') rows.push([]);
    else if (element !== 'tr' && end === '')
      open = {
        start: match.index + tag.length,
        columns: span(attributes, 'colspan'),
        rows: span(attributes, 'rowspan'),
      };
    else if (element !== 'tr' && open) {
      addCell(html.slice(open.start, match.index), open, rows, merges, name, notes);
      open = null;
    }
    if (rows.length > MAX_ROWS) refuse('import.too-many-rows', 'make-smaller', { sheet: name, limit: MAX_ROWS });
  }
  return { rows: rows.map((cells, index) => ({ number: index + 1, cells })), merges };
}

function addCell(
  html: string,
  cell: OpenCell,
  rows: string[][],
  merges: Merge[],
  name: string,
  notes: SourceNote[],
): void {
  const row = rows.length;
  const cells = rows.at(-1) ?? [];
  let column = cells.length;
  while (isCovered(merges, row, column)) cells[column++] = '';
  const text = cellText(html);
  if (hasTable(html)) notes.push({ kind: 'inner-table', table: name, row, column, text });
  if (html.includes('<img')) notes.push({ kind: 'picture', table: name, row, column, text });
  cells[column] = text;
  for (let next = 1; next < cell.columns; next++) cells[column + next] = '';
  if (cell.columns === 1 && cell.rows === 1) return;
  merges.push({
    firstRow: row,
    lastRow: row + cell.rows - 1,
    firstColumn: column,
    lastColumn: column + cell.columns - 1,
  });
}

/** Under a cell that began in an earlier row. */
const isCovered = (merges: readonly Merge[], row: number, column: number): boolean =>
  merges.some(
    (merge) =>
      merge.firstRow < row && row <= merge.lastRow && merge.firstColumn <= column && column <= merge.lastColumn,
  );

const span = (attributes: string, name: string): number =>
  Math.min(MAX_COLUMNS, Math.max(1, Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1)));
