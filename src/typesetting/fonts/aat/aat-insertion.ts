import type { AatGlyph } from './aat-glyphs.js';
import type { Budget, Deed, StateTable } from './aat-state-table.js';

const SET_MARK = 0x8000;
const DONT_ADVANCE = 0x4000;
const CURRENT_BEFORE = 0x0800;
const MARKED_BEFORE = 0x0400;
const CURRENT_COUNT = 0x03e0;
const MARKED_COUNT = 0x001f;
const NONE = 0xffff;

/** Puts glyphs in beside a marked glyph and the current one. (Apple TrueType Reference Manual, "morx", insertion subtable) */
export function insertion(machine: StateTable, glyphs: AatGlyph[], budget: Budget): Deed {
  const { table, isWide } = machine;
  const actions = isWide ? table.getUint32(16) : table.getUint16(8);
  let mark = 0;
  /** @returns how many were put in */
  const insert = (place: number, index: number, count: number, isBefore: boolean): number => {
    budget.left -= count;
    if (budget.left <= 0) return 0;
    const { cluster } = glyphs[place] ?? glyphs.at(-1) ?? { cluster: 0 };
    const added = Array.from({ length: count }, (_, n) => ({
      id: table.getUint16(actions + (index + n) * 2),
      cluster,
    }));
    glyphs.splice(isBefore || place >= glyphs.length ? place : place + 1, 0, ...added);
    return count;
  };
  return ({ flags, data }, at) => {
    const [currentIndex, markedIndex] = [table.getUint16(data), table.getUint16(data + 2)];
    const markHere = at;
    if (markedIndex !== NONE) at += insert(mark, markedIndex, flags & MARKED_COUNT, (flags & MARKED_BEFORE) !== 0);
    if (flags & SET_MARK) mark = markHere;
    if (currentIndex === NONE) return at;
    const count = insert(at, currentIndex, (flags & CURRENT_COUNT) >> 5, (flags & CURRENT_BEFORE) !== 0);
    return flags & DONT_ADVANCE ? at : at + count;
  };
}
