const UNITS = 12;
const TERMINATOR = 0xffff;

/**
 * The value that a lookup table at `start` gives a glyph, null when it gives none. (Apple TrueType Reference Manual,
 * chapter 6, "Lookup tables", formats 0, 2, 4, 6, 8 and 10)
 * @param size bytes of a value
 * @throws RangeError when the table is cut short
 */
export function lookUp(
  table: DataView,
  start: number,
  glyph: number,
  glyphCount: number,
  size: 2 | 4 = 2,
): number | null {
  const value = (at: number): number => (size === 2 ? table.getUint16(at) : table.getUint32(at));
  switch (table.getUint16(start)) {
    case 0:
      return glyph < glyphCount ? value(start + 2 + glyph * size) : null;
    case 2:
      return inSegment(table, start, glyph, (unit) => value(unit + 4));
    case 4:
      return inSegment(table, start, glyph, (unit, nth) => value(start + table.getUint16(unit + 4) + nth * size));
    case 6: {
      const unit = search(table, start, (at) => glyph - table.getUint16(at));
      return unit === null || glyph === TERMINATOR ? null : value(unit + 2);
    }
    case 8:
      return trimmed(table, start + 2, glyph, size);
    case 10:
      return trimmed(table, start + 4, glyph, table.getUint16(start + 2));
    default:
      return null;
  }
}

function inSegment(
  table: DataView,
  start: number,
  glyph: number,
  valueAt: (unit: number, nth: number) => number,
): number | null {
  const unit = search(table, start, (at) => {
    const [last, first] = [table.getUint16(at), table.getUint16(at + 2)];
    return glyph > last ? 1 : glyph < first ? -1 : 0;
  });
  if (unit === null || table.getUint16(unit) === TERMINATOR) return null;
  return valueAt(unit, glyph - table.getUint16(unit + 2));
}

/** Binary search over units of equal size. @param compare positive when what is sought lies behind the unit */
function search(table: DataView, start: number, compare: (unit: number) => number): number | null {
  const size = table.getUint16(start + 2);
  let [low, high] = [0, table.getUint16(start + 4) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const unit = start + UNITS + middle * size;
    const side = compare(unit);
    if (side === 0) return unit;
    if (side > 0) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

function trimmed(table: DataView, start: number, glyph: number, size: number): number | null {
  const at = glyph - table.getUint16(start);
  if (at < 0 || at >= table.getUint16(start + 2)) return null;
  const value = start + 4 + at * size;
  if (size === 1) return table.getUint8(value);
  if (size === 2) return table.getUint16(value);
  return size === 4 ? table.getUint32(value) : null;
}
