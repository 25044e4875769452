import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as hb from 'harfbuzzjs';
import { runsOfToken } from '../../src/typesetting/fonts/runs-of-token.js';
import { itemizeByScript } from '../../src/typesetting/fonts/scripts.js';
import type { Typeface } from '../../src/typesetting/fonts/typeface.js';
import { CORPUS, distinctRuns, seedTexts } from './corpus.js';
import { testFonts } from './test-fonts.js';

const RUNS = distinctRuns([...CORPUS.slice(0, -1), ...seedTexts()]);

/** HarfBuzz called apart from the engine: glyph, pen and offsets of a script run, in font units. */
function reference(face: Typeface): (text: string) => string[] {
  const bytes = new Uint8Array(face.sfnt.bytes);
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes.buffer)));
  return (text) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    const infos = buffer.getGlyphInfos();
    let pen = 0;
    return buffer.getGlyphPositions().map((place, index) => {
      const glyph = `${infos[index]?.codepoint} ${pen + place.xOffset} ${place.yOffset}`;
      pen += place.xAdvance;
      return glyph;
    });
  };
}

/** What the engine draws for a script run, glyph by glyph. */
function drawn(face: Typeface, text: string): string[] {
  const [piece] = runsOfToken(text, face);
  const glyphs: string[] = [];
  piece?.run.units.forEach((unit, index) => {
    for (let at = 0; at < unit.parts.length; at += 3) {
      const x = (piece.run.pens[index] ?? 0) + (unit.parts[at + 1] ?? 0);
      glyphs.push(`${unit.parts[at]} ${x} ${unit.parts[at + 2]}`);
    }
  });
  return glyphs;
}

describe.each(testFonts())('shaping in $family', ({ face }) => {
  it('draws every script run as HarfBuzz places it', () => {
    const shape = reference(face);
    const pieces = distinctRuns(
      RUNS.flatMap((run) => itemizeByScript(run).map(({ start, end }) => run.slice(start, end))),
    ).filter((piece) => [...piece].every((letter) => face.glyphFor(letter.codePointAt(0) ?? 0) !== 0));
    const differing = pieces.filter((piece) => drawn(face, piece).join() !== shape(piece).join());
    expect(pieces.length).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  });

  it('ties the drawing codes to the source letters exactly once', () => {
    for (const run of RUNS) {
      const pieces = runsOfToken(run, face);
      const text = pieces.flatMap((piece) => piece.run.units.map((unit) => unit.text)).join('');
      expect(text).toBe(run);
      expect(pieces.every((piece) => piece.run.units.every((unit) => unit.text !== ''))).toBe(true);
    }
  });

  it('shapes the same run the same way when it is no longer kept', () => {
    const before = drawn(face, 'กตัญญู');
    const kept = runsOfToken('กตัญญู', face);
    for (let i = 0; i < 17_000; i++) runsOfToken(`ก${i}`, face);
    expect(runsOfToken('กตัญญู', face)).not.toBe(kept);
    expect(drawn(face, 'กตัญญู')).toEqual(before);
  });
});

describe('fonts', () => {
  it('finds no character of the corpus missing in Sarabun except signs that are drawn', () => {
    const face = testFonts()[0]?.face;
    const missing = [...new Set(CORPUS.join('').replace(/\s/g, ''))].filter(
      (letter) => face?.glyphFor(letter.codePointAt(0) ?? 0) === 0,
    );
    expect(missing.sort()).toEqual(['☐', '☑', '☒', '✓'].sort());
  });

  it('refuses bytes that are not a font', async () => {
    const { Typeface } = await import('../../src/typesetting/fonts/typeface.js');
    expect(() => new Typeface(new Uint8Array(100))).toThrow('font.unreadable');
    const cut = new Uint8Array(readFileSync('LICENSE'));
    expect(() => new Typeface(cut)).toThrow('font.unreadable');
    const whole = testFonts()[0]?.face.sfnt.bytes ?? new Uint8Array();
    expect(() => new Typeface(whole.slice(0, 4000))).toThrow('font.unreadable');
  });
});
