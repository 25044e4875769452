import * as hb from 'harfbuzzjs';
import { AatShaper } from './aat/aat-shaper.js';
import { kernsByGpos } from './gpos-kerning.js';
import { tableKerning, type TableKerning } from './kern-table.js';
import { type ScriptCode } from './scripts.js';
import { readFacts, readSfnt, type FontFacts, type Sfnt } from './sfnt.js';
import { unitStore } from './unit-store.js';
import { unitsFromGlyphs, type ShapedGlyph, type ShapedRun } from './shaped-run.js';

const UNSAFE_TO_BREAK = 1;

/** One face (regular, bold, …) of a font family, ready to shape and measure. */
export class Typeface {
  readonly facts: FontFacts;
  readonly sfnt: Sfnt;
  /** In thousandths of the em, as pdfmake reads them. */
  readonly ascender: number;
  readonly descender: number;
  readonly lineGap = 0;

  private readonly font: hb.Font;
  private readonly aat: AatShaper | null;
  private readonly kern: TableKerning | null;
  private readonly buffer = new hb.Buffer();
  private readonly units = unitStore();
  private readonly nominals = new Map<number, number>();
  private readonly advances: Uint16Array;

  /** @throws DomainError font.unreadable */
  constructor(bytes: Uint8Array) {
    this.sfnt = readSfnt(bytes);
    this.facts = readFacts(this.sfnt);
    this.ascender = (this.facts.ascent * 1000) / this.facts.unitsPerEm;
    this.descender = (this.facts.descent * 1000) / this.facts.unitsPerEm;
    this.advances = readAdvances(this.sfnt, this.facts.glyphCount);
    const copy = new Uint8Array(bytes);
    this.font = new hb.Font(new hb.Face(new hb.Blob(copy.buffer)));
    const { sfnt, facts } = this;
    this.kern = tableKerning(sfnt);
    this.aat = AatShaper.of({
      sfnt,
      glyphCount: facts.glyphCount,
      glyphFor: (codePoint) => this.glyphFor(codePoint),
      advance: (glyph) => this.advance(glyph),
    });
  }

  /** Width of a glyph by the font's own table, in font units. */
  advance(glyph: number): number {
    return this.advances[glyph] ?? 0;
  }

  /** Glyph for a character, 0 where the face has none. */
  glyphFor(codePoint: number): number {
    const known = this.nominals.get(codePoint);
    if (known !== undefined) return known;
    const found = this.font.nominalGlyph(codePoint) ?? 0;
    this.nominals.set(codePoint, found);
    return found;
  }

  /** Outline of a glyph as path segments in font units. */
  outline(glyph: number): hb.SvgPathCommand[] {
    return this.font.glyphToJson(glyph);
  }

  /** A whitespace-free piece of text of one script as drawing units. */
  run(text: string, script: ScriptCode): ShapedRun {
    return unitsFromGlyphs(text, this.shape(text, script), (glyph) => this.advance(glyph), this.units);
  }

  /** What a full HarfBuzz answers: the one at hand is built without AAT rules and "kern". Distances in font units. */
  shape(text: string, script: ScriptCode): ShapedGlyph[] {
    const glyphs = this.aat?.shape(text, script) ?? this.shapeByOpenType(text, script);
    if (!this.kern || this.aat?.kerns || kernsByGpos(this.sfnt.table('GPOS'), script)) return glyphs;
    return this.kern(glyphs, text);
  }

  private shapeByOpenType(text: string, script: ScriptCode): ShapedGlyph[] {
    const buffer = this.buffer;
    buffer.clearContents();
    buffer.addText(text);
    buffer.setDirection(hb.Direction.LTR);
    buffer.setScript(script);
    buffer.setLanguage(script === 'Thai' ? 'th' : 'en');
    hb.shape(this.font, buffer);
    const infos = buffer.getGlyphInfos();
    const places = buffer.getGlyphPositions();
    return infos.map((info, i) => ({
      id: info.codepoint,
      cluster: info.cluster,
      advance: places[i]?.xAdvance ?? 0,
      dx: places[i]?.xOffset ?? 0,
      dy: places[i]?.yOffset ?? 0,
      unsafeToBreak: (info.flags & UNSAFE_TO_BREAK) !== 0,
    }));
  }

  /** pdfmake asks for this by name. Points in, points out. */
  lineHeight(size: number): number {
    return ((this.ascender - this.descender) * size) / 1000;
  }
}

function readAdvances(sfnt: Sfnt, glyphCount: number): Uint16Array {
  const hmtx = sfnt.need('hmtx');
  const long = Math.max(1, sfnt.need('hhea').getUint16(34));
  const advances = new Uint16Array(glyphCount);
  for (let glyph = 0; glyph < glyphCount; glyph++) {
    const at = Math.min(glyph, long - 1) * 4;
    advances[glyph] = at + 2 <= hmtx.byteLength ? hmtx.getUint16(at) : 0;
  }
  return advances;
}
