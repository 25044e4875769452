import type { LevelReason } from '../ita/level-reason.js';
import type { InstrumentScores, Level } from '../ita/rating.js';

export const INSTRUMENT_WORDS: Readonly<Record<keyof InstrumentScores, { readonly th: string; readonly en: string }>> =
  {
    iit: { th: 'IIT', en: 'IIT' },
    eit1: { th: 'EIT ส่วนที่ 1', en: 'EIT part 1' },
    eit2: { th: 'EIT ส่วนที่ 2', en: 'EIT part 2' },
    oit: { th: 'OIT', en: 'OIT' },
  };

const ENGLISH_LEVELS: Readonly<Record<Level, string>> = {
  ผ่านดีเยี่ยม: 'passed with excellence',
  ผ่านดี: 'passed well',
  ผ่าน: 'passed',
  ต้องปรับปรุง: 'needs improvement',
  ต้องปรับปรุงโดยด่วน: 'needs urgent improvement',
};

/** One sentence on why the result has its level, with the scores that decide. Arabic digits. */
export function levelSentence({ level, overall, lowest }: LevelReason): { readonly th: string; readonly en: string } {
  const total = overall.toFixed(2);
  const instrument = INSTRUMENT_WORDS[lowest.instrument];
  const score = lowest.score.toFixed(2);
  const en = `Level: ${ENGLISH_LEVELS[level]}. Overall ${total}; the lowest instrument is ${instrument.en} with ${score}.`;
  switch (level) {
    case 'ผ่านดีเยี่ยม':
      return { th: `คะแนนภาพรวม ${total} และทุกเครื่องมือไม่ต่ำกว่า 95 คะแนน จึงอยู่ในระดับ${level}`, en };
    case 'ผ่านดี':
      return {
        th: `คะแนนภาพรวม ${total} และทุกเครื่องมือไม่ต่ำกว่า 85 คะแนน (ต่ำสุดคือ ${instrument.th} ${score}) จึงอยู่ในระดับ${level}`,
        en,
      };
    case 'ผ่าน':
      return {
        th: `คะแนนภาพรวม ${total} ไม่ต่ำกว่า 85 แต่ ${instrument.th} ได้ ${score} ซึ่งต่ำกว่า 85 คะแนน จึงอยู่ในระดับ${level}`,
        en,
      };
    case 'ต้องปรับปรุง':
      return { th: `คะแนนภาพรวม ${total} อยู่ระหว่าง 70 ถึง 84.99 จึงอยู่ในระดับ${level}`, en };
    case 'ต้องปรับปรุงโดยด่วน':
      return { th: `คะแนนภาพรวม ${total} ต่ำกว่า 70 จึงอยู่ในระดับ${level}`, en };
  }
}
