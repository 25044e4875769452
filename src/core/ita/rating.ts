/** Levels since FY2566, best first (DOMAIN 1.2; the first year of these names is unverified). */
export const LEVELS = ['ผ่านดีเยี่ยม', 'ผ่านดี', 'ผ่าน', 'ต้องปรับปรุง', 'ต้องปรับปรุงโดยด่วน'] as const;
export type Level = (typeof LEVELS)[number];

/** The four scores the rule looks at; EIT in its two parts. */
export interface InstrumentScores {
  readonly iit: number;
  readonly eit1: number;
  readonly eit2: number;
  readonly oit: number;
}

const EXCELLENT = 95;
const PASS = 85;
const IMPROVE = 70;

/** The level of an overall score (0 to 100) and the four instrument scores. Source: DOMAIN 1.2. */
export function levelOf(overall: number, scores: InstrumentScores): Level {
  const lowest = Math.min(scores.iit, scores.eit1, scores.eit2, scores.oit);
  if (overall >= EXCELLENT && lowest >= EXCELLENT) return 'ผ่านดีเยี่ยม';
  if (overall >= PASS) return lowest >= PASS ? 'ผ่านดี' : 'ผ่าน';
  return overall >= IMPROVE ? 'ต้องปรับปรุง' : 'ต้องปรับปรุงโดยด่วน';
}

/** Levels an overall score allows when the lowest instrument score is only known to lie in [lowestAtLeast, lowestAtMost]. */
export function possibleLevels(overall: number, lowestAtLeast = 0, lowestAtMost = 100): Level[] {
  if (overall < IMPROVE) return ['ต้องปรับปรุงโดยด่วน'];
  if (overall < PASS) return ['ต้องปรับปรุง'];
  const levels: Level[] = [];
  if (overall >= EXCELLENT && lowestAtMost >= EXCELLENT) levels.push('ผ่านดีเยี่ยม');
  const isGoodPossible = overall >= EXCELLENT ? lowestAtLeast < EXCELLENT : true;
  if (isGoodPossible && lowestAtMost >= PASS) levels.push('ผ่านดี');
  if (lowestAtLeast < PASS) levels.push('ผ่าน');
  return levels;
}
