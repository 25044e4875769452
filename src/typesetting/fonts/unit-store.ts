import type { GlyphUnit, UnitStore } from './shaped-run.js';

const MOST_UNITS = 100_000;
const FARTHEST = 4096;

/** A store of units for one face. When it is full it starts anew: equal units are then no longer the same object. */
export function unitStore(): UnitStore {
  let buckets = new Map<number, GlyphUnit[]>();
  let count = 0;
  return (parts, advance, text) => {
    const key = bucketOf(parts);
    const bucket = buckets.get(key);
    const known = bucket?.find((unit) => unit.text === text && unit.advance === advance && isSame(unit.parts, parts));
    if (known) return known;
    if (count >= MOST_UNITS) {
      buckets = new Map();
      count = 0;
    }
    const unit = { parts, advance, text };
    const own = buckets.get(key);
    if (own) own.push(unit);
    else buckets.set(key, [unit]);
    count++;
    return unit;
  };
}

/** Glyph and place of the first part; whatever shares it is told apart by comparison. */
function bucketOf(parts: readonly number[]): number {
  const [glyph = 0, dx = 0, dy = 0] = parts;
  const side = FARTHEST * 2;
  return (glyph * side + ((dx + FARTHEST) & (side - 1))) * side + ((dy + FARTHEST) & (side - 1));
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
