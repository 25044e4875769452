import { contextual } from './aat-contextual.js';
import { withoutDeleted, type AatGlyph } from './aat-glyphs.js';
import { insertion } from './aat-insertion.js';
import { ligature } from './aat-ligature.js';
import { lookUp } from './aat-lookup.js';
import { rearrangement } from './aat-rearrangement.js';
import { drive, narrowStateTable, wideStateTable, type Budget, type Deed, type StateTable } from './aat-state-table.js';

/** Changes a line of glyphs as an AAT font's own rules say. */
export type Metamorphosis = (glyphs: readonly AatGlyph[]) => AatGlyph[];

const VERTICAL = 0x80000000;
const BACKWARDS = 0x40000000;
const ANY_DIRECTION = 0x20000000;
const REARRANGEMENT = 0;
const CONTEXTUAL = 1;
const LIGATURE = 2;
const NONCONTEXTUAL = 4;
const INSERTION = 5;
const STEPS = { least: 16_384, perGlyph: 64 };

interface Subtable {
  readonly coverage: number;
  /** What follows the subtable's head. */
  readonly body: DataView;
}

/**
 * The rules of a font's "morx" or "mort" table for horizontal text with the features that are on by default; null when
 * it has none. They go before OpenType's GSUB, as HarfBuzz has it. (Apple TrueType Reference Manual, chapter 6)
 */
export function metamorphosisOf(
  morx: DataView | undefined,
  mort: DataView | undefined,
  glyphCount: number,
): Metamorphosis | null {
  const table = morx ?? mort;
  if (!table || table.byteLength < 8 || table.getUint16(0) === 0) return null;
  const isWide = morx !== undefined;
  const subtables = subtablesOf(table, isWide);
  return (given) => {
    let glyphs = given.map((glyph) => ({ ...glyph }));
    const budget = { left: Math.max(STEPS.least, given.length * STEPS.perGlyph) };
    for (const subtable of subtables) glyphs = applied({ isWide, glyphCount, budget }, subtable, glyphs);
    return withoutDeleted(glyphs);
  };
}

/** Those for horizontal text whose feature is on, chain after chain. What is cut short is left out. */
function subtablesOf(table: DataView, isWide: boolean): Subtable[] {
  const found: Subtable[] = [];
  try {
    let chain = 8;
    for (let left = table.getUint32(4); left > 0; left -= 1) {
      found.push(...subtablesOfChain(table, chain, isWide));
      chain += table.getUint32(chain + 4);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function subtablesOfChain(table: DataView, chain: number, isWide: boolean): Subtable[] {
  const flags = table.getUint32(chain);
  const features = isWide ? table.getUint32(chain + 8) : table.getUint16(chain + 8);
  const count = isWide ? table.getUint32(chain + 12) : table.getUint16(chain + 10);
  const subtables: Subtable[] = [];
  let at = chain + (isWide ? 16 : 12) + features * 12;
  for (let left = count; left > 0; left -= 1) {
    const coverage = isWide
      ? table.getUint32(at + 4)
      : (table.getUint16(at + 2) & 0xff00) * 0x10000 + table.getUint8(at + 3);
    const isOn = (table.getUint32(at + (isWide ? 8 : 4)) & flags) !== 0;
    const isHorizontal = (coverage & ANY_DIRECTION) !== 0 || (coverage & VERTICAL) === 0;
    const length = isWide ? table.getUint32(at) : table.getUint16(at);
    if (isOn && isHorizontal) subtables.push({ coverage, body: part(table, at + (isWide ? 12 : 8), at + length) });
    at += length;
  }
  return subtables;
}

/** @throws RangeError when the table ends before `end` */
const part = (table: DataView, start: number, end: number): DataView =>
  new DataView(table.buffer, table.byteOffset + start, Math.max(0, end - start));

interface Bench {
  readonly isWide: boolean;
  readonly glyphCount: number;
  readonly budget: Budget;
}

/** @returns the glyphs as they were when the subtable is cut short */
function applied(bench: Bench, subtable: Subtable, before: AatGlyph[]): AatGlyph[] {
  const glyphs = before.map((glyph) => ({ ...glyph }));
  const isBackwards = (subtable.coverage & BACKWARDS) !== 0;
  if (isBackwards) glyphs.reverse();
  try {
    apply(bench, subtable, glyphs);
  } catch (error) {
    if (error instanceof RangeError) return before;
    throw error;
  }
  return isBackwards ? glyphs.reverse() : glyphs;
}

function apply(bench: Bench, { coverage, body }: Subtable, glyphs: AatGlyph[]): void {
  const { glyphCount, budget } = bench;
  const kind = coverage & 0xff;
  if (kind === NONCONTEXTUAL) {
    for (const glyph of glyphs) glyph.id = lookUp(body, 0, glyph.id, glyphCount) ?? glyph.id;
    return;
  }
  const machine = machineOf(bench, body, kind);
  const deed = machine && deedOf(machine, kind, glyphs, bench);
  if (machine && deed) drive(machine, glyphs, deed, budget);
}

function machineOf({ isWide, glyphCount }: Bench, body: DataView, kind: number): StateTable | null {
  const dataSize = { [REARRANGEMENT]: 0, [CONTEXTUAL]: 4, [LIGATURE]: isWide ? 2 : 0, [INSERTION]: 4 }[kind];
  if (dataSize === undefined) return null;
  return isWide ? wideStateTable(body, dataSize, glyphCount) : narrowStateTable(body, dataSize);
}

function deedOf(machine: StateTable, kind: number, glyphs: AatGlyph[], { glyphCount, budget }: Bench): Deed | null {
  if (kind === REARRANGEMENT) return rearrangement(glyphs);
  if (kind === CONTEXTUAL) return contextual(machine, glyphs, glyphCount);
  if (kind === LIGATURE) return ligature(machine, glyphs);
  return kind === INSERTION ? insertion(machine, glyphs, budget) : null;
}
