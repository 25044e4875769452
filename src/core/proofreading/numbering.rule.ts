import { itemsOf } from './list-items.js';
import type { ProofContext } from './proof-context.js';
import { titleCellOf, type Passage, type ProofTable } from './proof-document.js';
import { looseSpan, tightSpan, wholePassage, type Rule, type Sighting } from './rule.js';

/** Numbers of rows, of list items and of headings go on one by one. */
export const numberingRule: Rule = {
  id: 'numbering.gap',
  severity: 'W',
  title: { th: 'ลำดับเลขไม่ต่อเนื่องหรือซ้ำ', en: 'Numbering with a gap or a repeat' },
  source: 'DOMAIN 5.4 (numbering continuity)',
  check: ({ tables, passages, document }: ProofContext) => [
    ...tables.flatMap(rowGaps),
    ...tables.flatMap((table) =>
      headingGaps(table.groups.filter((group) => !group.isContinuation).map(({ passage }) => passage)),
    ),
    ...tables.flatMap(partlyNumbered),
    ...passages.filter((passage) => passage.part === 'cell').flatMap(itemGaps),
    ...headingGaps(textsOf(document)),
    ...clauseGaps(textsOf(document)),
    ...subItemGaps(textsOf(document)),
  ],
};

const textsOf = (document: ProofContext['document']): Passage[] =>
  document.blocks.flatMap((block) => (block.kind === 'text' ? [block.passage] : []));

const CLAUSE = /^ข้อ\s?(\d{1,2})(?=\s(?!แห่ง|ของ|วรรค|และ|ถึง|ตาม|หรือ))/;

/** "ข้อ 4" after "ข้อ 2": clauses of an announcement go on one by one; another list begins again at 1. */
function clauseGaps(texts: readonly Passage[]): Sighting[] {
  let previous: number | null = null;
  return texts.flatMap((passage) => {
    const written = CLAUSE.exec(passage.loose.text);
    if (!written) return [];
    const number = Number(written[1]);
    const before = previous;
    previous = number;
    if (number === 1 || before === null || number === before + 1) return [];
    return [
      {
        ...looseSpan(passage, 0, written[0].length),
        message: wrongNext(`ข้อ ${before}`, `ข้อ ${number}`),
      },
    ];
  });
}

/** No score: those have two decimals and are higher. */
const SUB_ITEM = /^-?\s?(1?\d)\.([1-9]\d?)(?=[.)]?\s?[\u0E01-\u0E44("])/;

/** "4.4" after "4.1", or "4.1" twice; a list that lost its beginning to a page break may begin anywhere. */
function subItemGaps(texts: readonly Passage[]): Sighting[] {
  const last = new Map<string, number>();
  return texts.flatMap((passage) => {
    const written = SUB_ITEM.exec(passage.loose.text);
    if (!written) return [];
    const [label, parent = '', item] = written;
    const number = Number(item);
    const before = last.get(parent);
    last.set(parent, number);
    if (number === 1 && before !== 1) return [];
    if (before === undefined || number === before + 1) return [];
    return [
      { ...looseSpan(passage, 0, label.length), message: wrongNext(`${parent}.${before}`, `${parent}.${number}`) },
    ];
  });
}

/** Labels of one level: "4" after "3", "2.2" after "2.1"; a new parent begins again at 1. */
function rowGaps(table: ProofTable): Sighting[] {
  let previous: string | null = null;
  return table.rows.flatMap((row) => {
    const before = previous;
    previous = row.label ?? previous;
    const cell = row.cells[0];
    if (!row.label || !before || !cell || follows(before, row.label)) return [];
    const span = tightSpan(cell, 0, Math.min(row.label.length, cell.tight.text.length));
    return [{ ...span, message: wrongNext(before, row.label) }];
  });
}

function follows(before: string, label: string): boolean {
  const [old, now] = [before.split('.').map(Number), label.split('.').map(Number)];
  const last = now[now.length - 1];
  if (now.length > old.length) return last === 1;
  const depth = now.length - 1;
  const hasSameParent = now.slice(0, depth).every((part, index) => part === old[index]);
  return hasSameParent ? last === (old[depth] ?? 0) + 1 : last === 1 && (now[depth - 1] ?? 0) >= (old[depth - 1] ?? 0);
}

const wrongNext = (before: string, label: string): Sighting['message'] => ({
  th: `ลำดับ ${label} ต่อจาก ${before} ไม่ต่อเนื่อง`,
  en: `Number ${label} does not follow ${before}`,
});

/** Some measures carry a number and some do not. */
function partlyNumbered(table: ProofTable): Sighting[] {
  const isMeasureTable = table.columns.some((column) => column.role === 'measure');
  const numbered = table.rows.filter((row) => row.label !== null);
  if (!isMeasureTable || numbered.length === 0 || numbered.length === table.rows.length) return [];
  const [first] = numbered.length * 2 > table.rows.length ? table.rows.filter((row) => row.label === null) : numbered;
  const cell = first && (titleCellOf(table, first) ?? first.cells[0]);
  if (!cell || cell.tight.text === '') return [];
  const message = {
    th: `มีเลขลำดับเพียง ${numbered.length} จาก ${table.rows.length} มาตรการ`,
    en: `Only ${numbered.length} of ${table.rows.length} measures are numbered`,
  };
  return [{ ...wholePassage(cell), message }];
}

/** Inside a cell each number is the next one, or a list begins again at 1. */
function itemGaps(passage: Passage): Sighting[] {
  let previous: number | null = null;
  return itemsOf(passage).flatMap((item) => {
    if (item.number === null) return [];
    const before = previous;
    previous = item.number;
    if (item.number === 1 || before === null || item.number === before + 1) return [];
    const from = Math.max(0, item.from - String(item.number).length - 1);
    return [{ ...tightSpan(passage, from, item.from), message: wrongNext(String(before), String(item.number)) }];
  });
}

/** A number in front of a paragraph whose predecessor stands nowhere before it. Lists inside a chapter may begin again. */
function headingGaps(texts: readonly Passage[]): Sighting[] {
  const seen = new Set<number>();
  return texts.flatMap((passage) => {
    const written = /^(\d{1,2})\.\s?(?=[^\d\s])/.exec(passage.loose.text);
    if (!written) return [];
    const number = Number(written[1]);
    const isFollowing = number === 1 || seen.size === 0 || seen.has(number - 1) || seen.has(number);
    const before = Math.max(0, ...seen);
    seen.add(number);
    if (isFollowing) return [];
    return [
      { ...looseSpan(passage, 0, written[0].trimEnd().length), message: wrongNext(String(before), String(number)) },
    ];
  });
}
