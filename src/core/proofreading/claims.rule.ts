import { itemsOf } from './list-items.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';
import { statedLevels } from './score-facts.js';

const CLAIM =
  /คะแนน(?:\/ตัวชี้วัด)?(?:ได้)?(?:การประเมิน|เฉลี่ย|คะแนนเฉลี่ย|ผลการประเมิน|ITA|ในภาพรวม|รวม){0,3}(?:มี|ได้)?(?:เพิ่มมากขึ้น|เพิ่มขึ้น|มากขึ้น|สูงขึ้น|ดีขึ้น)/g;

/** A score is said to have risen, but neither score is given. */
export const claimsRule: Rule = {
  id: 'claim.without-figures',
  severity: 'W',
  title: { th: 'กล่าวว่าคะแนนเพิ่มขึ้นแต่ไม่มีตัวเลข', en: 'A rise is claimed without figures' },
  source: 'DOMAIN 5.2 (002-08)',
  check: ({ passages }: ProofContext) =>
    passages.filter(tellsResults).flatMap((passage) =>
      itemsOf(passage).flatMap((item): Sighting[] => {
        const text = passage.tight.text.slice(item.from, item.to);
        if (/\d\.\d|\dคะแนน|ร้อยละ\d/.test(text)) return bareRise(passage, item.from, text);
        return [...text.matchAll(CLAIM)].map((match) => ({
          ...tightSpan(passage, item.from + match.index, item.from + match.index + match[0].length),
          message: { th: 'ควรระบุคะแนนก่อนและหลัง', en: 'Give the score before and after' },
        }));
      }),
    ),
};

const RISE_OF_SCORE =
  /(?:ผลการประเมิน|คะแนน|ตัวชี้วัด)[^;]{0,90}?((?:เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง)จาก(?:ปีที่ผ่านมา|ปีก่อน|ปีที่แล้ว|เดิม|ปี(?:งบประมาณ)?(?:พ\.ศ\.)?25\d\d)[^\d]{0,16}\d+\.\d+(?:คะแนน)?)/;

/** Only the difference is told: of the two scores themselves none stands there. */
function bareRise(passage: Passage, from: number, text: string): Sighting[] {
  const found = RISE_OF_SCORE.exec(text);
  const rise = found?.[1] ?? '';
  if (!found || (text.match(/\d\.\d+/g) ?? []).length > 1) return [];
  const start = from + found.index + found[0].length - rise.length;
  return [
    {
      ...tightSpan(passage, start, start + rise.length),
      message: { th: 'ควรระบุคะแนนก่อนและหลังด้วย มิใช่ผลต่างเท่านั้น', en: 'Give both scores, not only their difference' },
    },
  ];
}

const tellsResults = ({ role }: Passage): boolean => role === 'result' || role === 'outcome';

const TARGET = /(?:ไม่ต่ำกว่า|ไม่น้อยกว่า|เป้าหมาย[^\d]{0,12})(?:ร้อยละ)?(\d{2,3}\.\d{1,2})/g;

/** A target that the stated result has already reached is no target. */
export const targetsRule: Rule = {
  id: 'target.reached',
  severity: 'W',
  title: { th: 'เป้าหมายไม่สูงกว่าผลที่ได้แล้ว', en: 'Target already reached' },
  source: 'DOMAIN 5.4 (target against result)',
  check: (context: ProofContext) => {
    const result = context.passages.flatMap(statedLevels).find((found) => found.score !== null)?.score ?? null;
    if (result === null) return [];
    return context.passages.flatMap((passage) =>
      [...passage.tight.text.matchAll(TARGET)]
        .filter((match) => Number(match[1]) <= result)
        .map((match) => ({
          ...tightSpan(passage, match.index, match.index + match[0].length),
          message: {
            th: `เป้าหมาย ${match[1] ?? ''} ไม่สูงกว่าผลที่ได้แล้ว (${result.toFixed(2)})`,
            en: `The target ${match[1] ?? ''} is not above the result already reached (${result.toFixed(2)})`,
          },
        })),
    );
  },
};

/** Numbers of at most 21 digits. "45คน(เป้าหมาย40คน)", "ร้อยละ85.5(เป้าหมายร้อยละ80)": a figure beside its target, as results print it. */
const MISSABLE =
  /(?<![\d,])(\d[\d,]{0,20}(?:\.\d{1,20})?)([^\d\s(]{0,40})\(เป้าหมาย(?:ร้อยละ)?(\d[\d,]{0,20}(?:\.\d{1,20})?)([^\d\s()]{0,40})\)/g;

/** A figure that stays below its own target wants a word of explanation; where less is better it needs none. */
export const missedTargetsRule: Rule = {
  id: 'target.missed',
  severity: 'I',
  title: { th: 'ตัวเลขต่ำกว่าเป้าหมาย', en: 'Figure below its target' },
  source: 'DOMAIN 5.4 (target against result)',
  check: ({ passages }: ProofContext) =>
    passages.filter(tellsResults).flatMap((passage) =>
      [...passage.tight.text.matchAll(MISSABLE)].flatMap((match): Sighting[] => {
        const [all, reached = '', unit, target = '', goal] = match;
        if (unit !== goal || numberIn(reached) >= numberIn(target)) return [];
        return [
          {
            ...tightSpan(passage, match.index, match.index + all.length),
            message: {
              th: `ทำได้ ${reached} จากเป้าหมาย ${target} ควรอธิบายเหตุ (ถ้ายิ่งน้อยยิ่งดี ไม่ต้องแก้)`,
              en: `${reached} of a target of ${target}: say why (nothing to do where less is better)`,
            },
          },
        ];
      }),
    ),
};

const numberIn = (written: string): number => Number(written.replaceAll(',', ''));
