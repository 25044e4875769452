const MARK = 3;

export type GlyphClass = 'mark' | 'other';

/** Tells marks from other glyphs; null when the font does not. (OpenType 1.9, GDEF, glyph class definitions) */
export function glyphClasses(gdef: DataView | undefined): ((glyph: number) => GlyphClass) | null {
  const start = gdef && gdef.byteLength >= 12 ? gdef.getUint16(4) : 0;
  if (!gdef || start === 0 || start + 4 > gdef.byteLength) return null;
  const marks = gdef.getUint16(start) === 1 ? listed(gdef, start) : inRanges(gdef, start);
  return (glyph) => (marks.has(glyph) ? 'mark' : 'other');
}

function listed(gdef: DataView, start: number): Set<number> {
  const first = gdef.getUint16(start + 2);
  const count = Math.min(gdef.getUint16(start + 4), (gdef.byteLength - start - 6) >> 1);
  const classes = Array.from({ length: count }, (_, n) => gdef.getUint16(start + 6 + n * 2));
  return new Set(classes.flatMap((each, n) => (each === MARK ? [first + n] : [])));
}

function inRanges(gdef: DataView, start: number): Set<number> {
  const count = Math.min(gdef.getUint16(start + 2), Math.floor((gdef.byteLength - start - 4) / 6));
  const marks = new Set<number>();
  for (let at = start + 4; at < start + 4 + count * 6; at += 6) {
    if (gdef.getUint16(at + 4) !== MARK) continue;
    for (let glyph = gdef.getUint16(at); glyph <= gdef.getUint16(at + 2); glyph++) marks.add(glyph);
  }
  return marks;
}
