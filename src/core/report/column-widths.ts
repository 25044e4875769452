/** What a column holds, measured in characters. */
export interface ColumnLoad {
  /** Share that the layout asks for. */
  readonly weight: number;
  /** Characters of all its cells together. */
  readonly characters: number;
  /** Longest piece that should stay on one line, such as a word of the header. */
  readonly longestWord: number;
  /** What it holds is never broken, such as a number: other columns give way. */
  readonly isFirm?: boolean;
}

/** No column may be thinner or wider than this share of what the layout asks for. */
const THINNEST = 0.75;
const WIDEST = 1.6;

/**
 * Shares of the table's width, adding up to 1: what the layout asks for, moved towards the columns that hold more
 * text, so that the table becomes shorter. Each column keeps room for its longest word where the page allows it.
 * @param charactersPerLine how many characters a line of the whole table can hold
 */
export function columnShares(columns: readonly ColumnLoad[], charactersPerLine: number): number[] {
  const asked = normalized(columns.map(({ weight }) => weight));
  const needed = normalized(columns.map(({ characters }) => Math.sqrt(characters + 1)));
  const wanted = asked.map((share, index) => clamp((share + at(needed, index)) / 2, share * THINNEST, share * WIDEST));
  return fitted(
    wanted,
    columns.map(({ longestWord }) => longestWord / charactersPerLine),
    columns.map(({ isFirm = false }) => isFirm),
  );
}

/** Scales shares to add up to 1 with none below its least; where even the leasts are too much, all but the firm ones shrink. */
function fitted(wanted: readonly number[], least: readonly number[], isFirm: readonly boolean[]): number[] {
  if (sum(least) >= 1) return shrunk(least, isFirm);
  const isHeld = wanted.map(() => false);
  for (;;) {
    const held = sum(least.filter((_, index) => isHeld[index]));
    const scale = (1 - held) / sum(wanted.filter((_, index) => !isHeld[index]));
    const tooThin = wanted.findIndex((share, index) => !isHeld[index] && share * scale < at(least, index));
    if (tooThin < 0) return wanted.map((share, index) => (isHeld[index] ? at(least, index) : share * scale));
    isHeld[tooThin] = true;
  }
}

function shrunk(least: readonly number[], isFirm: readonly boolean[]): number[] {
  const firm = sum(least.filter((_, index) => isFirm[index]));
  const scale = (1 - firm) / (sum(least) - firm);
  return scale > 0 ? least.map((share, index) => (isFirm[index] ? share : share * scale)) : normalized(least);
}

function normalized(values: readonly number[]): number[] {
  const total = sum(values);
  return values.map((value) => value / total);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const at = (values: readonly number[], index: number): number => values[index] ?? 0;
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
