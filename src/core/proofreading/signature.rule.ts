import type { ProofContext } from './proof-context.js';
import { wholePassage, type Rule } from './rule.js';
import { datesIn } from './thai-dates.js';

const SIGNED = /ลงชื่อ|ผู้รายงาน|ผู้จัดทำ|\((?:นาย|นาง|นางสาว|ว่าที่|พันจ่า|จ่า|ดร\.|สิบ|ร้อย|\.{4,}|_{4,})/;
const DATED = /ประกาศ\s?ณ\s?วันที่/;

/** An announcement ends with its date, a signature and the printed name; a report should. */
export const signatureRule: Rule = {
  id: 'signature.missing',
  severity: 'I',
  title: { th: 'ไม่มีวันที่ประกาศหรือส่วนลงนาม', en: 'No date or signature block' },
  source: 'DOMAIN 2.1 (form of announcements), 5.4',
  check: ({ kind, passages, document }: ProofContext) => {
    const last = passages[passages.length - 1];
    if (!last || kind === 'other') return [];
    const texts = document.blocks.flatMap((block) => (block.kind === 'text' ? [block.passage.loose.text] : []));
    const isDated = texts.some(
      (text) => DATED.test(text) && datesIn(text.slice(text.search(DATED))).some(({ year }) => year !== null),
    );
    const isSigned = texts.some((text) => SIGNED.test(text));
    const isComplete = isSigned && (isDated || kind !== 'announcement');
    const message = { th: 'ท้ายเอกสารยังไม่มีวันที่หรือส่วนลงนาม', en: 'The document ends without date or signature block' };
    return isComplete
      ? []
      : [
          {
            ...wholePassage(last),
            range: { start: document.text.length, end: document.text.length },
            severity: kind === 'announcement' ? 'W' : 'I',
            message,
          },
        ];
  },
};
