import * as hb from 'harfbuzzjs';
import type { Sfnt } from '../sfnt.js';
import { assembleSfnt } from '../sfnt-assembly.js';
import type { ShapedGlyph } from '../shaped-run.js';
import type { AatGlyph } from './aat-glyphs.js';
import { metamorphosisOf, type Metamorphosis } from './aat-metamorphosis.js';

/** Every glyph has a letter of its own in a private plane, so that HarfBuzz can place glyphs that it did not choose. */
const PRIVATE_PLANE = 0xf0000;
const CONTINUES_CLUSTER = /[\p{M}\u200D]/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** What the rules of such a font stand in for, and what they are made of. */
const LEFT_OUT = ['GSUB', 'morx', 'mort', 'cmap', 'DSIG'];

interface Letter extends AatGlyph {
  readonly isHidden?: true;
}

/**
 * Shapes with a font's AAT rules, which the HarfBuzz at hand is built without: glyphs are chosen here by "morx" or
 * "mort", and placed by HarfBuzz with the font's GPOS or kerning. Equal to a full HarfBuzz; that is tested where
 * `hb-shape` is installed. Rules of "kerx" are not applied.
 */
export class AatShaper {
  private readonly placing: hb.Font;
  private readonly buffer = new hb.Buffer();

  /** Null for a font without AAT rules. */
  static of(sfnt: Sfnt, glyphCount: number, glyphFor: (codePoint: number) => number): AatShaper | null {
    const metamorphosis = metamorphosisOf(sfnt.table('morx'), sfnt.table('mort'), glyphCount);
    return metamorphosis && new AatShaper(sfnt, glyphCount, glyphFor, metamorphosis);
  }

  private constructor(
    sfnt: Sfnt,
    glyphCount: number,
    private readonly glyphFor: (codePoint: number) => number,
    private readonly metamorphosis: Metamorphosis,
  ) {
    const kept = sfnt.tags
      .filter((tag) => !LEFT_OUT.includes(tag))
      .map((tag) => [tag, bytesOf(sfnt.need(tag))] as const);
    const tables = [...kept, ['cmap', ownLetters(glyphCount)] as const].sort(([a], [b]) => (a < b ? -1 : 1));
    const bytes = new Uint8Array(assembleSfnt(tables));
    this.placing = new hb.Font(new hb.Face(new hb.Blob(bytes.buffer)));
  }

  /** Distances in font units. No place is called safe to break: a rule may reach anywhere. */
  shape(text: string, script: string): ShapedGlyph[] {
    const glyphs: Letter[] = this.metamorphosis(this.lettersOf(text));
    const { buffer } = this;
    buffer.clearContents();
    buffer.addText(String.fromCodePoint(...glyphs.map(({ id }) => PRIVATE_PLANE + id)));
    buffer.setDirection(hb.Direction.LTR);
    buffer.setScript(script);
    hb.shape(this.placing, buffer);
    const places = buffer.getGlyphPositions();
    return glyphs.map(({ id, cluster, isHidden }, at) => ({
      id: isHidden ? this.glyphFor(0x20) : id,
      cluster,
      advance: isHidden ? 0 : (places[at]?.xAdvance ?? 0),
      dx: places[at]?.xOffset ?? 0,
      dy: places[at]?.yOffset ?? 0,
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
      const id = this.glyphFor(character.codePointAt(0) ?? 0);
      letters.push(INVISIBLE.test(character) ? { id, cluster, isHidden: true } : { id, cluster });
      at += character.length;
    }
    return letters;
  }
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
