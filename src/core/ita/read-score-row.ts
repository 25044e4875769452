import { arabicDigits } from '../thai/digits.js';
import { INDICATORS } from './indicators.js';
import { formatFindingCode, readFindingCode } from './questions.js';
import { LEVELS, type InstrumentScores, type Level } from './rating.js';

/** What one row of a table of results says. */
export type ScoreRow =
  | { readonly kind: 'indicator'; readonly number: number; readonly score: number }
  | { readonly kind: 'instrument'; readonly instrument: keyof InstrumentScores; readonly score: number }
  | { readonly kind: 'overall'; readonly score: number }
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'recommendation'; readonly code: string; readonly text: string };

const NUMBER = /^([0-9]{1,3}(?:\.[0-9]+)?)\s*(?:คะแนน|%)?$/;
/** "e1 ประเด็น …", "O17: …"; the code may stand in a cell of its own. */
const CODED = /^[-•]?\s*([ieoO]\s*[0-9]{1,2})(?![0-9.])[\s:.\-–]*(?:ประเด็น(?:ที่)?[\s:]*)?(.*)$/s;

const INSTRUMENT_NAMES: readonly (readonly [keyof InstrumentScores, RegExp])[] = [
  ['eit1', /EIT.*(?:ส่วนที่1|Public|Part1)/i],
  ['eit2', /EIT.*(?:ส่วนที่2|Survey|Part2)/i],
  ['iit', /IIT/],
  ['oit', /OIT/],
];

/** Reads a row of cells; null when it says nothing of these kinds. Thai or Arabic digits. */
export function readScoreRow(written: readonly string[]): ScoreRow | null {
  const cells = written.map((cell) => arabicDigits(cell).trim()).filter((cell) => cell !== '');
  const label = cells.map((cell) => cell.replace(/\s+/g, '')).join('|');
  const score = lastScore(cells);
  if (score === null) return readLevel(label) ?? readRecommendation(cells);
  const number = indicatorIn(label);
  if (number !== null) return { kind: 'indicator', number, score };
  const instrument = INSTRUMENT_NAMES.find(([, name]) => name.test(label))?.[0];
  if (instrument) return { kind: 'instrument', instrument, score };
  return /ภาพรวม|คะแนนรวม|คะแนนเฉลี่ย|overall|total/i.test(label) ? { kind: 'overall', score } : null;
}

/** The score is the last cell that is a number: a rank or a number of the row stands before it. */
function lastScore(cells: readonly string[]): number | null {
  const found = cells.slice(1).findLast((cell) => NUMBER.test(cell));
  return found === undefined ? null : Number(NUMBER.exec(found)?.[1]);
}

function indicatorIn(label: string): number | null {
  const named = INDICATORS.find(({ name, formerNames }) => [name, ...formerNames].some((each) => label.includes(each)));
  if (named) return named.number;
  const number = Number(/ตัวชี้วัดที่([0-9]{1,2})/.exec(label)?.[1] ?? 0);
  return number >= 1 && number <= INDICATORS.length ? number : null;
}

function readLevel(label: string): ScoreRow | null {
  if (!/ระดับ/.test(label)) return null;
  const level = LEVELS.toSorted((one, other) => other.length - one.length).find((each) => label.endsWith(each));
  return level === undefined ? null : { kind: 'level', level };
}

function readRecommendation(cells: readonly string[]): ScoreRow | null {
  const [first = '', ...rest] = cells;
  const match = CODED.exec(first);
  const code = match ? readFindingCode(match[1] ?? '') : null;
  const text = [match?.[2] ?? '', ...rest].filter((part) => part !== '').join(' ');
  return code && text !== '' ? { kind: 'recommendation', code: formatFindingCode(code), text } : null;
}
