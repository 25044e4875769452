import { INDICATORS } from '../ita/indicators.js';
import { overallFromIndicators } from '../ita/instruments.js';
import type { ProofContext } from './proof-context.js';
import { cellOf, type Passage, type ProofTable } from './proof-document.js';
import { tightSpan, wholePassage, type Rule, type Sighting } from './rule.js';
import { indicatorScores, statedLevels } from './score-facts.js';

const TOLERANCE = 0.02;

/** The overall score is the weighted sum of the indicator scores in the table. */
export const totalsRule: Rule = {
  id: 'score.total',
  severity: 'W',
  title: { th: 'คะแนนรวมไม่ตรงกับคะแนนรายตัวชี้วัด', en: 'Overall score does not follow from the indicators' },
  source: 'DOMAIN 1.1 (weights 30/30/40)',
  check: (context: ProofContext) => {
    const expected = overallFromIndicators(indicatorScores(context));
    if (expected === null) return [];
    const stated = context.passages.flatMap(statedLevels).find((found) => found.score !== null);
    if (!stated || Math.abs((stated.score ?? 0) - expected) <= TOLERANCE) return [];
    return [
      {
        ...tightSpan(stated.passage, stated.from, stated.to),
        severity: Math.abs((stated.score ?? 0) - expected) > 1 ? 'E' : 'W',
        message: {
          th: `คำนวณจากคะแนนรายตัวชี้วัด (IIT 30 : EIT 30 : OIT 40) ได้ ${expected.toFixed(2)} ไม่ใช่ ${stated.score?.toFixed(2) ?? ''}`,
          en: `The indicators (IIT 30, EIT 30, OIT 40 %) give ${expected.toFixed(2)}, not ${stated.score?.toFixed(2) ?? ''}`,
        },
        suggestion: null,
      },
    ];
  },
};

/** A score lies between 0 and 100. */
export const scoreRangeRule: Rule = {
  id: 'score.range',
  severity: 'E',
  title: { th: 'คะแนนเกินช่วง ๐ – ๑๐๐', en: 'Score outside 0 to 100' },
  source: 'DOMAIN 1.1',
  check: ({ tables, passages }: ProofContext) => [
    ...tables
      .flatMap((table) => table.rows.flatMap((row) => cellOf(table, row, 'score') ?? []))
      .filter((cell) => Number(cell.tight.text) > 100)
      .map((cell) => ({ ...wholePassage(cell), message: ABOVE_RANGE })),
    ...passages.flatMap((passage) =>
      [...passage.tight.text.matchAll(WRITTEN_SCORE)]
        .filter((match) => Number(match[1]) > 100)
        .map((match) => ({
          ...tightSpan(passage, match.index, match.index + match[0].length),
          message: ABOVE_RANGE,
        })),
    ),
  ],
};

const ABOVE_RANGE = { th: 'คะแนนต้องไม่เกิน 100', en: 'A score cannot exceed 100' };
const WRITTEN_SCORE =
  /(?:ได้|มี|เป็น|อยู่ที่|เท่ากับ|ผล)(?:ผล)?คะแนน(?:รวม|เฉลี่ย|ภาพรวม|ในภาพรวม|ร้อยละ|เท่ากับ|ITA){0,3}(\d{3}(?:\.\d{1,2})?)(?![\d,.])/g;

/** Rows under the heading "rank" stand in the order of their scores; otherwise the column is only a number. */
export const rankOrderRule: Rule = {
  id: 'score.rank',
  severity: 'I',
  title: { th: 'ช่อง “อันดับ” ไม่ได้เรียงตามคะแนน', en: 'The column of ranks is not in the order of the scores' },
  source: 'DOMAIN 5.4 (statements against the table)',
  check: ({ tables }: ProofContext) => tables.flatMap(disordered),
};

function disordered(table: ProofTable): Sighting[] {
  const column = table.columns.findIndex(({ title }) => title === 'อันดับ' || title === 'อันดับที่');
  const scores = table.rows.map((row) => Number(cellOf(table, row, 'score')?.tight.text || NaN));
  const first = scores.findIndex((score, index) => index > 0 && score > (scores[index - 1] ?? 100));
  const cell = table.rows[first]?.cells[column];
  if (column < 0 || first < 0 || !cell || cell.tight.text === '') return [];
  const message = {
    th: `แถวนี้คะแนนสูงกว่าแถวก่อนหน้า หากเป็นเพียงลำดับตัวชี้วัดควรใช้หัวช่อง “ลำดับ” หรือ “ตัวชี้วัดที่”`,
    en: 'This row scores higher than the one before it; if the column only numbers the indicators, call it so',
  };
  return [{ ...wholePassage(cell), message }];
}

const EXTREME = /ตัวชี้วัดที่(\d{1,2})[^\d]{0,80}?(?:คะแนน)(สูงสุด|สูงที่สุด|ต่ำสุด|ต่ำที่สุด|น้อยที่สุด)/g;

/** "The highest (lowest) score" is the highest (lowest) of its instrument in the table. */
export const extremesRule: Rule = {
  id: 'score.extreme',
  severity: 'E',
  title: { th: 'คะแนนสูงสุดหรือต่ำสุดไม่ตรงกับตาราง', en: 'Highest or lowest score differs from the table' },
  source: 'DOMAIN 5.3, 5.4 (statements against the table)',
  check: (context: ProofContext) => {
    const scores = indicatorScores(context);
    return scores.size < INDICATORS.length ? [] : context.passages.flatMap((passage) => wrongExtremes(passage, scores));
  },
};

function wrongExtremes(passage: Passage, scores: ReadonlyMap<number, number>): Sighting[] {
  return [...passage.tight.text.matchAll(EXTREME)].flatMap((match) => {
    const number = Number(match[1]);
    const group = INDICATORS.find((indicator) => indicator.number === number)?.instrument;
    if (!group) return [];
    const others = INDICATORS.filter(({ instrument }) => instrument === group).map(
      (indicator) => scores.get(indicator.number) ?? 0,
    );
    const isHighest = (match[2] ?? '').startsWith('สูง');
    const extreme = isHighest ? Math.max(...others) : Math.min(...others);
    if (scores.get(number) === extreme) return [];
    return [
      {
        ...tightSpan(passage, match.index, match.index + match[0].length),
        message: {
          th: `ตามตาราง ตัวชี้วัดที่ ${number} ได้ ${scores.get(number)?.toFixed(2) ?? ''} ซึ่งไม่ใช่คะแนน${match[2] ?? ''}ของ ${group}`,
          en: `In the table indicator ${number} has ${scores.get(number)?.toFixed(2) ?? ''}, which is not the ${isHighest ? 'highest' : 'lowest'} of ${group}`,
        },
      },
    ];
  });
}
