/** What a column holds, measured in characters. */
export interface ColumnLoad {
  /** Share that the layout asks for. */
  readonly weight: number;
  /** Characters of all its cells together. */
  readonly characters: number;
  /** Longest piece that should stay on one line, such as a word of the header. */
  readonly longestWord: number;
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
  const wanted = columns.map(({ longestWord }, index) => {
    const share = at(asked, index);
    const moved = clamp((share + at(needed, index)) / 2, share * THINNEST, share * WIDEST);
    return Math.max(moved, longestWord / charactersPerLine);
  });
  return normalized(wanted);
}

function normalized(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0;
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
