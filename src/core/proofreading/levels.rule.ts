import { possibleLevels, type Level } from '../ita/rating.js';
import type { ProofContext } from './proof-context.js';
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
    return [...stated.flatMap((found) => judge(found, lowest, scores.size === 10)), ...contradicting(stated)];
  },
};

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
