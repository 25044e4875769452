/** Kerning of a pair of glyphs in font units, 0 for none. */
export type PairKerning = (left: number, right: number) => number;

interface Placed {
  advance: number;
  dx: number;
  dy: number;
}

interface Line<Glyph> {
  readonly glyphs: readonly Glyph[];
  readonly places: readonly Placed[];
  /** Marks between them do not part a pair. */
  readonly isMark: (glyph: Glyph) => boolean;
  /** Set when marks were hung on letters before: what hangs on a left glyph stays where it is. */
  readonly hasHungMarks?: true;
}

/**
 * Half of a pair's kerning goes to each of its glyphs.
 * @param rises the right glyph moves up or down instead
 * @returns the places of right glyphs that were moved
 */
export function kernPairs<Glyph extends { readonly id: number }>(
  kerning: PairKerning,
  { glyphs, places, isMark, hasHungMarks }: Line<Glyph>,
  rises: boolean,
): number[] {
  const moved: number[] = [];
  for (let left = 0, right = 1; left < glyphs.length; left = right, right = left + 1) {
    while (glyphs[right] !== undefined && isMark(glyphs[right] as Glyph)) right++; // looked at just before
    const [first, second] = [places[left], places[right]];
    if (!first || !second) return moved;
    const by = kerning(glyphs[left]?.id ?? 0, glyphs[right]?.id ?? 0);
    if (by === 0) continue;
    moved.push(right);
    if (rises) second.dy = by;
    else kernPair(first, second, hasHungMarks ? places.slice(left + 1, right) : [], by);
  }
  return moved;
}

function kernPair(first: Placed, second: Placed, hung: readonly Placed[], by: number): void {
  const half = by >> 1;
  first.advance += half;
  second.advance += by - half;
  second.dx += by - half;
  for (const mark of hung) if (mark.dx !== 0 || mark.dy !== 0) mark.dx -= half;
}
