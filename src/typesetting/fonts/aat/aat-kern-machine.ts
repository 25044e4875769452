import type { AatGlyph } from './aat-glyphs.js';
import type { Place } from './aat-places.js';
import { drive, wideStateTable, type Budget, type Deed } from './aat-state-table.js';

const PUSH = 0x8000;
const RESET = 0x2000;
const NONE = 0xffff;
const DEEPEST = 8;
const VALUES = 16;
const BACK_TO_LINE = -0x8000;

/**
 * Kerns by context: each value goes to a glyph from the stack, the last one is odd. (Apple TrueType Reference Manual,
 * "kerx", format 1) @param rises values move up and down, not along the line
 */
export function kernByContext(
  table: DataView,
  glyphs: readonly AatGlyph[],
  places: readonly Place[],
  rises: boolean,
  { glyphCount, tuples, budget }: { glyphCount: number; tuples: number; budget: Budget },
): void {
  const values = table.getUint32(VALUES);
  let stack: number[] = [];
  const deed: Deed = ({ flags, data }, at) => {
    if (flags & RESET) stack = [];
    if (flags & PUSH) stack = stack.length < DEEPEST ? [...stack, at] : [];
    const action = table.getUint16(data);
    if (action === NONE) return at;
    const first = values + (action & ~1); // counts bytes
    const step = 2 * Math.max(1, tuples);
    if (first + stack.length * step > table.byteLength) stack = []; // as HarfBuzz: all or none
    for (let value = first, isLast = false; !isLast && stack.length > 0; value += step) {
      const place = places[stack.pop() ?? -1];
      const word = table.getInt16(value);
      if (!place) continue;
      isLast = (word & 1) === 1;
      moved(place, word & ~1, rises);
    }
    return at;
  };
  drive(wideStateTable(table, 2, glyphCount), glyphs, deed, budget);
}

function moved(place: Place, by: number, rises: boolean): void {
  if (!rises) {
    place.advance += by;
    place.dx += by;
  } else if (by === BACK_TO_LINE) {
    place.hangsOn = null;
    place.dy = 0;
  } else if (place.hangsOn) place.dy += by;
}
