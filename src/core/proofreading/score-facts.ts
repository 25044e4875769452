import { INDICATORS } from '../ita/indicators.js';
import { instrumentMean } from '../ita/instruments.js';
import { LEVELS, type InstrumentScores, type Level } from '../ita/rating.js';
import type { ProofContext } from './proof-context.js';
import { cellOf, type Passage } from './proof-document.js';

/** Scores by indicator number, from the first table that has a column of scores. */
export function indicatorScores({ tables }: ProofContext): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const table of tables.filter(({ columns }) => columns.some(({ role }) => role === 'score'))) {
    for (const row of table.rows) {
      const cell = cellOf(table, row, 'score');
      const name = row.cells.map((candidate) => candidate.tight.text).join('|');
      const indicator = INDICATORS.find((known) =>
        [known.name, ...known.formerNames].some((title) => name.includes(title)),
      );
      const score = Number(cell?.tight.text);
      if (cell && indicator && cell.tight.text !== '' && Number.isFinite(score) && !scores.has(indicator.number))
        scores.set(indicator.number, score);
    }
  }
  return scores;
}

/** What the indicator scores tell about the lowest of the four instrument scores. EIT 1 and EIT 2 are only known as a mean. */
export function lowestInstrument(scores: ReadonlyMap<number, number>): { atLeast: number; atMost: number } {
  const iit = instrumentMean('IIT', scores);
  const eit = instrumentMean('EIT', scores);
  const oit = instrumentMean('OIT', scores);
  const known = [iit, eit, oit].filter((score) => score !== null);
  const atMost = Math.min(100, ...known);
  if (iit === null || eit === null || oit === null) return { atLeast: 0, atMost };
  return { atLeast: Math.min(iit, oit, Math.max(0, 2 * eit - 100)), atMost };
}

const INSTRUMENT_SCORE = /(IIT|EIT(?:ส่วนที่)?[12]|EITPublic|EITSurvey|OIT)\)?[^\d]{0,24}?(\d{2,3}\.\d{1,2})(?!\d)/gi;

/** The four instrument scores where the text states all of them; null otherwise. */
export function statedInstruments({ passages }: ProofContext): InstrumentScores | null {
  const scores = new Map<string, number>();
  for (const { tight } of passages) {
    if (!/[IEO]IT/i.test(tight.text)) continue;
    for (const [, name = '', score] of tight.text.matchAll(INSTRUMENT_SCORE)) {
      const key = name.toUpperCase().replace('ส่วนที่', '').replace('PUBLIC', '1').replace('SURVEY', '2');
      if (!scores.has(key)) scores.set(key, Number(score));
    }
  }
  const [iit, eit1, eit2, oit] = ['IIT', 'EIT1', 'EIT2', 'OIT'].map((key) => scores.get(key));
  return iit === undefined || eit1 === undefined || eit2 === undefined || oit === undefined
    ? null
    : { iit, eit1, eit2, oit };
}

export interface StatedLevel {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly level: Level;
  /** The overall score in the same sentence; null when none stands there. */
  readonly score: number | null;
}

const LEVEL = [...LEVELS].sort((one, other) => other.length - one.length).join('|');
const SCORE_THEN_LEVEL = new RegExp(
  `(\\d{1,3}\\.\\d{1,2})(?:คะแนน)?[^\\d]{0,24}?(?:\\(|ระดับ"?|เกณฑ์"?|ผลการประเมิน"?)(${LEVEL})`,
  'g',
);
const LEVEL_WORD = new RegExp(`ระดับ"?(${LEVEL})`, 'g');
const NEXT_SCORE = /^[^\d]{0,24}?(?:คะแนน|ร้อยละ)[^\d]{0,10}(\d{1,3}\.\d{1,2})/;
const LATER_SCORE = /(?:คะแนนในภาพรวม|ภาพรวม)[^\d]{0,16}(\d{2,3}\.\d{1,2})/g;

/** Every level the document says it reached, with the score said beside it. */
export function statedLevels(passage: Passage): StatedLevel[] {
  const text = passage.tight.text;
  if (!/ผ่าน|ปรับปรุง/.test(text)) return [];
  const withScore = [...text.matchAll(SCORE_THEN_LEVEL)].map((match) => ({
    passage,
    from: match.index,
    to: match.index + match[0].length,
    level: match[2] as Level, // the pattern lists only levels
    score: Number(match[1]),
  }));
  const ends = new Set(withScore.map(({ to }) => to));
  const later = [...text.matchAll(LATER_SCORE)];
  let passed = 0;
  const alone = [...text.matchAll(LEVEL_WORD)].flatMap((match) => {
    const to = match.index + match[0].length;
    if (ends.has(to)) return [];
    while ((later[passed]?.index ?? Infinity) < to) passed += 1;
    const next = NEXT_SCORE.exec(text.slice(to));
    const score = next?.[1] ?? later[passed]?.[1];
    return [
      {
        passage,
        from: match.index,
        to: to + (next?.[0].length ?? 0),
        level: match[1] as Level,
        score: score ? Number(score) : null,
      },
    ]; // as above
  });
  return [...withScore, ...alone];
}
