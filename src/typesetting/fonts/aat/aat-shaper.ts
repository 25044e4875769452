import * as hb from 'harfbuzzjs';
import type { Sfnt } from '../sfnt.js';
import { assembleSfnt } from '../sfnt-assembly.js';
import type { ShapedGlyph } from '../shaped-run.js';
import { glyphClasses } from '../glyph-classes.js';
import type { AatGlyph } from './aat-glyphs.js';
import { kerningOf, type Kerning } from './aat-kerx.js';
import { metamorphosisOf, type Metamorphosis } from './aat-metamorphosis.js';
import { placeOf, type Place } from './aat-places.js';

/** Every glyph has a letter of its own in a private plane, so that HarfBuzz can place glyphs that it did not choose. */
const PRIVATE_PLANE = 0xf0000;
const CONTINUES_CLUSTER = /[\p{M}\u200D]/u;
const MARK = /\p{Mn}/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const CHOOSING = ['GSUB', 'morx', 'mort', 'cmap'];
const PLACING = ['GPOS', 'kern', 'kerx'];

interface Letter extends AatGlyph {
  readonly isHidden?: true;
  readonly isMark?: true;
}

/** What the shaper must know of a face. */
export interface AatFace {
  readonly sfnt: Sfnt;
  readonly glyphCount: number;
  glyphFor(codePoint: number): number;
  /** Font units. */
  advance(glyph: number): number;
}

/**
 * Shapes with a font's AAT rules, which the HarfBuzz at hand is built without. "morx" or "mort" choose glyphs instead of
 * GSUB; "kerx" places them unless GSUB and GPOS do it together. What the font has no AAT rules for is left to HarfBuzz.
 * Equal to a full HarfBuzz; that is tested where `hb-shape` is installed.
 */
export class AatShaper {
  private readonly buffer = new hb.Buffer();

  /** Null for a font without AAT rules that count. */
  static of(face: AatFace): AatShaper | null {
    const { sfnt, glyphCount } = face;
    const has = (tag: string): boolean => sfnt.table(tag) !== undefined;
    const metamorphosis = metamorphosisOf(sfnt.table('morx'), sfnt.table('mort'), glyphCount);
    const kerx = !metamorphosis && has('GSUB') && has('GPOS') ? undefined : sfnt.table('kerx');
    const kerning = kerx && kerningOf(kerx, sfnt.table('ankr'), glyphCount, marksOf(sfnt));
    if (!metamorphosis && !kerning) return null;
    return new AatShaper(face, helperFont(face, metamorphosis !== null), metamorphosis, kerning ?? null);
  }

  private constructor(
    private readonly face: AatFace,
    /** Places the glyphs that "morx" chose, or chooses those that "kerx" places. */
    private readonly helper: hb.Font,
    private readonly metamorphosis: Metamorphosis | null,
    private readonly kerning: Kerning | null,
  ) {}

  /** Whether the kerning of the font is done with. */
  get kerns(): boolean {
    return this.kerning !== null;
  }

  /** Distances in font units. No place is called safe to break: a rule may reach anywhere. */
  shape(text: string, script: string): ShapedGlyph[] {
    const glyphs: Letter[] = this.metamorphosis?.(this.lettersOf(text)) ?? this.chosen(text, script);
    const places = this.kerning ? this.kerned(glyphs, this.kerning) : this.placed(glyphs, script);
    return glyphs.map(({ id, cluster, isHidden }, at) => ({
      id: isHidden ? this.face.glyphFor(0x20) : id,
      cluster,
      advance: isHidden ? 0 : (places[at]?.advance ?? 0),
      dx: places[at]?.dx ?? 0,
      dy: places[at]?.dy ?? 0,
      unsafeToBreak: at > 0,
    }));
  }

  /** One glyph for each character; marks belong to the letter before them. */
  private lettersOf(text: string): Letter[] {
    const letters: Letter[] = [];
    let at = 0;
    for (const character of text) {
      const before = letters.at(-1);
      const cluster = before && CONTINUES_CLUSTER.test(character) ? before.cluster : at;
      letters.push({
        id: this.face.glyphFor(character.codePointAt(0) ?? 0),
        cluster,
        ...(INVISIBLE.test(character) && { isHidden: true }),
        ...(MARK.test(character) && { isMark: true }),
      });
      at += character.length;
    }
    return letters;
  }

  private kerned(glyphs: readonly Letter[], kerning: Kerning): Place[] {
    const places = glyphs.map(({ id }) => placeOf(this.face.advance(id)));
    kerning(glyphs, places);
    return places;
  }

  private chosen(text: string, script: string): Letter[] {
    this.shapeWithHelper(text, script);
    return this.buffer.getGlyphInfos().map(({ codepoint, cluster }) => ({
      id: codepoint,
      cluster,
      ...(MARK.test(text.charAt(cluster)) && { isMark: true }),
    }));
  }

  private placed(glyphs: readonly Letter[], script: string): Place[] {
    this.shapeWithHelper(String.fromCodePoint(...glyphs.map(({ id }) => PRIVATE_PLANE + id)), script);
    return this.buffer
      .getGlyphPositions()
      .map(({ xAdvance, xOffset, yOffset }) => ({ advance: xAdvance, dx: xOffset, dy: yOffset, hangsOn: null }));
  }

  private shapeWithHelper(text: string, script: string): void {
    const { buffer } = this;
    buffer.clearContents();
    buffer.addText(text);
    buffer.setDirection(hb.Direction.LTR);
    buffer.setScript(script);
    hb.shape(this.helper, buffer);
  }
}

/** The font without what its AAT rules stand in for. @param hasChoice "morx" chooses: glyphs are given by their numbers */
function helperFont({ sfnt, glyphCount }: AatFace, hasChoice: boolean): hb.Font {
  const leftOut = hasChoice ? CHOOSING : PLACING;
  const kept = sfnt.tags.filter((tag) => !leftOut.includes(tag)).map((tag) => [tag, bytesOf(sfnt.need(tag))] as const);
  const added = hasChoice ? [['cmap', ownLetters(glyphCount)] as const] : [];
  const bytes = new Uint8Array(assembleSfnt([...kept, ...added].sort(([a], [b]) => (a < b ? -1 : 1))));
  return new hb.Font(new hb.Face(new hb.Blob(bytes.buffer)));
}

/** By the font's own classes where it has them, else by the character. */
function marksOf(sfnt: Sfnt): (glyph: Letter) => boolean {
  const classOf = glyphClasses(sfnt.table('GDEF'));
  return classOf ? ({ id }) => classOf(id) === 'mark' : ({ isMark }) => isMark === true;
}

const bytesOf = (table: DataView): Uint8Array => new Uint8Array(table.buffer, table.byteOffset, table.byteLength);

/** A "cmap" of one group, format 12. (OpenType 1.9, cmap) */
function ownLetters(glyphCount: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(40));
  [0, 1, 3, 10].forEach((value, index) => view.setUint16(index * 2, value));
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  [28, 0, 1, PRIVATE_PLANE, PRIVATE_PLANE + Math.min(glyphCount, 0xfffe) - 1, 0].forEach((value, index) =>
    view.setUint32(16 + index * 4, value),
  );
  return new Uint8Array(view.buffer);
}
