import { piecesOf, sharedPieces, shareOf } from './shared-pieces.js';
import { itemsOf } from './list-items.js';
import type { ProofContext } from './proof-context.js';
import { cellOf, type Passage, type ProofRow, type ProofTable } from './proof-document.js';
import { tightSpan, wholePassage, type Rule, type Sighting } from './rule.js';

const LEAST_SHARED = 0.12;
/** Shorter texts share little by chance. */
const SHORTEST = 45;
const CLEARLY_SHARED = 0.5;
/** A method of publishing is answered by the address of what was published. */
const PUBLISHES = /เว็บ|เผยแพร่|ออนไลน์|ลงข้อมูล/;
/** Every item is compared with every other; nobody writes more in one cell. */
const MOST_ITEMS = 40;
/** Letters shown of an item in the wrong place. */
const ITEM_HEAD = 12;

/** The result tells about the methods of its row, not about something else. */
export const resultsFollowRule: Rule = {
  id: 'result.other-matter',
  severity: 'W',
  title: { th: 'ผลการดำเนินการไม่ตรงกับวิธีดำเนินการ', en: 'Result does not speak of the methods' },
  source: 'Issue (methods without results), DOMAIN 5.4',
  check: ({ tables }: ProofContext) => tables.flatMap((table) => table.rows.flatMap((row) => otherMatter(table, row))),
};

function otherMatter(table: ProofTable, row: ProofRow): Sighting[] {
  const cell = cellOf(table, row, 'result');
  const method = thaiLetters(cellOf(table, row, 'method'));
  const result = thaiLetters(cell);
  if (!cell || method.length < SHORTEST || result.length < SHORTEST) return [];
  if (Math.max(sharedPieces(method, result), sharedPieces(result, method)) >= LEAST_SHARED) return [];
  if (PUBLISHES.test(method) && /https?:/.test(cell.tight.text)) return [];
  const message = {
    th: 'ผลที่รายงานไม่กล่าวถึงวิธีดำเนินการของแถวนี้',
    en: 'None of the methods of this row appears in the result',
  };
  return [{ ...wholePassage(cell), message }];
}

/** Addresses, dates and numbers say nothing about the matter. */
const thaiLetters = (cell: Passage | undefined): string => (cell?.tight.text ?? '').replace(/[^\u0E01-\u0E4E]/g, '');

/** Results stand in the order of the methods they belong to. */
export const resultOrderRule: Rule = {
  id: 'result.order',
  severity: 'W',
  title: { th: 'ลำดับข้อของผลไม่ตรงกับวิธีดำเนินการ', en: 'Results in another order than the methods' },
  source: 'DOMAIN 5.1 (000-24)',
  check: ({ tables }: ProofContext) => tables.flatMap((table) => table.rows.flatMap((row) => disorder(table, row))),
};

function disorder(table: ProofTable, row: ProofRow): Sighting[] {
  const method = cellOf(table, row, 'method');
  const result = cellOf(table, row, 'result');
  if (!method || !result) return [];
  const methods = numbered(method);
  const results = numbered(result);
  if (methods.length < 2 || methods.length > MOST_ITEMS || methods.length !== results.length) return [];
  const methodPieces = methods.map((item) => piecesOf(item.text));
  const partners = results.map((item) => bestPartner(piecesOf(item.text), methodPieces));
  const known = partners.filter((partner) => partner >= 0);
  if (known.length !== results.length || new Set(known).size !== known.length) return [];
  const first = partners.findIndex((partner, index) => partner !== index);
  const item = results[first];
  if (!item) return [];
  const message = {
    th: `ข้อ ${first + 1} ของผลตรงกับข้อ ${(partners[first] ?? 0) + 1} ของวิธีดำเนินการ`,
    en: `Item ${first + 1} of the result belongs to item ${(partners[first] ?? 0) + 1} of the methods`,
  };
  return [{ ...tightSpan(result, item.from, Math.min(item.to, item.from + ITEM_HEAD)), message }];
}

const numbered = (passage: Passage): { from: number; to: number; text: string }[] =>
  itemsOf(passage)
    .filter((item) => item.number !== null)
    .map(({ from, to, number }) => ({
      from: from - String(number).length - 1,
      to,
      text: passage.tight.text.slice(from, to),
    }));

/** Index of the method that shares most with the text; -1 when two come close or none does. */
function bestPartner(text: ReadonlySet<number>, methods: readonly ReadonlySet<number>[]): number {
  const shares = methods.map((method) => shareOf(text, method) + shareOf(method, text));
  const best = Math.max(...shares);
  const rivals = shares.filter((share) => share > best * 0.85);
  return best >= CLEARLY_SHARED && rivals.length === 1 ? shares.indexOf(best) : -1;
}
