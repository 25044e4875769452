import { DELETED, mergeClusters, type AatGlyph } from './aat-glyphs.js';
import type { Deed, StateTable } from './aat-state-table.js';

const SET_COMPONENT = 0x8000;
const WIDE_PERFORM = 0x2000;
const NARROW_ACTION = 0x3fff;
const LAST = 0x80000000;
const STORE = 0x40000000;
const DEEPEST = 64;

/** Forms ligatures from a stack of marked components. (Apple TrueType Reference Manual, "morx", ligature subtable) */
export function ligature(machine: StateTable, glyphs: AatGlyph[]): Deed {
  const former = new LigatureFormer(machine, glyphs);
  return ({ flags, data }, at) => {
    if (flags & SET_COMPONENT) former.push(at);
    const action = former.firstAction(flags, data);
    if (action !== null && at < glyphs.length) former.form(action, at);
    return at;
  };
}

class LigatureFormer {
  private components: number[] = [];
  private readonly actions: number;
  private readonly offsets: number;
  private readonly ligatures: number;

  constructor(
    private readonly machine: StateTable,
    private readonly glyphs: AatGlyph[],
  ) {
    const { table, isWide } = machine;
    const part = (n: number): number => (isWide ? table.getUint32(16 + n * 4) : table.getUint16(8 + n * 2));
    [this.actions, this.offsets, this.ligatures] = [part(0), part(1), part(2)];
  }

  /** The same place is a component once, also when the machine looks at it twice. */
  push(at: number): void {
    if (this.components.at(-1) === at) return;
    this.components.push(at);
    if (this.components.length > DEEPEST) this.components.shift();
  }

  /** @returns the offset of the first action, null when the entry asks for none */
  firstAction(flags: number, data: number): number | null {
    const { table, isWide } = this.machine;
    if (isWide) return flags & WIDE_PERFORM ? this.actions + table.getUint16(data) * 4 : null;
    return (flags & NARROW_ACTION) === 0 ? null : flags & NARROW_ACTION;
  }

  /** Goes down the stack, one action for each component, and stores a ligature where an action says so. */
  form(firstAction: number, at: number): void {
    if (this.components.length === 0) return;
    let cursor = this.components.length;
    let index = 0;
    for (let action = firstAction; ; action += 4) {
      if (cursor === 0) return void (this.components = []);
      const place = this.components[--cursor] ?? 0;
      const word = this.machine.table.getUint32(action);
      const component = this.component((this.glyphs[place]?.id ?? 0) + signed30(word));
      if (component === null) return;
      index += component;
      if (word & (STORE | LAST)) {
        if (!this.store(place, cursor, index, at)) return;
        if (!this.machine.isWide) index = Math.floor((index - this.ligatures) / 2); // counts on from there, as HarfBuzz does
      }
      if (word & LAST) return;
    }
  }

  /** @returns whether there is such a ligature */
  private store(place: number, cursor: number, index: number, at: number): boolean {
    const glyph = this.glyphs[place];
    const made = this.ligatureAt(index);
    if (!glyph || made === null) return false;
    glyph.id = made;
    const end = (this.components.at(-1) ?? place) + 1;
    for (const swallowed of this.components.splice(cursor + 1)) {
      const gone = this.glyphs[swallowed];
      if (gone) gone.id = DELETED;
    }
    mergeClusters(this.glyphs, place, Math.min(end, at + 1));
    return true;
  }

  private component(offset: number): number | null {
    return this.read(this.offsets, this.machine.isWide ? this.offsets + offset * 2 : offset * 2);
  }

  private ligatureAt(index: number): number | null {
    return this.read(this.ligatures, this.machine.isWide ? this.ligatures + index * 2 : index);
  }

  /** The number at a place in one of the tables; null for a place before the table or behind the font's rules. */
  private read(start: number, place: number): number | null {
    const { table } = this.machine;
    const at = start + Math.floor((place - start) / 2) * 2;
    return at < start || at + 2 > table.byteLength ? null : table.getUint16(at);
  }
}

/** The lower thirty bits of an action are a signed number. */
const signed30 = (word: number): number => ((word & 0x3fffffff) << 2) >> 2;
