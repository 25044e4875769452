import { BoundedCache } from './bounded-cache.js';
import { drawnUnit } from './drawn-symbols.js';
import { itemizeByScript, type ScriptCode } from './scripts.js';
import type { GlyphUnit, ShapedRun } from './shaped-run.js';
import type { Typeface } from './typeface.js';

/** Part of a token in the face that can draw it. `start` counts characters from the token's beginning. */
export interface FacedRun {
  readonly start: number;
  readonly run: ShapedRun;
}

/** Twice as many are held at most: some tens of megabytes for a face. */
const CACHED_TOKENS = 8_000;
/** Longer runs seldom come again. */
const CACHED_TOKEN_LETTERS = 100;
const caches = new WeakMap<Typeface, BoundedCache<readonly FacedRun[]>>();

/** Shapes a piece of text without spaces; every character gets a glyph, a drawn sign where the face has none. */
export function runsOfToken(token: string, face: Typeface): readonly FacedRun[] {
  if (token.length > CACHED_TOKEN_LETTERS) return makeRuns(token, face);
  let cache = caches.get(face);
  if (!cache) caches.set(face, (cache = new BoundedCache(CACHED_TOKENS)));
  const known = cache.get(token);
  if (known) return known;
  const made = makeRuns(token, face);
  cache.set(token, made);
  return made;
}

function makeRuns(token: string, face: Typeface): FacedRun[] {
  return itemizeByScript(token).flatMap((piece) =>
    covered(token, piece.start, piece.end, face).map(({ start, end, has }) => ({
      start,
      run: has ? face.run(token.slice(start, end), piece.script) : drawnRun(token.slice(start, end), face),
    })),
  );
}

interface Coverage {
  readonly start: number;
  readonly end: number;
  readonly has: boolean;
}

function covered(text: string, from: number, to: number, face: Typeface): Coverage[] {
  const pieces: Coverage[] = [];
  let start = from;
  let has = true;
  for (let at = from; at < to;) {
    const code = text.codePointAt(at) ?? 0;
    const now = face.glyphFor(code) !== 0 || isDrawnByShaping(code);
    if (now !== has) {
      if (at > start) pieces.push({ start, end: at, has });
      start = at;
      has = now;
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (to > start) pieces.push({ start, end: to, has });
  return pieces;
}

/** HarfBuzz takes sara am apart itself, so the face need not have it. */
function isDrawnByShaping(code: number): boolean {
  return code === 0x0e33;
}

function drawnRun(text: string, face: Typeface): ShapedRun {
  const units: GlyphUnit[] = [...text].map((letter) => drawnUnit(letter, face.facts.unitsPerEm));
  const starts = [0];
  const pens = [0];
  for (const unit of units) {
    starts.push((starts.at(-1) ?? 0) + unit.text.length);
    pens.push((pens.at(-1) ?? 0) + unit.advance);
  }
  const everywhere = new Uint8Array(units.length + 1).fill(1);
  return {
    text,
    units,
    starts: Uint32Array.from(starts),
    pens: Float64Array.from(pens),
    cuttable: everywhere,
    clusterStart: everywhere,
  };
}

/** Shapes part of a run again, for a line end that falls where the letters on both sides depend on each other. */
export function reshape(run: ShapedRun, from: number, to: number, face: Typeface): ShapedRun {
  const text = run.text.slice(from, to);
  const script: ScriptCode = itemizeByScript(run.text)[0]?.script ?? 'Zyyy';
  return face.run(text, script);
}
