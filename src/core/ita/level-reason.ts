import { levelOf, type InstrumentScores, type Level } from './rating.js';

/** Why a result has its level. */
export interface LevelReason {
  readonly level: Level;
  readonly overall: number;
  /** The lowest of the four instruments decides between the levels of those who pass. */
  readonly lowest: { readonly instrument: keyof InstrumentScores; readonly score: number };
}

/** Source: DOMAIN 1.2. */
export function levelReason(overall: number, scores: InstrumentScores): LevelReason {
  const { iit, eit1, eit2, oit } = scores;
  const [lowest] = (
    [
      { instrument: 'iit', score: iit },
      { instrument: 'eit1', score: eit1 },
      { instrument: 'eit2', score: eit2 },
      { instrument: 'oit', score: oit },
    ] as const
  ).toSorted((one, other) => one.score - other.score);
  return { level: levelOf(overall, scores), overall, lowest: lowest ?? { instrument: 'iit', score: iit } };
}
