import type { PairKerning } from '../kern-pairs.js';
import { lookUp } from './aat-lookup.js';

const HEAD = 12;
const LONG_VALUES = 1;

/** A subtable that lists pairs. (Apple TrueType Reference Manual, "kerx", format 0) @param table the subtable with its head */
export function listedPairs(table: DataView): PairKerning {
  const count = table.getUint32(HEAD);
  return (left, right) => {
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = HEAD + 16 + middle * 6;
      const side = left - table.getUint16(at) || right - table.getUint16(at + 2);
      if (side === 0) return table.getInt16(at + 4);
      if (side > 0) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  };
}

/** A subtable of left and right classes. (Apple TrueType Reference Manual, "kerx", format 2) */
export function classedPairs(table: DataView, glyphCount: number): PairKerning {
  const [left, right, values] = [4, 8, 12].map((at) => table.getUint32(HEAD + at)) as [number, number, number]; // three in, three out
  return (first, second) => {
    const row = lookUp(table, left, first, glyphCount) ?? 0;
    const column = lookUp(table, right, second, glyphCount) ?? 0;
    const at = values + (row + column) * 2;
    return at + 2 > table.byteLength ? 0 : table.getInt16(at);
  };
}

/** A subtable of row and column indexes, with short or long values. (Apple TrueType Reference Manual, "kerx", format 6) */
export function indexedPairs(table: DataView, glyphCount: number): PairKerning {
  const isLong = (table.getUint32(HEAD) & LONG_VALUES) !== 0;
  const [rows, columns, values] = [8, 12, 16].map((at) => table.getUint32(HEAD + at)) as [number, number, number]; // three in, three out
  const size = isLong ? 4 : 2;
  return (left, right) => {
    const row = lookUp(table, rows, left, glyphCount, size) ?? 0;
    const column = lookUp(table, columns, right, glyphCount, size) ?? 0;
    const at = values + (row + column) * size;
    if (at + size > table.byteLength) return 0;
    return isLong ? table.getInt32(at) : table.getInt16(at);
  };
}
