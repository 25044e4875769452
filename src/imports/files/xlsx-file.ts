import readXlsx from 'read-excel-file/node';
import { isCalendarDate, thaiShortDate } from '../../core/thai/dates.js';
import { refuse } from '../findings.js';
import { decodeEntities } from './cell-html.js';
import { percentStyles } from './percent-styles.js';
import { surveySheet } from './sheet-survey.js';
import { noteHiddenSheet, surveyed } from './surveyed-rows.js';
import type { SourceFile, SourceNote, SourceRow, SourceTable } from './source-table.js';

/** Spreadsheets in Thai offices hold years like 2568 in true date cells; no plan is about the year 2568 of the common era. */
const FIRST_BUDDHIST_YEAR = 2400;
const BUDDHIST_ERA = 543;

/**
 * Every sheet of an .xlsx file that is shown, as text. Numbers are written as they are stored, those shown as per cent as such, dates as short Thai dates with a note.
 * A hidden sheet is left out, hidden rows and columns are not; both are noted.
 * @throws DomainError import.not-a-spreadsheet and what `surveySheet` refuses
 */
export async function readXlsxFile(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, Buffer>,
  fileName: string,
): Promise<SourceFile> {
  const paths = sheetPaths(parts);
  const percent = percentStyles(parts.get('xl/styles.xml')?.toString('utf8') ?? '');
  const surveys = new Map(
    paths.map(({ name, path }) => [name, surveySheet(parts.get(path)?.toString('utf8') ?? '', name, percent)]),
  );
  const hidden = new Set(paths.flatMap(({ name, isHidden }) => (isHidden ? [name] : [])));
  const sheets = await parsed(bytes, fileName);
  const notes: SourceNote[] = [];
  const tables = sheets.flatMap(({ sheet, data }): SourceTable[] => {
    const rows = data.map((row, at) => textRow(row as readonly unknown[], at + 1, sheet, notes)); // the package types dates as `typeof Date`
    if (hidden.has(sheet)) {
      noteHiddenSheet(sheet, rows, notes);
      return [];
    }
    const survey = surveys.get(sheet);
    return [
      {
        name: sheet,
        rows: survey ? surveyed(rows, survey, sheet, notes) : rows,
        merges: survey?.merges ?? [],
        before: [],
      },
    ];
  });
  return { tables, notes, after: [] };
}

async function parsed(bytes: Uint8Array, fileName: string): ReturnType<typeof readXlsx> {
  try {
    return await readXlsx(Buffer.from(bytes), { trim: false });
  } catch (error) {
    return refuse('import.not-a-spreadsheet', 'save-as-xlsx', {
      file: fileName,
      cause: error instanceof Error ? error.message : '',
    });
  }
}

function textRow(row: readonly unknown[], number: number, sheet: string, notes: SourceNote[]): SourceRow {
  const cells = row.map((value, column) => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (!(value instanceof Date)) return '';
    const text = shownDate(value);
    notes.push({ kind: 'date', table: sheet, row: number, column, text });
    return text;
  });
  return { number, cells };
}

/** A number that is no day of our calendar is shown as the program holds it, for a person to see. */
function shownDate(date: Date): string {
  const year = date.getUTCFullYear();
  const gregorian = year >= FIRST_BUDDHIST_YEAR ? year - BUDDHIST_ERA : year;
  const written = Number.isNaN(year)
    ? ''
    : `${String(gregorian).padStart(4, '0')}${date.toISOString().slice(-20, -14)}`;
  return isCalendarDate(written) ? thaiShortDate(written) : String(date);
}

/** Sheets in the order of the workbook, with the part that holds each. */
function sheetPaths(parts: ReadonlyMap<string, Buffer>): { name: string; path: string; isHidden: boolean }[] {
  const relations = new Map(
    [
      ...(parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g),
    ].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/')]),
  );
  const workbook = parts.get('xl/workbook.xml')?.toString('utf8') ?? '';
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => ({
    name: decodeEntities(attribute(tag, 'name')),
    isHidden: /hidden/i.test(attribute(tag, 'state')),
    path: relations.get(attribute(tag, '(?:\\w+:)?id')) ?? '',
  }));
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
