import { itemsOf } from './list-items.js';
import { spaceBefore } from './own-agency.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { sharedPieces } from './shared-pieces.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';

/** Somebody begins to do something else, after a finished statement. */
const NEW_STATEMENT =
  /(?:คณะผู้บริหาร|ผู้บริหารท้องถิ่น|ผู้บริหาร|บุคลากร|ประชาชน|หน่วยงาน|สำนักปลัด|กองคลัง|กองช่าง)(?:ได้|มีการ)?(?:ประกาศ|จัดทำ|ดำเนินการ|เผยแพร่|กำหนด|ลงนาม|แต่งตั้ง)/g;
const SHORTEST = 40;
const COMMON = 0.15;

/** One bullet tells two things that have nothing to do with each other. */
export const twoStatementsRule: Rule = {
  id: 'item.two-statements',
  severity: 'I',
  title: { th: 'หนึ่งข้อมีสองเรื่อง', en: 'Two statements in one item' },
  source: 'DOMAIN 5.2 (002-12)',
  check: ({ passages }: ProofContext) => passages.filter(({ role }) => role === 'outcome').flatMap(doubleItems),
};

function doubleItems(passage: Passage): Sighting[] {
  return itemsOf(passage)
    .filter(({ hasMark }) => hasMark)
    .flatMap(({ from, to }) => {
      const text = passage.tight.text.slice(from, to);
      const split = [...text.matchAll(NEW_STATEMENT)].find(
        ({ index }) => index >= SHORTEST && spaceBefore(passage, from + index),
      );
      if (
        !split ||
        text.length - split.index < SHORTEST ||
        sharedPieces(text.slice(split.index), text.slice(0, split.index)) > COMMON
      )
        return [];
      const message = { th: 'ควรแยกเป็นสองข้อ', en: 'Make two items of it' };
      return [{ ...tightSpan(passage, from + split.index, to), message }];
    });
}
