import { bareTitle } from './build-table.js';
import { itemsOf } from './list-items.js';
import type { ProofContext } from './proof-context.js';
import { cellOf, titleCellOf, type ColumnRole, type Passage, type ProofTable } from './proof-document.js';
import { tightSpan, wholePassage, type Rule, type Sighting } from './rule.js';
import { repeatedStretches } from './repeated-stretches.js';

const SHORTEST_TITLE = 6;
const SHORTEST_PASSAGE = 40;
const TELLING: readonly ColumnRole[] = ['result', 'outcome'];
/** Columns in which one text under two measures tells that it was pasted, and how long it must be: short methods are routine. */
const OWN_WORDS: readonly (readonly [ColumnRole, number])[] = [
  ['method', 60],
  ['result', SHORTEST_PASSAGE],
  ['outcome', SHORTEST_PASSAGE],
];

/** Two rows carry the same measure, whatever their numbers; "(continued)" under a new number is the usual cause. */
export const duplicateTitlesRule: Rule = {
  id: 'title.duplicate',
  severity: 'E',
  title: { th: 'มาตรการเดียวกันอยู่สองแถว', en: 'The same measure is listed twice' },
  source: 'DOMAIN 5.4 (duplicate titles)',
  check: ({ tables }: ProofContext) => tables.flatMap(duplicateTitles),
};

function duplicateTitles(table: ProofTable): Sighting[] {
  const first = new Map<string, number>();
  return table.rows.flatMap((row) => {
    const cell = titleCellOf(table, row);
    const title = bareTitle(cell?.tight.text ?? '').replace(/^-/, '');
    if (!cell || title.length < SHORTEST_TITLE) return [];
    const earlier = first.get(title);
    if (earlier === undefined) {
      first.set(title, row.number);
      return [];
    }
    const message = { th: `มาตรการนี้ซ้ำกับแถวที่ ${earlier}`, en: `The same measure as in row ${earlier}` };
    return [{ ...wholePassage(cell), message }];
  });
}

/** A statement of result or outcome stands word for word under another measure, or twice in one cell. */
export const duplicatePassagesRule: Rule = {
  id: 'passage.duplicate',
  severity: 'W',
  title: { th: 'ข้อความยาวซ้ำกัน', en: 'Long passage repeated' },
  source: 'DOMAIN 5.4 (near-duplicate passages of 40 characters or more)',
  check: ({ tables }: ProofContext) => tables.flatMap((table) => [...repeatedItems(table), ...repeatsInCells(table)]),
};

function repeatedItems(table: ProofTable): Sighting[] {
  const first = new Map<string, number>();
  return OWN_WORDS.flatMap(([role, shortest]) =>
    table.rows.flatMap((row) => ofCell(cellOf(table, row, role), row.number, shortest)),
  );

  function ofCell(cell: Passage | undefined, row: number, shortest: number): Sighting[] {
    if (!cell) return [];
    return itemsOf(cell).flatMap((item) => {
      const text = cell.tight.text.slice(item.from, item.to);
      const earlier = first.get(text);
      if (text.length < shortest || earlier === row) return [];
      first.set(text, earlier ?? row);
      if (earlier === undefined) return [];
      const message = {
        th: `ข้อความนี้ซ้ำกับแถวที่ ${earlier} ตรวจสอบว่าเป็นของมาตรการนี้จริง`,
        en: `Word for word as in row ${earlier}; does it belong to this measure?`,
      };
      return [{ ...tightSpan(cell, item.from, item.to), message }];
    });
  }
}

function repeatsInCells(table: ProofTable): Sighting[] {
  return table.rows.flatMap((row) =>
    TELLING.flatMap((role) => cellOf(table, row, role) ?? []).flatMap((cell) =>
      repeatedStretches(cell.tight.text).map(({ from, to }) => ({
        ...tightSpan(cell, from, to),
        message: { th: 'ข้อความช่วงนี้ปรากฏแล้วในช่องเดียวกัน', en: 'This stretch already stands in the same cell' },
      })),
    ),
  );
}
