import { hasForbiddenCharacter } from '../../core/schema/forbidden-characters.js';
import { cellText, hasMarkup, hasTable } from '../files/cell-html.js';
import {
  columnLetters,
  type SourceFile,
  type SourceNote,
  type SourceRow,
  type SourceTable,
} from '../files/source-table.js';
import { refuse } from '../findings.js';

const MAX_CELL_LETTERS = 20_000;
/** A thousand long measures have a quarter of this; a workbook can repeat one text in every cell. */
const MAX_LETTERS = 10_000_000;
/** Marks that print nothing: zero-width space and joiners, soft hyphen, byte-order mark, left-to-right marks of pasted web text. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const SPACE = /[\u00A0\u2000-\u200A\u202F\u3000]/g;
/** Nikhahit and sara aa typed apart, with the tone mark before, between or after. */
const SPLIT_SARA_AM = /\u0E4D([\u0E48-\u0E4B]?)\u0E32/g;

/**
 * The same tables with text that can be read: mark-up turned into paragraphs, invisible marks removed, sara am composed (noted).
 * @throws DomainError input.control-character, import.cell-too-long, import.file-too-large
 */
export function cleanSource(file: SourceFile): SourceFile {
  const notes: SourceNote[] = [...file.notes];
  refuseTooMuchText(file);
  const tables = file.tables.map((table) => ({ ...table, rows: table.rows.map((row) => cleanRow(row, table, notes)) }));
  return { tables, notes, after: file.after };
}

function cleanRow(row: SourceRow, table: SourceTable, notes: SourceNote[]): SourceRow {
  const cells = row.cells.map((cell, column) => {
    if (cell === '') return cell;
    const raw = cell.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').replace(SPACE, ' ');
    const place = { sheet: table.name, row: row.number, column: columnLetters(column) };
    if (raw.length > MAX_CELL_LETTERS) {
      refuse('import.cell-too-long', 'shorten-cell', { ...place, letters: raw.length, limit: MAX_CELL_LETTERS });
    }
    if (hasForbiddenCharacter(raw))
      refuse('input.control-character', 'retype-cell', { ...place, character: forbiddenIn(raw) });
    const text = tidy(hasMarkup(raw) ? cellText(raw) : raw);
    if (hasTable(raw)) notes.push({ kind: 'inner-table', table: table.name, row: row.number, column, text });
    const split = text.match(SPLIT_SARA_AM)?.length ?? 0;
    if (split > 0) notes.push({ kind: 'sara-am', table: table.name, row: row.number, column, text: String(split) });
    return text.replace(SPLIT_SARA_AM, '$1\u0E33');
  });
  return { number: row.number, cells };
}

/** "U+0000" */
function forbiddenIn(text: string): string {
  const found = [...text].find((character) => hasForbiddenCharacter(character)) ?? '';
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function refuseTooMuchText({ tables }: SourceFile): void {
  let letters = 0;
  for (const { rows, name } of tables) {
    for (const { cells } of rows) letters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (letters > MAX_LETTERS)
      refuse('import.file-too-large', 'make-smaller', { sheet: name, letters, limit: MAX_LETTERS });
  }
}

/** One space between words and no empty lines. */
const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
