import type { Block } from './proof-document.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { itemsOf } from './list-items.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

const OPEN_END =
  /(?:และ|หรือ|เพื่อให้|เพื่อ|ซึ่ง|โดยให้|กับ|จาก|ได้แก่|เช่น|เนื่องจาก|กำหนดให้|ตลอดจน|รวมถึง|รวมทั้ง|ระหว่าง|สำหรับ|เกี่ยวกับ|(?<![ก-ฮ]ที|ไม้)ในการ|ต่อการ|ด้านการ|และการ|ของ(?!ขวัญ)|ดังนั้น|อีกทั้ง|นอกจากนี้|(?<=[ ,])กำหนด)$/;
const OPEN_PURPOSE =
  /(?:เพื่อ|โดย|ซึ่ง)ให้?(?:บุคลากร|ประชาชน|เจ้าหน้าที่|พนักงาน|ผู้บริหาร|หน่วยงาน|ผู้รับบริการ|ผู้มาติดต่อ|ผู้ปฏิบัติงาน|ส่วนราชการ)(?:ใน(?:หน่วยงาน|สังกัด|องค์กร))?$/;

/** A cell, list item or paragraph that ends where a word was to follow. */
export const unfinishedRule: Rule = {
  id: 'sentence.unfinished',
  severity: 'W',
  title: { th: 'ประโยคไม่จบ', en: 'Unfinished sentence' },
  source: 'DOMAIN 5.4, issue (unfinished sentences)',
  check: ({ document }: ProofContext) => [
    ...document.blocks.flatMap((block, index) => brokenParagraph(block, document.blocks[index + 1])),
    ...document.blocks
      .flatMap((block) => (block.kind === 'table' ? block.table.rows.flatMap((row) => row.cells) : []))
      .flatMap(brokenItems),
  ],
};

const message = { th: 'ข้อความขาดหาย ยังไม่จบประโยค', en: 'The sentence breaks off here' };

function brokenItems(cell: Passage): Sighting[] {
  if (cell.tight.text.length < 12) return [];
  return itemsOf(cell).flatMap((item) => openEnd(cell, item.from, item.to));
}

/** A page break inside a sentence is healed by the paragraph that goes on; only a broken end before something else counts. */
function brokenParagraph(block: Block, next: Block | undefined): Sighting[] {
  if (block.kind !== 'text' || block.isHeading) return [];
  const goesOn =
    next?.kind === 'text' && !next.isListItem && next.passage.part === 'paragraph' && !isVerbEnd(block.passage);
  const lists = next?.kind === 'text' && next.isListItem && ANNOUNCES.test(block.passage.tight.text);
  return goesOn || lists ? [] : openEnd(block.passage, 0, block.passage.tight.text.length);
}

/** What follows such a word is the list. */
const ANNOUNCES = /(?:ได้แก่|เช่น|ประกอบด้วย|รวมถึง|รวมทั้ง)$/;

const isVerbEnd = (passage: Passage): boolean => /[ ,]กำหนด$/.test(passage.loose.text);

function openEnd(passage: Passage, from: number, to: number): Sighting[] {
  const text = passage.tight.text.slice(from, to);
  const found = OPEN_END.exec(text) ?? OPEN_PURPOSE.exec(text);
  return found ? [{ ...tightSpan(passage, from + found.index, to), message }] : [];
}
