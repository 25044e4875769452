import { columnRole, isHeaderRow } from './column-role.js';
import { joinMapped, mapText, tighten } from './mapped-text.js';
import type { Column, GroupRow, Passage, ProofRow, ProofTable } from './proof-document.js';
import type { SourceLine } from './source-lines.js';

const LABEL = /^(\d+(?:\.\d+)*)(?=\.|\s|$|[\u0E01-\u0E4F])/;
export const CONTINUED = /\(ต่อ\)/;

/** A title as it is compared: no spaces, no number in front, no "(continued)". */
export const bareTitle = (tight: string): string => tight.replace(/\(ต่อ\)/g, '').replace(/^\d+(\.\d+)*[.)]?/, '');

interface Draft {
  readonly number: number;
  columns: Column[];
  readonly headers: Passage[][];
  readonly rows: ProofRow[];
  readonly groups: GroupRow[];
  readonly repeatedTitles: { title: Passage; of: number }[];
  /** Lines that go on with a row, by the number of the row: their cells from the first that is no name. */
  readonly continuations: Map<number, { readonly cells: readonly Passage[]; readonly naming: number }[]>;
}

/** Reads the rows of one table; page breaks inside it (repeated headers, blank leading cells, "(continued)") are healed. */
export function buildTable(text: string, lines: readonly SourceLine[], number: number): ProofTable {
  const draft: Draft = {
    number,
    columns: [],
    headers: [],
    rows: [],
    groups: [],
    repeatedTitles: [],
    continuations: new Map(),
  };
  lines.forEach((line, index) => addLine(draft, text, line, lines[index + 1]));
  const { columns, headers, groups, repeatedTitles } = draft;
  return { number, columns, headers, groups, repeatedTitles, rows: draft.rows.map((row) => wholeRow(draft, row)) };
}

function addLine(draft: Draft, text: string, line: SourceLine, next: SourceLine | undefined): void {
  const cells = passages(draft, text, line);
  const tight = cells.map((cell) => cell.tight.text);
  if (tight.every((cell) => /^-*$/.test(cell))) return;
  if (isHeaderRow(tight)) return addHeader(draft, cells);
  if (isGroupRow(text, line, tight, next)) return addGroup(draft, cells[0]);
  const previous = draft.rows[draft.rows.length - 1];
  if (previous && continues(draft, previous, cells)) return extendRow(draft, previous, cells);
  const label = labelOf(draft, cells);
  const rowNumber = draft.rows.length + 1;
  const placed = cells.map((cell) => ({ ...cell, row: rowNumber, rowLabel: label }));
  draft.rows.push({ number: rowNumber, label, cells: placed, start: line.start, end: line.end });
}

function addHeader(draft: Draft, cells: readonly Passage[]): void {
  if (draft.headers.length === 0)
    draft.columns = cells.map(({ tight }) => ({ title: tight.text, role: columnRole(tight.text) }));
  draft.headers.push(cells.map((cell) => ({ ...cell, part: 'header' as const })));
}

/** Only the first cell speaks, and it is set as a heading: bold, "(continued)", or numbered above the row that follows. */
function isGroupRow(text: string, line: SourceLine, tight: readonly string[], next: SourceLine | undefined): boolean {
  const [first = '', ...others] = tight;
  if (first === '' || others.length === 0 || others.some((cell) => cell !== '')) return false;
  if (/<b>|<strong>|\*\*/.test(text.slice(line.start, line.end))) return true;
  const own = LABEL.exec(first)?.[1];
  const following = next ? LABEL.exec(firstCellText(text, next))?.[1] : undefined;
  return own !== undefined && following !== undefined && following.split('.').length > own.split('.').length;
}

function firstCellText(text: string, line: SourceLine): string {
  const cell = line.cells?.[0];
  return cell ? tighten(mapText(text, cell.start, cell.end)).text : '';
}

function addGroup(draft: Draft, passage: Passage | undefined): void {
  if (!passage) return;
  const label = LABEL.exec(passage.tight.text)?.[1] ?? null;
  const isContinuation = CONTINUED.test(passage.tight.text);
  draft.groups.push({ label, passage, isContinuation, beforeRow: draft.rows.length + 1 });
}

/** Blank naming cells, or the previous title once more with "(continued)" under the same number. */
function continues(draft: Draft, previous: ProofRow, cells: readonly Passage[]): boolean {
  const naming = namingCells(draft, cells);
  if (naming.every((cell) => cell.tight.text === '')) return true;
  const title = naming[naming.length - 1]?.tight.text ?? '';
  return CONTINUED.test(title) && labelOf(draft, cells) === previous.label && previous.label !== null;
}

/** The cells that make a row a row of its own: its number and its measure or indicator, otherwise its first cell. */
function namingCells(draft: Draft, cells: readonly Passage[]): Passage[] {
  const roles = draft.columns.map((column) => column.role);
  const lead = roles.findIndex((role) => role === 'measure' || role === 'indicator');
  return cells.slice(0, Math.max(lead, 0) + 1);
}

function extendRow(draft: Draft, previous: ProofRow, cells: readonly Passage[]): void {
  const naming = namingCells(draft, cells).length - 1;
  const title = cells[naming];
  if (title && title.tight.text !== '')
    draft.repeatedTitles.push({ title: { ...title, row: previous.number }, of: previous.number });
  const earlier = draft.continuations.get(previous.number) ?? [];
  earlier.push({ cells, naming });
  draft.continuations.set(previous.number, earlier);
}

/** Joined once for all lines of the row: a row may go on over every page of a long table. */
function wholeRow(draft: Draft, row: ProofRow): ProofRow {
  const lines = draft.continuations.get(row.number);
  if (!lines) return row;
  const parts = row.cells.map((cell) => [cell]);
  for (const { cells: more, naming } of lines)
    more.forEach((cell, column) => {
      if (column > naming) parts[column]?.push(cell);
    });
  const cells = row.cells.map((cell, column) => joinPassages(cell, parts[column] ?? []));
  return { ...row, cells };
}

function joinPassages(first: Passage, parts: readonly Passage[]): Passage {
  const filled = parts.filter(({ loose }) => loose.text !== '');
  if (filled.length === 0 || (filled.length === 1 && filled[0] === first)) return first;
  const loose = joinMapped(filled.map((part) => part.loose));
  return { ...first, loose, tight: tighten(loose), ranges: filled.flatMap(({ ranges }) => ranges) };
}

function labelOf(draft: Draft, cells: readonly Passage[]): string | null {
  const order = draft.columns.findIndex((column) => column.role === 'order');
  const text = cells[Math.max(order, 0)]?.tight.text ?? '';
  return LABEL.exec(text)?.[1] ?? null;
}

function passages(draft: Draft, text: string, line: SourceLine): Passage[] {
  return (line.cells ?? []).map((range, column) => {
    const loose = mapText(text, range.start, range.end);
    return {
      part: 'cell',
      line: line.number,
      loose,
      tight: tighten(loose),
      ranges: [range],
      table: draft.number,
      row: draft.rows.length + 1,
      rowLabel: null,
      column: column + 1,
      columnTitle: draft.columns[column]?.title ?? null,
      role: draft.columns[column]?.role ?? null,
    };
  });
}
