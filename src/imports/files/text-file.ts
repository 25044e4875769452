import { CsvError, parse } from 'csv-parse/sync';
import { refuse } from '../findings.js';
import { MAX_ROWS } from './sheet-survey.js';
import type { SourceFile } from './source-table.js';

const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;
const DELIMITERS = ['\t', ';', ','] as const;
/** Enough of a file to see its header row. */
const HEAD_LETTERS = 4_000;
/** Spreadsheet programs run a cell that begins so; our own export puts an apostrophe before it. */
const FORMULA = /^=\s*[A-Za-z0-9("+@-]/;
const ESCAPED = /^'(?=[=+\-@\t\r])/;

/**
 * A table of comma, semicolon or tab separated values, in UTF-8, UTF-16 with a mark, or Windows-874 (TIS-620).
 * @throws DomainError import.not-a-spreadsheet, import.formula-refused, import.too-many-rows
 */
export function readTextFile(bytes: Uint8Array, fileName: string): SourceFile {
  const text = decoded(bytes, fileName);
  const rows = records(text, fileName).map((cells, index) => {
    const column = cells.findIndex((cell) => FORMULA.test(cell));
    if (column >= 0)
      refuse('import.formula-refused', 'paste-values', { sheet: fileName, row: index + 1, column: column + 1 });
    return { number: index + 1, cells: cells.map((cell) => cell.replace(ESCAPED, '')) };
  });
  if (rows.length > MAX_ROWS) refuse('import.too-many-rows', 'make-smaller', { sheet: fileName, limit: MAX_ROWS });
  return { tables: [{ name: fileName, rows, merges: [], before: [] }], notes: [], after: [] };
}

function decoded(bytes: Uint8Array, fileName: string): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  for (const encoding of marked ? [marked.encoding] : ['utf-8', 'windows-874']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue; // not this encoding; the next one, or the refusal below
    }
  }
  return refuse('import.not-a-spreadsheet', 'save-as-xlsx', { file: fileName });
}

function records(text: string, fileName: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse('import.not-a-spreadsheet', 'save-as-xlsx', {
      file: fileName,
      cause: error.code,
      row: error['lines'],
    });
  }
}

/** The separator that divides the beginning most often; tabs never stand inside a cell of such a file. */
function delimiterOf(text: string): string {
  const head = text.slice(0, HEAD_LETTERS).replace(/"[^"]*"/g, '');
  if (head.includes('\t')) return '\t';
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counted.sort((one, other) => other.count - one.count)[0]?.delimiter ?? ',';
}
