import { cffProgram } from '../../src/typesetting/fonts/cff-program.js';
import type { Typeface } from '../../src/typesetting/fonts/typeface.js';

/** The same face with its outlines as CFF: an OpenType font for tests that need one. */
export function cffTwin(face: Typeface, family: string): Uint8Array {
  const units = Array.from({ length: face.facts.glyphCount - 1 }, (_, index) => ({
    parts: [index + 1, 0, 0],
    advance: face.advance(index + 1),
    text: '',
  }));
  const tables: [string, Uint8Array][] = [['CFF ', cffProgram(face, units)]];
  for (const tag of ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'post', 'GDEF', 'GPOS', 'GSUB']) {
    const table = face.sfnt.table(tag);
    if (table) tables.push([tag, new Uint8Array(table.buffer, table.byteOffset, table.byteLength)]);
  }
  tables.push(['maxp', maxp(face.facts.glyphCount)], ['name', names(family)]);
  return openType(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function maxp(glyphs: number): Uint8Array {
  const bytes = new Uint8Array(6);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00005000);
  view.setUint16(4, glyphs);
  return bytes;
}

/** A "name" table with the family's name. */
export function names(family: string): Uint8Array {
  const ids = [1, 4, 6, 16];
  const bytes = new Uint8Array(6 + ids.length * 12 + family.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(2, ids.length);
  view.setUint16(4, 6 + ids.length * 12);
  ids.forEach((id, index) => {
    [3, 1, 0x409, id, family.length * 2, 0].forEach((value, at) => view.setUint16(6 + index * 12 + at * 2, value));
  });
  for (let i = 0; i < family.length; i++) view.setUint16(6 + ids.length * 12 + i * 2, family.charCodeAt(i));
  return bytes;
}

function openType(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const size = tables.reduce((sum, [, data]) => sum + ((data.length + 3) & ~3), 12 + tables.length * 16);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x4f54544f);
  view.setUint16(4, tables.length);
  let at = 12 + tables.length * 16;
  tables.forEach(([tag, data], index) => {
    for (let i = 0; i < 4; i++) bytes[12 + index * 16 + i] = tag.charCodeAt(i);
    view.setUint32(12 + index * 16 + 8, at);
    view.setUint32(12 + index * 16 + 12, data.length);
    bytes.set(data, at);
    at += (data.length + 3) & ~3;
  });
  return bytes;
}
