import { drawnOutline } from './drawn-symbols.js';
import type { GlyphUnit } from './shaped-run.js';
import type { Typeface } from './typeface.js';

/** Number of strings every CFF file knows without saying them. */
const STANDARD_STRINGS = 391;
const EM = 1000;

/** A CID-keyed CFF program whose glyph n+1 draws unit n, on an em of 1000, from the face's outlines. */
export function cffProgram(face: Typeface, units: readonly GlyphUnit[]): Uint8Array {
  const scale = EM / face.facts.unitsPerEm;
  const notdef: GlyphUnit = { parts: [0, 0, 0], advance: face.advance(0), text: '' };
  const charStrings = index([notdef, ...units].map((unit) => charString(face, unit, scale)));
  const head = [1, 0, 4, 4];
  const names = index([ascii(face.facts.postscriptName)]);
  const strings = index([ascii('Adobe'), ascii('Identity')]);
  const subroutines = index([]);
  const count = units.length + 1;
  const topLength = index([topDict(face, count, [0, 0, 0, 0])]).length;
  const charset = head.length + names.length + topLength + strings.length + subroutines.length;
  const fdSelect = charset + 5;
  const outlines = fdSelect + 8;
  const fontDicts = outlines + charStrings.length;
  const privateAt = fontDicts + index([privatePointer(0)]).length;
  return Uint8Array.from([
    ...head,
    ...names,
    ...index([topDict(face, count, [charset, fdSelect, outlines, fontDicts])]),
    ...strings,
    ...subroutines,
    ...[2, ...int16(1), ...int16(count - 2)],
    ...[3, ...int16(1), ...int16(0), 0, ...int16(count)],
    ...charStrings,
    ...index([privatePointer(privateAt)]),
    ...PRIVATE,
  ]);
}

/** Default and nominal width 0. */
const PRIVATE = [139, 20, 139, 21];

function topDict(face: Typeface, count: number, [charset, fdSelect, outlines, fontDicts]: readonly number[]): number[] {
  const scale = EM / face.facts.unitsPerEm;
  return [
    ...[...long(STANDARD_STRINGS), ...long(STANDARD_STRINGS + 1), ...long(0), 12, 30],
    ...[...face.facts.bbox.flatMap((side) => long(Math.round(side * scale))), 5],
    ...[...long(count), 12, 34],
    ...[...long(charset ?? 0), 15],
    ...[...long(fdSelect ?? 0), 12, 37],
    ...[...long(outlines ?? 0), 17],
    ...[...long(fontDicts ?? 0), 12, 36],
  ];
}

function privatePointer(offset: number): number[] {
  return [...long(PRIVATE.length), ...long(offset), 18];
}

function charString(face: Typeface, unit: GlyphUnit, scale: number): number[] {
  const pen = new CharString(unit.advance * scale);
  for (let i = 0; i < unit.parts.length; i += 3) {
    const glyph = unit.parts[i] ?? 0;
    const [dx, dy] = [unit.parts[i + 1] ?? 0, unit.parts[i + 2] ?? 0];
    if (glyph < 0) drawPolygons(pen, glyph);
    else
      drawGlyph(
        pen,
        face,
        glyph,
        (x) => (x + dx) * scale,
        (y) => (y + dy) * scale,
      );
  }
  return pen.finish();
}

function drawPolygons(pen: CharString, glyph: number): void {
  for (const polygon of drawnOutline(glyph, EM)) {
    // PostScript fills the other way round than TrueType.
    polygon.toReversed().forEach(([x, y], index) => (index === 0 ? pen.move(x, y) : pen.line(x, y)));
  }
}

type Map1 = (value: number) => number;

function drawGlyph(pen: CharString, face: Typeface, glyph: number, toX: Map1, toY: Map1): void {
  for (const { type, values } of face.outline(glyph)) {
    const at = values.map((value, index) => (index % 2 === 0 ? toX(value) : toY(value)));
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
    if (type === 'M') pen.move(a, b);
    else if (type === 'L') pen.line(a, b);
    else if (type === 'C') pen.curve(a, b, c, d, e, f);
    else if (type === 'Q') pen.quadratic(a, b, c, d);
  }
}

/** Writes a Type 2 charstring from absolute points. */
class CharString {
  private readonly bytes: number[];
  private x = 0;
  private y = 0;

  constructor(advance: number) {
    this.bytes = operand(advance);
  }

  move(x: number, y: number): void {
    this.step([x, y], 21);
  }

  line(x: number, y: number): void {
    this.step([x, y], 5);
  }

  curve(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.step([ax, ay, bx, by, x, y], 8);
  }

  quadratic(cx: number, cy: number, x: number, y: number): void {
    const { x: fromX, y: fromY } = this;
    this.curve(
      fromX + (2 / 3) * (cx - fromX),
      fromY + (2 / 3) * (cy - fromY),
      x + (2 / 3) * (cx - x),
      y + (2 / 3) * (cy - y),
      x,
      y,
    );
  }

  finish(): number[] {
    return [...this.bytes, 14];
  }

  /** The pen follows what was written, rounding included, so that contours close. */
  private step(points: readonly number[], operator: number): void {
    for (let i = 0; i < points.length; i += 2) {
      const dx = rounded((points[i] ?? 0) - this.x);
      const dy = rounded((points[i + 1] ?? 0) - this.y);
      this.bytes.push(...operand(dx), ...operand(dy));
      this.x += dx;
      this.y += dy;
    }
    this.bytes.push(operator);
  }
}

function rounded(value: number): number {
  return Math.round(value * 64) / 64;
}

function operand(value: number): number[] {
  if (!Number.isInteger(value)) {
    const fixed = Math.round(value * 65536);
    return [255, (fixed >> 24) & 255, (fixed >> 16) & 255, (fixed >> 8) & 255, fixed & 255];
  }
  if (value >= -107 && value <= 107) return [value + 139];
  return [28, (value >> 8) & 255, value & 255];
}

/** A DICT integer of five bytes, so that offsets do not change the length. */
function long(value: number): number[] {
  return [29, (value >> 24) & 255, (value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function int16(value: number): number[] {
  return [(value >> 8) & 255, value & 255];
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

/** A CFF INDEX with four-byte offsets. */
function index(items: readonly (readonly number[])[]): number[] {
  if (items.length === 0) return [0, 0];
  const bytes = [...int16(items.length), 4];
  let offset = 1;
  for (const item of [[], ...items]) {
    offset += item.length;
    bytes.push((offset >> 24) & 255, (offset >> 16) & 255, (offset >> 8) & 255, offset & 255);
  }
  for (const item of items) for (const byte of item) bytes.push(byte);
  return bytes;
}
