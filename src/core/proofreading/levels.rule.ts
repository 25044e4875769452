import { possibleLevels, type Level } from '../ita/rating.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';
import { tightSpan, type Rule, type Sighting } from './rule.js';
import { indicatorScores, lowestInstrument, statedInstruments, statedLevels, type StatedLevel } from './score-facts.js';

/** The level fits the score; where instrument scores are missing it is said that they decide. */
export const levelsRule: Rule = {
  id: 'score.level',
  severity: 'E',
  title: { th: 'ระดับผลการประเมินไม่สอดคล้องกับคะแนน', en: 'Level does not fit the score' },
  source: 'DOMAIN 1.2 (rating rule)',
  check: (context: ProofContext) => {
    const scores = indicatorScores(context);
    const instruments = statedInstruments(context);
    const lowest = instruments
      ? exactly(Math.min(instruments.iit, instruments.eit1, instruments.eit2, instruments.oit))
      : lowestInstrument(scores);
    const stated = context.passages.flatMap(statedLevels);
    return [
      ...stated.flatMap((found) => judge(found, lowest, scores.size === 10)),
      ...contradicting(stated),
      ...context.passages.flatMap((passage) => foreignLevels(passage, context.fiscalYear)),
      ...(lowest.atLeast >= PASS ? context.passages.flatMap(missingLowScore) : []),
    ];
  },
};

const PASS = 85;
/** Up to 2565 the levels were letters (DOMAIN 1.2). */
const FIRST_YEAR_OF_WORDS = 2566;
const LETTER_LEVEL =
  /(?:ITA|ผลการประเมิน|คุณธรรมและความโปร่งใส)[^;]{0,120}?(?:อยู่ใน)?ระดับ"?((?:AA|A|B|C|D|E|F)(?![A-Za-z])|(?:ดีเยี่ยม|ดีมาก|ดี|ปานกลาง|พอใช้)(?=$|[\s".)]|และ|โดย|ซึ่ง))/g;

/** A level of another scale: letters, or the words of school reports. */
function foreignLevels(passage: Passage, fiscalYear: number | null): Sighting[] {
  if (fiscalYear === null || fiscalYear < FIRST_YEAR_OF_WORDS) return [];
  return [...passage.tight.text.matchAll(LETTER_LEVEL)]
    .filter((match) => !/พึงพอใจ|ปี(?:งบประมาณ)?(?:พ\.ศ\.)?256[0-5]/.test(match[0]))
    .map((match) => ({
      ...tightSpan(passage, match.index + match[0].length - (match[1] ?? '').length, match.index + match[0].length),
      severity: 'W' as const,
      message: {
        th: `“${match[1] ?? ''}” ไม่ใช่ระดับผลการประเมินที่ใช้ตั้งแต่ปี ๒๕๖๖ (ผ่านดีเยี่ยม ผ่านดี ผ่าน ต้องปรับปรุง ต้องปรับปรุงโดยด่วน)`,
        en: `"${match[1] ?? ''}" is not a level of the assessment since 2566`,
      },
    }));
}

const LOW_SCORE = /เครื่องมือใดเครื่องมือหนึ่ง(?:มี)?(?:ผล)?คะแนน(?:น้อยกว่า|ต่ำกว่า|ไม่ถึง)85(?:\.00)?(?:คะแนน)?/g;

/** "One instrument is below 85" although every score shown keeps all of them above. */
const missingLowScore = (passage: Passage): Sighting[] =>
  [...passage.tight.text.matchAll(LOW_SCORE)].map((match) => ({
    ...tightSpan(passage, match.index, match.index + match[0].length),
    message: {
      th: 'คะแนนที่ปรากฏในเอกสารไม่มีเครื่องมือใดต่ำกว่า 85 คะแนน',
      en: 'By the scores shown no instrument lies below 85',
    },
  }));

const exactly = (lowest: number): { atLeast: number; atMost: number } => ({ atLeast: lowest, atMost: lowest });

function judge(found: StatedLevel, lowest: { atLeast: number; atMost: number }, hasIndicators: boolean): Sighting[] {
  if (found.score === null) return [];
  const possible = possibleLevels(found.score, lowest.atLeast, lowest.atMost);
  const span = tightSpan(found.passage, found.from, found.to);
  if (!possible.includes(found.level))
    return [
      {
        ...span,
        message: impossible(found, possible),
        suggestion: possible.length === 1 ? (possible[0] ?? null) : null,
      },
    ];
  if (possible.length > 1) {
    return [{ ...span, severity: hasIndicators ? 'W' : 'I', message: undecided(found, possible) }];
  }
  return [];
}

const impossible = (found: StatedLevel, possible: readonly Level[]): Sighting['message'] => ({
  th: `คะแนน ${found.score ?? ''} กับคะแนนรายเครื่องมือที่ปรากฏ ไม่อาจอยู่ในระดับ “${found.level}” (เป็นไปได้: ${possible.join(', ')})`,
  en: `With ${found.score ?? ''} and the instrument scores shown the level cannot be "${found.level}" (possible: ${possible.join(', ')})`,
});

const undecided = (found: StatedLevel, possible: readonly Level[]): Sighting['message'] => ({
  th: `ระดับ “${found.level}” ต้องยืนยันด้วยคะแนน IIT, EIT ส่วนที่ ๑, EIT ส่วนที่ ๒ และ OIT (คะแนนนี้เป็นได้ทั้ง ${possible.join(', ')})`,
  en: `"${found.level}" depends on the four instrument scores, which are not given (possible here: ${possible.join(', ')})`,
});

/** The same score is given two levels. */
function contradicting(stated: readonly StatedLevel[]): Sighting[] {
  const first = stated[0];
  if (!first) return [];
  return stated
    .filter((found) => found.level !== first.level && (found.score === first.score || found.score === null))
    .map((found) => ({
      ...tightSpan(found.passage, found.from, found.to),
      message: {
        th: `ที่อื่นในเอกสารระบุระดับ “${first.level}” แต่ที่นี่ระบุ “${found.level}”`,
        en: `Elsewhere the level is "${first.level}", here it is "${found.level}"`,
      },
    }));
}
