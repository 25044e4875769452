import { polygonGlyph } from './polygon-glyph.js';
import { assembleSfnt } from './sfnt-assembly.js';
import type { GlyphUnit } from './shaped-run.js';
import type { Typeface } from './typeface.js';

const COPIED_TABLES = ['cvt ', 'fpgm', 'prep'] as const;
const ARGS_ARE_WORDS = 0x0001;
const ARGS_ARE_XY = 0x0002;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_XY_SCALE = 0x0040;
const HAS_MATRIX = 0x0080;
const DEEPEST_GLYPH = 8;
/** Bytes; nothing shorter draws anything. */
const GLYPH_HEADER = 10;

/**
 * A TrueType font program whose glyph n+1 draws unit n. Units of several glyphs, or of a glyph moved from its place,
 * become composite glyphs of the font's own outlines.
 */
export function trueTypeProgram(face: Typeface, units: readonly GlyphUnit[]): Uint8Array {
  const builder = new GlyphTables(face, units.length + 1);
  units.forEach((unit, index) => builder.putUnit(index + 1, unit));
  return builder.program(units);
}

class GlyphTables {
  private readonly glyf: DataView;
  private readonly loca: DataView;
  private readonly isLong: boolean;
  private readonly glyphs: Uint8Array[] = [];
  private readonly slotOf = new Map<number, number>();
  private slots: number;

  constructor(
    private readonly face: Typeface,
    slots: number,
  ) {
    this.glyf = face.sfnt.need('glyf');
    this.loca = face.sfnt.need('loca');
    this.isLong = face.sfnt.need('head').getInt16(50) === 1;
    this.slots = slots;
    this.glyphs[0] = this.source(0);
    this.slotOf.set(0, 0);
  }

  putUnit(slot: number, unit: GlyphUnit): void {
    const [glyph = 0, dx = 0, dy = 0] = unit.parts;
    if (unit.parts.length === 3 && glyph < 0) this.glyphs[slot] = polygonGlyph(glyph, this.face.facts.unitsPerEm);
    else if (unit.parts.length === 3 && dx === 0 && dy === 0) this.glyphs[slot] = this.renumbered(glyph, 0);
    else this.glyphs[slot] = this.composite(unit.parts);
  }

  /** Slot of an unmoved glyph that only composites refer to. */
  private slotFor(glyph: number, depth: number): number {
    const known = this.slotOf.get(glyph);
    if (known !== undefined) return known;
    const slot = this.slots++;
    this.slotOf.set(glyph, slot);
    this.glyphs[slot] = depth > DEEPEST_GLYPH ? new Uint8Array(0) : this.renumbered(glyph, depth);
    return slot;
  }

  /** A glyph's own data; the parts of a composite are given their new numbers. */
  private renumbered(glyph: number, depth: number): Uint8Array {
    const data = this.source(glyph);
    if (data.length === 0) return data;
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    if (view.getInt16(0) >= 0) return data;
    const copy = data.slice();
    const target = new DataView(copy.buffer);
    for (let at = 10, flags = MORE_COMPONENTS; (flags & MORE_COMPONENTS) !== 0 && at + 4 <= copy.length;) {
      flags = target.getUint16(at);
      target.setUint16(at + 2, this.slotFor(target.getUint16(at + 2), depth + 1));
      at += 4 + ((flags & ARGS_ARE_WORDS) !== 0 ? 4 : 2) + transformSize(flags);
    }
    return copy;
  }

  private composite(parts: readonly number[]): Uint8Array {
    const visible: number[] = [];
    for (let i = 0; i < parts.length; i += 3) if (this.source(parts[i] ?? 0).length > 0) visible.push(i);
    if (visible.length === 0) return new Uint8Array(0);
    const data = new Uint8Array(10 + visible.length * 8);
    const view = new DataView(data.buffer);
    view.setInt16(0, -1);
    this.setBounds(view, parts, visible);
    visible.forEach((i, index) => {
      const at = 10 + index * 8;
      const more = index < visible.length - 1 ? MORE_COMPONENTS : 0;
      view.setUint16(at, ARGS_ARE_WORDS | ARGS_ARE_XY | more);
      view.setUint16(at + 2, this.slotFor(parts[i] ?? 0, 0));
      view.setInt16(at + 4, parts[i + 1] ?? 0);
      view.setInt16(at + 6, parts[i + 2] ?? 0);
    });
    return data;
  }

