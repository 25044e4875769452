import { columnRole } from './column-role.js';
import type { ProofContext } from './proof-context.js';
import type { Block, Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

const ANNOUNCES = /(?:ดังต่อไปนี้|ดังนี้|ต่อไปนี้)[:.]?$/;

/** "as follows" is followed by a table, a list or a text, not by nothing or by the next heading. */
export const announcedListsRule: Rule = {
  id: 'list.missing',
  severity: 'W',
  title: { th: 'มีคำว่า “ดังนี้” แต่ไม่มีรายการตามมา', en: '"As follows" is followed by nothing' },
  source: 'DOMAIN 5.4 (announced lists)',
  check: ({ document, tables }: ProofContext) => [
    ...document.blocks.flatMap((block, index) =>
      block.kind === 'text' ? unkept(block.passage, document.blocks[index + 1]) : [],
    ),
    ...tables.flatMap((table) => table.rows.flatMap((row) => row.cells)).flatMap((cell) => announcement(cell)),
  ],
};

function unkept(passage: Passage, next: Block | undefined): Sighting[] {
  return isKept(next) ? [] : announcement(passage);
}

function isKept(next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (next.kind === 'table' || next.isListItem) return true;
  const text = next.passage.tight.text;
  if (isTableHead(next.passage)) return true;
  if (/^(?:ส่วนที่|ด้านที่|ข้อ(?:ที่)?\d|ข้อ(?:ควร|ไม่ควร|ห้าม|พึง)|ตัวชี้วัด|ประเด็น|มาตรการ|\(|\d{1,2}ประเด็น)/.test(text)) return true;
  return !next.isHeading && !ANNOUNCES.test(text);
}

/** The head of a table whose columns were lost, as in the text of a PDF. */
const isTableHead = (passage: Passage): boolean =>
  passage.loose.text.split(' ').filter((word) => columnRole(word) !== null).length >= 2;

function announcement(passage: Passage): Sighting[] {
  const found = ANNOUNCES.exec(passage.tight.text);
  if (!found) return [];
  const message = { th: 'หลังคำนี้ยังไม่มีรายการหรือรายละเอียด', en: 'Nothing is listed after these words' };
  return [{ ...tightSpan(passage, found.index, found.index + found[0].length), message }];
}
