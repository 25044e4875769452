import { DELETED, type AatGlyph } from './aat-glyphs.js';
import { lookUp } from './aat-lookup.js';

/** Where a state machine goes from here, and what it does on the way. */
export interface Entry {
  readonly nextState: number;
  readonly flags: number;
  /** Offset of the entry's own data. */
  readonly data: number;
}

/** A finite state machine over glyph classes, in its wide form ("morx") or its old narrow one ("mort"). */
export interface StateTable {
  readonly isWide: boolean;
  /** The whole subtable: after the machine's header comes what is the subtable's own. */
  readonly table: DataView;
  classOf(glyph: number): number;
  /** @throws RangeError when the table is cut short */
  entry(state: number, glyphClass: number): Entry;
}

const END_OF_TEXT = 0;
const OUT_OF_BOUNDS = 1;
const DELETED_GLYPH = 2;
const DONT_ADVANCE = 0x4000;
const ENTRY_HEAD = 4;

/** (Apple TrueType Reference Manual, chapter 6, "Extended state tables") @param dataSize bytes of data in each entry */
export function wideStateTable(table: DataView, dataSize: number, glyphCount: number): StateTable {
  const classes = table.getUint32(0);
  const [classTable, states, entries] = [4, 8, 12].map((at) => table.getUint32(at)) as [number, number, number]; // three in, three out
  return {
    isWide: true,
    table,
    classOf(glyph) {
      if (glyph === DELETED) return DELETED_GLYPH;
      const found = lookUp(table, classTable, glyph, glyphCount) ?? OUT_OF_BOUNDS;
      return found < classes ? found : OUT_OF_BOUNDS;
    },
    entry(state, glyphClass) {
      const at = entries + table.getUint16(states + (state * classes + glyphClass) * 2) * (ENTRY_HEAD + dataSize);
      return { nextState: table.getUint16(at), flags: table.getUint16(at + 2), data: at + ENTRY_HEAD };
    },
  };
}

/** (Apple TrueType Reference Manual, chapter 6, "State tables") */
export function narrowStateTable(table: DataView, dataSize: number): StateTable {
  const classes = table.getUint16(0);
  const [classTable, states, entries] = [2, 4, 6].map((at) => table.getUint16(at)) as [number, number, number]; // three in, three out
  return {
    isWide: false,
    table,
    classOf(glyph) {
      if (glyph === DELETED) return DELETED_GLYPH;
      const at = glyph - table.getUint16(classTable);
      if (at < 0 || at >= table.getUint16(classTable + 2)) return OUT_OF_BOUNDS;
      const found = table.getUint8(classTable + 4 + at);
      return found < classes ? found : OUT_OF_BOUNDS;
    },
    entry(state, glyphClass) {
      const at = entries + table.getUint8(states + state * classes + glyphClass) * (ENTRY_HEAD + dataSize);
      const nextState = Math.trunc((table.getUint16(at) - states) / classes);
      return { nextState, flags: table.getUint16(at + 2), data: at + ENTRY_HEAD };
    },
  };
}

/** Does what an entry says at position `at`. @returns the position to go on from, before any advance */
export type Deed = (entry: Entry, at: number) => number;

/** Steps without progress and glyphs put in, together: a machine that runs in circles ends. */
export interface Budget {
  left: number;
}

/** Runs a machine over the glyphs, which the deed may change, up to and including the end of the text. */
export function drive(machine: StateTable, glyphs: readonly AatGlyph[], deed: Deed, budget: Budget): void {
  let [state, at] = [0, 0];
  for (;;) {
    const glyph = glyphs[at];
    const entry = machine.entry(state, glyph ? machine.classOf(glyph.id) : END_OF_TEXT);
    at = deed(entry, at);
    state = entry.nextState;
    if (at >= glyphs.length) return;
    if ((entry.flags & DONT_ADVANCE) === 0 || budget.left-- <= 0) at += 1;
  }
}
