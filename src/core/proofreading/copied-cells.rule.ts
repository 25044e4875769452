import { editDistance } from './edit-distance.js';
import { itemsOf } from './list-items.js';
import type { ProofContext } from './proof-context.js';
import { cellOf, type ColumnRole, type Passage, type ProofRow, type ProofTable } from './proof-document.js';
import { tightSpan, wholePassage, type Rule, type Sighting } from './rule.js';

/** A column, and the columns it must not repeat. */
const PAIRS: readonly (readonly [ColumnRole, readonly ColumnRole[]])[] = [
  ['result', ['responsible', 'method', 'period']],
  ['outcome', ['responsible', 'result', 'method', 'period']],
  ['method', ['responsible', 'period']],
];
const SHORTEST_CELL = 10;
const SHORTEST_ITEM = 55;
const NEARLY_EQUAL = 0.08;
/** Differing letters, however long the cell: the comparison costs their number times the length. */
const MOST_DIFFERENT = 80;

/** A cell, or one of its items, is the text of another column: pasted into the wrong place or never written. */
export const copiedCellsRule: Rule = {
  id: 'cell.copied',
  severity: 'E',
  title: { th: 'ข้อความซ้ำกับช่องอื่นในแถวเดียวกัน', en: 'Text of another column repeated' },
  source: 'DOMAIN 5.4 (text equal or nearly equal across columns)',
  check: ({ tables }: ProofContext) => tables.flatMap((table) => table.rows.flatMap((row) => copiedIn(table, row))),
};

function copiedIn(table: ProofTable, row: ProofRow): Sighting[] {
  return PAIRS.flatMap(([role, sources]) => {
    const cell = cellOf(table, row, role);
    if (!cell) return [];
    if (cell.tight.text.length < SHORTEST_CELL)
      return isDivision(table, row, cell) ? copiedDivision(table, row, cell) : [];
    for (const source of sources) {
      const other = cellOf(table, row, source);
      const found = other ? copies(cell, other) : [];
      if (found.length > 0) return found;
    }
    return [];
  });
}

const SHORTEST_DIVISION = 5;

/** "กองคลัง" as the whole result: short, yet the very text of the responsible division. */
const isDivision = (table: ProofTable, row: ProofRow, cell: Passage): boolean =>
  cell.tight.text.length >= SHORTEST_DIVISION && cellOf(table, row, 'responsible')?.tight.text === cell.tight.text;

function copiedDivision(table: ProofTable, row: ProofRow, cell: Passage): Sighting[] {
  const source = cellOf(table, row, 'responsible');
  return source ? [{ ...wholePassage(cell), message: repeated(source) }] : [];
}

const repeated = (source: Passage): Sighting['message'] => ({
  th: `ข้อความซ้ำกับช่อง “${source.columnTitle ?? ''}” ควรเขียนสิ่งที่เกิดขึ้นจริง`,
  en: `Repeats the text of the column "${source.columnTitle ?? ''}"; write what really happened`,
});

function copies(cell: Passage, source: Passage): Sighting[] {
  const message = repeated(source);
  if (cell.tight.text === source.tight.text || nearlyEqual(cell.tight.text, source.tight.text))
    return [{ ...wholePassage(cell), message }];
  const originals = byStart(
    itemsOf(source)
      .map((item) => source.tight.text.slice(item.from, item.to))
      .filter((text) => text.length >= SHORTEST_ITEM),
  );
  return itemsOf(cell).flatMap((item) => {
    const text = cell.tight.text.slice(item.from, item.to);
    const alike = originals.get(startOf(text)) ?? [];
    return text.length >= SHORTEST_ITEM && alike.some((original) => repeats(text, original))
      ? [{ ...tightSpan(cell, item.from, item.to), message }]
      : [];
  });
}

function nearlyEqual(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  const limit = Math.min(MOST_DIFFERENT, Math.floor(longest * NEARLY_EQUAL));
  return (
    longest >= SHORTEST_ITEM &&
    Math.abs(one.length - other.length) <= limit &&
    startsAlike(one, other) &&
    editDistance(one, other, limit) <= limit
  );
}

/** Cheap look before the expensive one: pasted texts share their beginning. */
const startOf = (text: string): string => text.slice(0, 8);
const startsAlike = (one: string, other: string): boolean => startOf(one) === startOf(other);

/** Items of one cell with the same beginning that are compared; nobody writes more. */
const MOST_ALIKE = 20;

function byStart(items: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const group = groups.get(startOf(item)) ?? [];
    if (group.length < MOST_ALIKE) groups.set(startOf(item), [...group, item]);
  }
  return groups;
}

/** The item is the other one, or the other one with words added behind or in the middle. */
function repeats(text: string, original: string): boolean {
  if (!startsAlike(text, original)) return false;
  return (
    sharedStart(text, original) + sharedEnd(text, original) >= original.length * 0.9 ||
    nearlyEqual(text, original) ||
    sharedStart(text, original) >= SHORTEST_ITEM * 2
  );
}

function sharedStart(one: string, other: string): number {
  const limit = Math.min(one.length, other.length);
  let length = 0;
  while (length < limit && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

function sharedEnd(one: string, other: string): number {
  const limit = Math.min(one.length, other.length) - sharedStart(one, other);
  let length = 0;
  while (length < limit && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
    length += 1;
  return length;
}
