import type { AatGlyph } from './aat-glyphs.js';
import { lookUp } from './aat-lookup.js';
import type { Deed, StateTable } from './aat-state-table.js';

const SET_MARK = 0x8000;
const NONE = 0xffff;
const WIDE_TABLES = 16;
const NARROW_TABLES = 8;

/** Replaces a marked glyph and the current one. (Apple TrueType Reference Manual, "morx", contextual subtable) */
export function contextual(machine: StateTable, glyphs: AatGlyph[], glyphCount: number): Deed {
  const { table } = machine;
  const replacement = machine.isWide ? byLookup(machine, glyphCount) : byOffset(machine);
  const replace = (glyph: AatGlyph | undefined, index: number): void => {
    const found = glyph && replacement(index, glyph.id);
    if (found !== undefined && found !== null) glyph!.id = found; // found for a glyph
  };
  let mark: number | null = null;
  return ({ flags, data }, at) => {
    const isEnd = at >= glyphs.length;
    if (isEnd && mark === null) return at; // what was never marked is left alone at the end of the text
    replace(glyphs[mark ?? 0], table.getUint16(data));
    replace(glyphs[Math.min(at, glyphs.length - 1)], table.getUint16(data + 2));
    if (flags & SET_MARK) mark = at;
    return at;
  };
}

type Replacement = (index: number, glyph: number) => number | null;

function byLookup({ table }: StateTable, glyphCount: number): Replacement {
  const tables = table.getUint32(WIDE_TABLES);
  return (index, glyph) =>
    index === NONE ? null : lookUp(table, tables + table.getUint32(tables + index * 4), glyph, glyphCount);
}

/** The index of the old form counts words from the subtable's start, to which the glyph is added. */
function byOffset({ table }: StateTable): Replacement {
  const tables = table.getUint16(NARROW_TABLES);
  return (index, glyph) => {
    const at = (index + glyph) * 2;
    return at < tables || at + 2 > table.byteLength ? null : table.getUint16(at) || null;
  };
}
