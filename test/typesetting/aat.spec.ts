import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { standardFonts } from '../../src/typesetting/fonts/font-registry.js';
import { Typeface } from '../../src/typesetting/fonts/typeface.js';
import { describeWith, tool } from '../support/tools.js';
import { withTables } from './aat-font.js';
import {
  CHANGING_ONLY,
  randomAttachment,
  randomKern,
  randomKerx,
  randomMort,
  randomMorx,
  type Draw,
} from './aat-random.js';
import { CORPUS, distinctRuns } from './corpus.js';

const seed = Date.now() % 1_000_000;
process.stderr.write(`AAT rules: seed ${seed}\n`);
const sarabun = standardFonts().face('Sarabun', false, false);
const THAI_RUNS = distinctRuns(CORPUS).filter((run) => /^[\u0E01-\u0E3A\u0E40-\u0E59]+$/.test(run));
const GLYPHS = [...'กนปฟญฐมาะิีึื่้๊๋์ุูเแโำ'].map((letter) => sarabun.glyphFor(letter.codePointAt(0) ?? 0));
const MARKS = [...'ิีึื่้๊๋์'].map((letter) => sarabun.glyphFor(letter.codePointAt(0) ?? 0));
const FONTS = 25;

type Tables = Readonly<Record<string, Uint8Array | null>>;
const BARE: Tables = { GSUB: null, GPOS: null };
/** GPOS needs to know marks from letters, and versions of HarfBuzz differ when a rule makes one of the other. */
const marksForMarks = (draw: Draw): Uint8Array => randomMorx(MARKS, draw, CHANGING_ONLY);

describeWith('hb-shape', 'AAT rules and old kerning', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aat-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A full HarfBuzz, asked from outside: glyph, cluster, advance and offsets. */
  function reference(font: Uint8Array): string[] {
    const [fontFile, textFile] = [join(folder, 'font.ttf'), join(folder, 'text')];
    writeFileSync(fontFile, font);
    writeFileSync(textFile, THAI_RUNS.join('\n'));
    const options = ['--no-glyph-names', '--script=Thai', '--direction=ltr'];
    const answer = execFileSync(tool('hb-shape'), [fontFile, `--text-file=${textFile}`, ...options], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return answer.trim().split('\n');
  }

  function ours(font: Uint8Array): string[] {
    const face = new Typeface(font);
    return THAI_RUNS.map((run) => {
      const glyphs = face.shape(run, 'Thai').map(({ id, cluster, advance, dx, dy }) => {
        const offset = dx === 0 && dy === 0 ? '' : `@${dx},${dy}`;
        return `${id}=${cluster}${offset}+${advance}`;
      });
      return `[${glyphs.join('|')}]`;
    });
  }

  it.each([
    ['morx', (draw) => ({ ...BARE, morx: randomMorx(GLYPHS, draw) })],
    ['mort', (draw) => ({ ...BARE, mort: randomMort(GLYPHS, draw) })],
    ['morx beside GPOS', (draw) => ({ GSUB: null, morx: marksForMarks(draw) })],
    ['morx before GSUB', (draw) => ({ morx: marksForMarks(draw) })],
    ['kerx', (draw) => ({ ...BARE, kerx: randomKerx(GLYPHS, draw) })],
    ['kerx after GSUB', (draw) => ({ GPOS: null, kerx: randomKerx(GLYPHS, draw) })],
    ['kerx before GPOS', (draw) => ({ GSUB: null, kerx: randomKerx(GLYPHS, draw) })],
    ['kerx after GSUB and GPOS', (draw) => ({ kerx: randomKerx(GLYPHS, draw) })],
    ['kerx after morx', (draw) => ({ morx: marksForMarks(draw), kerx: randomKerx(GLYPHS, draw) })],
    ['kern', (draw) => ({ ...BARE, kern: randomKern(GLYPHS, draw) })],
    ['kern after GSUB', (draw) => ({ GPOS: null, kern: randomKern(GLYPHS, draw) })],
    ['kern beside GPOS', (draw) => ({ kern: randomKern(GLYPHS, draw) })],
    ['kern after morx', (draw) => ({ morx: marksForMarks(draw), kern: randomKern(GLYPHS, draw) })],
    ['none', () => ({})],
    ['kerx with ankr', (draw) => ({ ...BARE, ...randomAttachment(GLYPHS, draw) })],
  ] as readonly (readonly [string, (draw: Draw) => Tables])[])('are applied as HarfBuzz does: %s', (_tables, make) => {
    for (let n = 0; n < FONTS; n += 1) {
      const font = withTables(sarabun.sfnt, make(drawsFrom(seed * 1_000 + n)));
      const [shaped, expected] = [ours(font), reference(font)];
      const differing = THAI_RUNS.map((run, at) => ({ n, run, shaped: shaped[at], expected: expected[at] }));
      expect(differing.filter((each) => each.shaped !== each.expected).slice(0, 3)).toEqual([]);
    }
  });
});

/** The same seed gives the same numbers in [0, 1), everywhere. */
function drawsFrom(start: number): Draw {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