  private setBounds(view: DataView, parts: readonly number[], visible: readonly number[]): void {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of visible) {
      const data = this.source(parts[i] ?? 0);
      const own = new DataView(data.buffer, data.byteOffset, data.byteLength);
      const [dx = 0, dy = 0] = [parts[i + 1], parts[i + 2]];
      box[0] = Math.min(box[0] ?? 0, own.getInt16(2) + dx);
      box[1] = Math.min(box[1] ?? 0, own.getInt16(4) + dy);
      box[2] = Math.max(box[2] ?? 0, own.getInt16(6) + dx);
      box[3] = Math.max(box[3] ?? 0, own.getInt16(8) + dy);
    }
    box.forEach((side, index) => view.setInt16(2 + index * 2, side));
  }

  private source(glyph: number): Uint8Array {
    const entry = (at: number): number => (this.isLong ? this.loca.getUint32(at * 4) : this.loca.getUint16(at * 2) * 2);
    const room = this.loca.byteLength / (this.isLong ? 4 : 2);
    if (glyph < 0 || glyph + 1 >= room) return new Uint8Array(0);
    const start = entry(glyph);
    const end = Math.min(entry(glyph + 1), this.glyf.byteLength);
    if (end - start < GLYPH_HEADER) return new Uint8Array(0);
    return new Uint8Array(this.glyf.buffer, this.glyf.byteOffset + start, end - start);
  }

  program(units: readonly GlyphUnit[]): Uint8Array {
    const { glyf, loca } = this.joined();
    const tables: [string, Uint8Array][] = [
      ['glyf', glyf],
      ['head', this.head()],
      ['hhea', this.hhea()],
      ['hmtx', this.metrics(units)],
      ['loca', loca],
      ['maxp', this.maxima()],
    ];
    for (const tag of COPIED_TABLES) {
      const table = this.face.sfnt.table(tag);
      if (table) tables.push([tag, bytesOf(table)]);
    }
    return assembleSfnt(tables.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  private joined(): { glyf: Uint8Array; loca: Uint8Array } {
    const size = this.glyphs.reduce((sum, glyph) => sum + ((glyph.length + 3) & ~3), 0);
    const glyf = new Uint8Array(size);
    const loca = new Uint8Array((this.glyphs.length + 1) * 4);
    const view = new DataView(loca.buffer);
    let at = 0;
    this.glyphs.forEach((glyph, slot) => {
      view.setUint32(slot * 4, at);
      glyf.set(glyph, at);
      at += (glyph.length + 3) & ~3;
    });
    view.setUint32(this.glyphs.length * 4, at);
    return { glyf, loca };
  }

  private head(): Uint8Array {
    const head = bytesOf(this.face.sfnt.need('head')).slice();
    const view = new DataView(head.buffer);
    view.setUint32(8, 0);
    view.setInt16(50, 1);
    return head;
  }

  private hhea(): Uint8Array {
    const hhea = bytesOf(this.face.sfnt.need('hhea')).slice();
    new DataView(hhea.buffer).setUint16(34, this.glyphs.length);
    return hhea;
  }

  private metrics(units: readonly GlyphUnit[]): Uint8Array {
    const hmtx = new Uint8Array(this.glyphs.length * 4);
    const view = new DataView(hmtx.buffer);
    this.glyphs.forEach((glyph, slot) => {
      const unit = units[slot - 1];
      const bearing = glyph.length >= 10 ? new DataView(glyph.buffer, glyph.byteOffset).getInt16(2) : 0;
      view.setUint16(slot * 4, Math.max(0, unit ? unit.advance : this.face.advance(0)));
      view.setInt16(slot * 4 + 2, bearing);
    });
    return hmtx;
  }

  /** Composites of ours hold more points and go deeper than the font's. */
  private maxima(): Uint8Array {
    const maxp = bytesOf(this.face.sfnt.need('maxp')).slice();
    const view = new DataView(maxp.buffer);
    view.setUint16(4, this.glyphs.length);
    if (maxp.length < 32) return maxp;
    const points = Math.max(view.getUint16(6), view.getUint16(10));
    const contours = Math.max(view.getUint16(8), view.getUint16(12));
    view.setUint16(10, Math.min(65535, points * 6));
    view.setUint16(12, Math.min(65535, contours * 6));
    view.setUint16(28, Math.max(view.getUint16(28), 6));
    view.setUint16(30, Math.max(view.getUint16(30) + 1, 2));
    return maxp;
  }
}

function transformSize(flags: number): number {
  if ((flags & HAS_SCALE) !== 0) return 2;
  if ((flags & HAS_XY_SCALE) !== 0) return 4;
  return (flags & HAS_MATRIX) !== 0 ? 8 : 0;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
