import type { AatGlyph } from './aat-glyphs.js';
import { lookUp } from './aat-lookup.js';
import type { Place } from './aat-places.js';
import { drive, wideStateTable, type Budget } from './aat-state-table.js';

const SET_MARK = 0x8000;
const NONE = 0xffff;
const ACTIONS = 16;
const BY_ANCHORS = 1;
const BY_COORDINATES = 2;

type Point = readonly [x: number, y: number];
/** A point of a glyph by its number, the origin where there is none. Font units. */
export type Anchors = (glyph: number, index: number) => Point;

/** (Apple TrueType Reference Manual, "ankr") */
export function anchorsOf(ankr: DataView | undefined, glyphCount: number): Anchors {
  return (glyph, index) => {
    const offset = ankr && lookUp(ankr, ankr.getUint32(4), glyph, glyphCount);
    if (!ankr || !offset) return [0, 0];
    const list = ankr.getUint32(8) + offset;
    const at = list + 4 + index * 4;
    return index < ankr.getUint32(list) ? [ankr.getInt16(at), ankr.getInt16(at + 2)] : [0, 0];
  };
}

/**
 * Hangs glyphs on marked ones, by anchors or coordinates. (Apple TrueType Reference Manual, "kerx", format 4)
 * Control points of outlines are not read, as HarfBuzz does not by itself.
 */
export function attach(
  table: DataView,
  glyphs: readonly AatGlyph[],
  places: readonly Place[],
  { glyphCount, anchors, budget }: { glyphCount: number; anchors: Anchors; budget: Budget },
): void {
  const kind = table.getUint32(ACTIONS) >>> 30;
  const actions = table.getUint32(ACTIONS) & 0xffffff;
  const glyphAt = (at: number): number => glyphs[at]?.id ?? 0;
  const offset = (index: number, mark: number, at: number): Point | null => {
    const word = (nth: number): number =>
      table.getInt16(actions + (index * (kind === BY_COORDINATES ? 4 : 2) + nth) * 2);
    if (kind === BY_COORDINATES) return [word(0) - word(2), word(1) - word(3)];
    if (kind !== BY_ANCHORS) return null;
    const [[x, y], [ownX, ownY]] = [anchors(glyphAt(mark), word(0)), anchors(glyphAt(at), word(1))];
    return [x - ownX, y - ownY];
  };
  let mark: number | null = null;
  const hang = (index: number, at: number): void => {
    const place = places[at];
    const found = mark === null || index === NONE || !place ? null : offset(index, mark, at);
    if (!found || !place || mark === null) return;
    [place.dx, place.dy] = found;
    place.hangsOn = { kind: 'mark', steps: mark - at };
  };
  drive(
    wideStateTable(table, 2, glyphCount),
    glyphs,
    ({ flags, data }, at) => {
      hang(table.getUint16(data), at);
      if (flags & SET_MARK) mark = at;
      return at;
    },
    budget,
  );
}
