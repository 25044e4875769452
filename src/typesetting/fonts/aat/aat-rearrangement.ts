import { mergeClusters, type AatGlyph } from './aat-glyphs.js';
import type { Deed } from './aat-state-table.js';

const MARK_FIRST = 0x8000;
const MARK_LAST = 0x2000;
const VERB = 0x000f;
const LONGEST = 64;

/** What each verb moves: so many glyphs from the left to the right end, so many back, each group turned round or not. */
const VERBS: readonly (readonly [left: number, right: number, turnLeft?: boolean, turnRight?: boolean])[] = [
  ...([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [2, 0],
    [2, 0, true],
    [0, 2],
    [0, 2, false, true],
  ] as const),
  ...([
    [1, 2],
    [1, 2, false, true],
    [2, 1],
    [2, 1, true],
    [2, 2],
    [2, 2, true],
    [2, 2, false, true],
  ] as const),
  [2, 2, true, true],
];

/** Moves glyphs between two marked places. (Apple TrueType Reference Manual, "morx", rearrangement subtable) */
export function rearrangement(glyphs: AatGlyph[]): Deed {
  let [first, last] = [0, 0];
  return ({ flags }, at) => {
    if (flags & MARK_FIRST) first = at;
    if (flags & MARK_LAST) last = Math.min(at + 1, glyphs.length);
    const [left, right, turnLeft, turnRight] = VERBS[flags & VERB] ?? [0, 0];
    const length = last - first;
    if (left + right === 0 || length < left + right || length > LONGEST) return at;
    mergeClusters(glyphs, first, Math.min(at + 1, glyphs.length), first);
    mergeClusters(glyphs, first, last, first);
    const piece = glyphs.slice(first, last);
    const [toTheRight, toTheLeft] = [piece.slice(0, left), piece.slice(length - right)];
    if (turnLeft) toTheRight.reverse();
    if (turnRight) toTheLeft.reverse();
    glyphs.splice(first, length, ...toTheLeft, ...piece.slice(left, length - right), ...toTheRight);
    return at;
  };
}
