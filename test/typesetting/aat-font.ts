import { assembleSfnt } from '../../src/typesetting/fonts/sfnt-assembly.js';
import type { Sfnt } from '../../src/typesetting/fonts/sfnt.js';

/** Bytes of big-endian numbers: [value, size] pairs, 2 or 4 bytes each. */
export type Words = readonly (readonly [value: number, size: 1 | 2 | 4])[];

export const u16 = (...values: number[]): Words => values.map((value) => [value, 2] as const);
export const u32 = (...values: number[]): Words => values.map((value) => [value, 4] as const);
const u8 = (...values: number[]): Words => values.map((value) => [value, 1] as const);

export interface Subtable {
  readonly kind: number;
  readonly isBackwards?: boolean;
  /** Kerning that moves up and down. */
  readonly isCrossing?: boolean;
  readonly body: Uint8Array;
}

/** A state machine and what its kind needs behind the three common tables; `extra` are tables named in the header. */
export interface Machine {
  /** Class of each glyph named; classes 0 to 3 are the machine's own. */
  readonly classes: ReadonlyMap<number, number>;
  readonly classCount: number;
  /** Index of the entry for each state and class. */
  readonly states: readonly (readonly number[])[];
  readonly entries: readonly { readonly next: number; readonly flags: number; readonly data: readonly number[] }[];
  readonly extra: readonly Uint8Array[];
}

export function bytes(words: Words): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.reduce((sum, [, size]) => sum + size, 0)));
  let at = 0;
  for (const [value, size] of words) {
    if (size === 1) view.setUint8(at, value);
    else if (size === 2) view.setUint16(at, value & 0xffff);
    else view.setUint32(at, value >>> 0);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const padded = (part: Uint8Array, to = 4): Uint8Array => joined(part, new Uint8Array((to - (part.length % to)) % to));

/** A lookup table in one of its formats. @param values by glyph, sorted by glyph */
export function lookup(values: ReadonlyMap<number, number>, format: 2 | 4 | 6 | 8): Uint8Array {
  const pairs = [...values].sort(([a], [b]) => a - b);
  const first = pairs[0]?.[0] ?? 0;
  if (format === 8) {
    const last = pairs.at(-1)?.[0] ?? 0;
    const all = Array.from({ length: last - first + 1 }, (_, n) => values.get(first + n) ?? 1);
    return bytes(u16(8, first, all.length, ...all));
  }
  const size = format === 6 ? 4 : 6;
  const head = u16(format, size, pairs.length, size, 0, 0);
  if (format === 6) return bytes([...head, ...u16(...pairs.flat(), 0xffff, 0xffff)]);
  if (format === 2) {
    return bytes([...head, ...u16(...pairs.flatMap(([glyph, value]) => [glyph, glyph, value]), 0xffff, 0xffff, 0)]);
  }
  const after = 12 + (pairs.length + 1) * 6;
  const segments = pairs.flatMap(([glyph], index) => [glyph, glyph, after + index * 2]);
  return bytes([...head, ...u16(...segments, 0xffff, 0xffff, 0, ...pairs.map(([, value]) => value))]);
}

/** (Apple TrueType Reference Manual, "Extended state tables") */
export function wideMachine(machine: Machine): Uint8Array {
  const head = 16 + machine.extra.length * 4;
  const parts = [
    padded(lookup(machine.classes, 6)),
    padded(bytes(u16(...machine.states.flat()))),
    padded(bytes(u16(...machine.entries.flatMap(({ next, flags, data }) => [next, flags, ...data])))),
    ...machine.extra.map((part) => padded(part)),
  ];
  return joined(bytes(u32(machine.classCount, ...offsets(parts, head))), ...parts);
}

/** (Apple TrueType Reference Manual, "State tables") @param place makes the extra tables when their places are known */
export function narrowMachine(
  machine: Omit<Machine, 'extra'>,
  place: (start: number) => readonly Uint8Array[],
): Uint8Array {
  const extraCount = place(0).length;
  const head = 8 + extraCount * 2;
  const glyphs = [...machine.classes.keys()].sort((a, b) => a - b);
  const first = glyphs[0] ?? 0;
  const count = (glyphs.at(-1) ?? 0) - first + 1;
  const classes = Array.from({ length: count }, (_, n) => machine.classes.get(first + n) ?? 1);
  const classTable = padded(bytes([...u16(first, count), ...u8(...classes)]));
  const states = padded(bytes(u8(...machine.states.flat())));
  const statesAt = head + classTable.length;
  const entries = padded(
    bytes(
      u16(
        ...machine.entries.flatMap(({ next, flags, data }) => [statesAt + next * machine.classCount, flags, ...data]),
      ),
    ),
  );
  const parts = [classTable, states, entries];
  const extra = place(head + joined(...parts).length);
  return joined(bytes(u16(machine.classCount, ...offsets([...parts, ...extra], head))), ...parts, ...extra);
}

function offsets(parts: readonly Uint8Array[], start: number): number[] {
  let at = start;
  return parts.map((part) => {
    const own = at;
    at += part.length;
    return own;
  });
}

/** One chain with one feature that is on. */
export function morx(subtables: readonly Subtable[]): Uint8Array {
  const made = subtables.map(({ kind, isBackwards, body }) => {
    const content = padded(body);
    return joined(bytes(u32(12 + content.length, 0x20000000 + (isBackwards ? 0x40000000 : 0) + kind, 1)), content);
  });
  const feature = bytes([...u16(1, 0), ...u32(1, 0xffffffff)]);
  const size = 16 + feature.length + joined(...made).length;
  return joined(bytes([...u16(2, 0), ...u32(1, 1, size, 1, made.length)]), feature, ...made);
}

/** The same in the old form. */
export function mort(subtables: readonly Subtable[]): Uint8Array {
  const made = subtables.map(({ kind, isBackwards, body }) => {
    const content = padded(body);
    return joined(bytes([...u16(8 + content.length, 0x2000 + (isBackwards ? 0x4000 : 0) + kind), ...u32(1)]), content);
  });
  const feature = bytes([...u16(1, 0), ...u32(1, 0xffffffff)]);
  const size = 12 + feature.length + joined(...made).length;
  return joined(bytes([...u16(1, 0), ...u32(1, 1, size), ...u16(1, made.length)]), feature, ...made);
}

/** Kerning. (Apple TrueType Reference Manual, "kerx") */
export function kerx(subtables: readonly Subtable[]): Uint8Array {
  const made = subtables.map(({ kind, isBackwards, isCrossing, body }) => {
    const content = padded(body);
    const flags = (isCrossing ? 0x40000000 : 0) + (isBackwards ? 0x10000000 : 0);
    return joined(bytes(u32(12 + content.length, flags + kind, 0)), content);
  });
  return joined(bytes([...u16(2, 0), ...u32(made.length)]), ...made);
}

/** The font with other tables. @param changes null takes a table out */
export function withTables(sfnt: Sfnt, changes: Readonly<Record<string, Uint8Array | null>>): Uint8Array {
  const kept = sfnt.tags.flatMap((tag): (readonly [string, Uint8Array])[] => {
    const { buffer, byteOffset, byteLength } = sfnt.need(tag);
    return tag in changes ? [] : [[tag, new Uint8Array(buffer, byteOffset, byteLength)]];
  });
  const added = Object.entries(changes).flatMap(([tag, data]) => (data ? [[tag, data] as const] : []));
  return assembleSfnt([...kept, ...added].sort(([a], [b]) => (a < b ? -1 : 1)));
}
