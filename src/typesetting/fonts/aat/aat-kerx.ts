import { anchorsOf, attach, type Anchors } from './aat-attachment.js';
import type { AatGlyph } from './aat-glyphs.js';
import { kernByContext } from './aat-kern-machine.js';
import { kernPairs, type PairKerning } from '../kern-pairs.js';
import { classedPairs, indexedPairs, listedPairs } from './aat-kern-pairs.js';
import { settle, type Place } from './aat-places.js';

/** Moves glyphs as an AAT font's kerning says. */
export type Kerning = (glyphs: readonly AatGlyph[], places: readonly Place[]) => void;

const VERTICAL = 0x80000000;
const CROSS_STREAM = 0x40000000;
const BACKWARDS = 0x10000000;
const HEAD = 12;
const STEPS = { least: 16_384, perGlyph: 64 };

interface Bench {
  readonly glyphCount: number;
  readonly anchors: Anchors;
  /** Marks are passed over when pairs are kerned. */
  readonly isMark: (glyph: AatGlyph) => boolean;
}

/** The rules of a font's "kerx" table for horizontal text. (Apple TrueType Reference Manual, "kerx") */
export function kerningOf(
  kerx: DataView,
  ankr: DataView | undefined,
  glyphCount: number,
  isMark: (glyph: AatGlyph) => boolean,
): Kerning {
  const subtables = subtablesOf(kerx);
  const bench = { glyphCount, anchors: anchorsOf(ankr, glyphCount), isMark };
  return (glyphs, places) => {
    const firstToRaise = subtables.find(({ coverage }) => coverage & CROSS_STREAM);
    for (const subtable of subtables) {
      if (subtable === firstToRaise) chain(places);
      applied(subtable, glyphs, places, bench);
    }
    settle(places);
  };
}

interface Subtable {
  readonly coverage: number;
  readonly table: DataView;
}

/** Those for horizontal text. What is cut short is left out. */
function subtablesOf(kerx: DataView): Subtable[] {
  const found: Subtable[] = [];
  try {
    let at = 8;
    for (let left = kerx.getUint32(4); left > 0; left -= 1) {
      const length = kerx.getUint32(at);
      const coverage = kerx.getUint32(at + 4);
      const isLast = left === 1; // may say too little of its length: it is read to the table's end
      const table = new DataView(kerx.buffer, kerx.byteOffset + at, isLast ? kerx.byteLength - at : length);
      if ((coverage & VERTICAL) === 0) found.push({ coverage, table });
      at += length;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

/** From the first rule that moves glyphs up or down, each shares the rise of the one before. */
function chain(places: readonly Place[]): void {
  places.forEach((place) => (place.hangsOn = { kind: 'chain', steps: -1 }));
}

function applied(
  { coverage, table }: Subtable,
  glyphs: readonly AatGlyph[],
  places: readonly Place[],
  bench: Bench,
): void {
  const isBackwards = (coverage & BACKWARDS) !== 0;
  const line = isBackwards ? { glyphs: [...glyphs].reverse(), places: [...places].reverse() } : { glyphs, places };
  try {
    apply(coverage, table, line, bench);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // cut short: what follows is left as it is
  }
}

interface Line {
  readonly glyphs: readonly AatGlyph[];
  readonly places: readonly Place[];
}

function apply(coverage: number, table: DataView, { glyphs, places }: Line, bench: Bench): void {
  const rises = (coverage & CROSS_STREAM) !== 0;
  const { glyphCount, anchors } = bench;
  const budget = { left: Math.max(STEPS.least, glyphs.length * STEPS.perGlyph) };
  const kind = coverage & 0xff;
  const machine = new DataView(table.buffer, table.byteOffset + HEAD, Math.max(0, table.byteLength - HEAD));
  if (kind === 1)
    return kernByContext(machine, glyphs, places, rises, { glyphCount, tuples: table.getUint32(8), budget });
  if (kind === 4) return attach(machine, glyphs, places, { glyphCount, anchors, budget });
  const kerning = pairKerning(kind, table, glyphCount);
  if (kerning && (coverage & BACKWARDS) === 0) kernPairs(kerning, { glyphs, places, isMark: bench.isMark }, rises);
}

function pairKerning(kind: number, table: DataView, glyphCount: number): PairKerning | null {
  if (kind === 0) return listedPairs(table);
  if (kind === 2) return classedPairs(table, glyphCount);
  return kind === 6 ? indexedPairs(table, glyphCount) : null;
}
