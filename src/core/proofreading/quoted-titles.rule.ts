import { bareTitle } from './build-table.js';
import { nearestSubstring } from './edit-distance.js';
import type { ProofContext } from './proof-context.js';
import { cellOf, titleCellOf, type ProofRow, type ProofTable } from './proof-document.js';
import { sharedPieces } from './shared-pieces.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

const SHORTEST = 24;
const LONGEST = 90;
const DIFFERENT = 0.2;
const LEAST_DIFFERENT = 4;
/** Share of the title's pieces without which no near quotation is possible. */
const LEAST_SHARED = 0.4;
const EDGE = 4;
const LEAD = /^-?(?:จัดทำ)?(?:ประกาศ)?(?:มาตรการ)?(?:เรื่อง)?(?:การ)?/;
const ANNOUNCED = /(?:ประกาศ|มาตรการ|เรื่อง)/;

/** Where a cell announces the measure of its row, it uses the words of the title. */
export const quotedTitlesRule: Rule = {
  id: 'title.misquoted',
  severity: 'W',
  title: { th: 'ชื่อมาตรการที่อ้างไม่ตรงกับชื่อในแถว', en: 'Title quoted in other words' },
  source: 'DOMAIN 5.1 (000-19, 000-20)',
  check: ({ tables }: ProofContext) => tables.flatMap((table) => table.rows.flatMap((row) => misquoted(table, row))),
};

function misquoted(table: ProofTable, row: ProofRow): Sighting[] {
  const title = bareTitle(titleCellOf(table, row)?.tight.text ?? '')
    .replace(LEAD, '')
    .replace(/\([^()]*\)$/, '')
    .slice(0, LONGEST);
  if (title.length < SHORTEST) return [];
  return (['method', 'result'] as const).flatMap((role) => {
    const cell = cellOf(table, row, role);
    const text = cell?.tight.text ?? '';
    if (!cell || text.includes(title) || !ANNOUNCED.test(text)) return [];
    const anchor = anchorOf(title, text);
    if (anchor < 0) return [];
    const offset = Math.max(0, anchor - title.length);
    const window = text.slice(offset, anchor + title.length * 2);
    if (sharedPieces(title, window) < LEAST_SHARED) return [];
    const near = nearestSubstring(title, window);
    if (near.distance < LEAST_DIFFERENT || near.distance > title.length * DIFFERENT) return [];
    if (!hasSameEdges(title, text.slice(offset + near.from, offset + near.to))) return [];
    const message = { th: `ชื่อมาตรการในแถวนี้คือ “${title}”`, en: `The measure of this row is called "${title}"` };
    return [{ ...tightSpan(cell, offset + near.from, offset + near.to), message, suggestion: title }];
  });
}

/** Where a part of the title stands word for word; -1 when none does. The costly comparison looks around it only. */
const anchorOf = (title: string, text: string): number =>
  [title.slice(0, 10), title.slice(-12), title.slice(6, 18)].map((part) => text.indexOf(part)).find((at) => at >= 0) ??
  -1;

/** The difference lies inside: words before and after a title belong to the sentence around it. */
const hasSameEdges = (title: string, quoted: string): boolean =>
  quoted.startsWith(title.slice(0, EDGE)) && quoted.endsWith(title.slice(-EDGE));
