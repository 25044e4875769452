import { glyphClasses } from './glyph-classes.js';
import { kernPairs, type PairKerning } from './kern-pairs.js';
import type { Sfnt } from './sfnt.js';
import type { ShapedGlyph } from './shaped-run.js';

/** Kerns shaped glyphs by the font's old "kern" table. */
export type TableKerning = (glyphs: readonly ShapedGlyph[], text: string) => ShapedGlyph[];

const MARK = /\p{Mn}/u;
const HORIZONTAL = 0x01;
const CROSS_STREAM = 0x04;
const APPLE_VERTICAL = 0x80;
const APPLE_CROSS_STREAM = 0x40;

interface Subtable {
  readonly kerning: PairKerning;
  readonly rises: boolean;
}

/**
 * Kerning by the "kern" table, which the HarfBuzz at hand is built without; null for a font without one. Lists of pairs
 * (format 0) are read, the only form that type on Windows ever had. (OpenType 1.9, kern)
 */
export function tableKerning(sfnt: Sfnt): TableKerning | null {
  const table = sfnt.table('kern');
  const subtables = table ? subtablesOf(table) : [];
  if (subtables.length === 0) return null;
  const classOf = glyphClasses(sfnt.table('GDEF'));
  return (glyphs, text) => {
    const places = glyphs.map((glyph) => ({ ...glyph }));
    const isMark = ({ id, cluster }: ShapedGlyph): boolean =>
      classOf ? classOf(id) === 'mark' : MARK.test(text.charAt(cluster));
    for (const { kerning, rises } of subtables)
      for (const at of kernPairs(kerning, { glyphs, places, isMark, hasHungMarks: true }, rises))
        markUnsafe(places, at);
    return places;
  };
}

function markUnsafe(places: { unsafeToBreak: boolean }[], at: number): void {
  const place = places[at];
  if (place) place.unsafeToBreak = true;
}

/** Those for horizontal text. What is cut short is left out. */
function subtablesOf(table: DataView): Subtable[] {
  const found: Subtable[] = [];
  const isApple = table.byteLength >= 4 && table.getUint32(0) === 0x00010000;
  try {
    let at = isApple ? 8 : 4;
    for (let left = isApple ? table.getUint32(4) : table.getUint16(2); left > 0; left -= 1) {
      const subtable = isApple ? appleSubtable(table, at) : openTypeSubtable(table, at);
      if (subtable) found.push(subtable);
      at += isApple ? table.getUint32(at) : table.getUint16(at + 2);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function openTypeSubtable(table: DataView, at: number): Subtable | null {
  const [format, coverage] = [table.getUint8(at + 4), table.getUint8(at + 5)];
  if (format !== 0 || (coverage & HORIZONTAL) === 0) return null;
  return { kerning: pairsAt(table, at + 6), rises: (coverage & CROSS_STREAM) !== 0 };
}

/** (Apple TrueType Reference Manual, "kern") */
function appleSubtable(table: DataView, at: number): Subtable | null {
  const [coverage, format] = [table.getUint8(at + 4), table.getUint8(at + 5)];
  if (format !== 0 || (coverage & APPLE_VERTICAL) !== 0) return null;
  return { kerning: pairsAt(table, at + 8), rises: (coverage & APPLE_CROSS_STREAM) !== 0 };
}

function pairsAt(table: DataView, start: number): PairKerning {
  const pairs = new Map<number, number>();
  const count = table.getUint16(start);
  for (let at = start + 8, left = count; left > 0 && at + 6 <= table.byteLength; at += 6, left -= 1) {
    pairs.set(table.getUint32(at), table.getInt16(at + 4));
  }
  return (left, right) => pairs.get(left * 0x10000 + right) ?? 0;
}
