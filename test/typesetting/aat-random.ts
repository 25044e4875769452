import { bytes, kerx, lookup, mort, morx, narrowMachine, u16, u32, wideMachine, type Subtable } from './aat-font.js';

/** Uniform in [0, 1). */
export type Draw = () => number;

const STATES = 4;
const OWN_CLASSES = 4;
const CLASSES = 8;
const ENTRIES = 8;
/** The first entries always advance, and the last state has only those: no machine runs in circles. */
const ADVANCING = 4;
const FLAGS = { mark: 0x8000, dontAdvance: 0x4000, third: 0x2000 };

/** Random rules over the given glyphs, one after another. @param makers kinds of rules to choose from */
export function randomMorx(glyphs: readonly number[], draw: Draw, makers = EVERY_KIND): Uint8Array {
  return morx(Array.from({ length: 1 + upTo(3, draw) }, () => pick(makers, draw)(glyphs, draw)));
}

/** The same in the old form. */
export function randomMort(glyphs: readonly number[], draw: Draw): Uint8Array {
  const makers = [oldRearranging, oldContextual, oldLigating, noncontextual, oldInserting];
  return mort(Array.from({ length: 1 + upTo(3, draw) }, () => pick(makers, draw)(glyphs, draw)));
}

const EVERY_KIND = [rearranging, contextual, ligating, noncontextual, inserting];
/** Kinds that neither add glyphs nor take any away. */
export const CHANGING_ONLY = [contextual, noncontextual];

const upTo = (end: number, draw: Draw): number => Math.floor(draw() * end);
const pick = <T>(list: readonly T[], draw: Draw): T => list[upTo(list.length, draw)] as T; // never an empty list
const seldom = (flag: number, draw: Draw, chance = 0.3): number => (draw() < chance ? flag : 0);

interface Bones {
  readonly classes: ReadonlyMap<number, number>;
  readonly classCount: number;
  readonly states: readonly (readonly number[])[];
}

function bones(glyphs: readonly number[], draw: Draw): Bones {
  return {
    classes: new Map(glyphs.map((glyph) => [glyph, OWN_CLASSES + upTo(CLASSES - OWN_CLASSES, draw)])),
    classCount: CLASSES,
    states: Array.from({ length: STATES }, (_, state) =>
      Array.from({ length: CLASSES }, () => upTo(state === STATES - 1 ? ADVANCING : ENTRIES, draw)),
    ),
  };
}

interface Entry {
  readonly next: number;
  readonly flags: number;
  readonly data: readonly number[];
}

const entriesOf = (draw: Draw, make: () => Omit<Entry, 'next'>): Entry[] =>
  Array.from({ length: ENTRIES }, () => ({ next: upTo(STATES, draw), ...make() })).map(withoutCircles);

function withoutCircles(entry: Entry, index: number): Entry {
  if ((entry.flags & FLAGS.dontAdvance) === 0) return entry;
  if (index < ADVANCING) return { ...entry, flags: entry.flags & ~FLAGS.dontAdvance };
  return { ...entry, next: STATES - 1 };
}

const rearrangingEntries = (draw: Draw): Entry[] =>
  entriesOf(draw, () => ({
    flags: seldom(FLAGS.mark, draw) | seldom(FLAGS.dontAdvance, draw, 0.1) | seldom(FLAGS.third, draw) | upTo(16, draw),
    data: [],
  }));

function rearranging(glyphs: readonly number[], draw: Draw): Subtable {
  const entries = rearrangingEntries(draw);
  return { kind: 0, ...backwards(draw), body: wideMachine({ ...bones(glyphs, draw), entries, extra: [] }) };
}

function oldRearranging(glyphs: readonly number[], draw: Draw): Subtable {
  const entries = rearrangingEntries(draw);
  return { kind: 0, ...backwards(draw), body: narrowMachine({ ...bones(glyphs, draw), entries }, () => []) };
}

function contextual(glyphs: readonly number[], draw: Draw): Subtable {
  const index = (): number => (draw() < 0.5 ? 0xffff : upTo(2, draw));
  const entries = entriesOf(draw, () => ({
    flags: seldom(FLAGS.mark, draw) | seldom(FLAGS.dontAdvance, draw, 0.1),
    data: [index(), index()],
  }));
  const lookups = [0, 1].map(() => lookup(exchanged(glyphs, draw), pick([2, 4, 6] as const, draw)));
  const first = Buffer.concat([lookups[0] ?? new Uint8Array(), new Uint8Array((lookups[0]?.length ?? 0) % 4)]);
  const tables = new Uint8Array(
    Buffer.concat([bytes(u32(8, 8 + first.length)), first, lookups[1] ?? new Uint8Array()]),
  );
  return { kind: 1, ...backwards(draw), body: wideMachine({ ...bones(glyphs, draw), entries, extra: [tables] }) };
}

function oldContextual(glyphs: readonly number[], draw: Draw): Subtable {
  const [low, high] = [Math.min(...glyphs), Math.max(...glyphs)];
  const values = Array.from({ length: high - low + 1 }, () => (draw() < 0.5 ? 0 : pick(glyphs, draw)));
  const skeleton = bones(glyphs, draw);
  let tableAt = 0;
  const make = (): Uint8Array => {
    const at = tableAt;
    const index = (seed: number): number => (seed < 0.5 ? 0 : at / 2 - low);
    const seeds = Array.from({ length: 8 }, () => [draw(), draw(), draw(), draw()] as const);
    const entries = seeds
      .map(([one, two, three, four], n) => ({
        next: n % STATES,
        flags: (three < 0.3 ? FLAGS.mark : 0) | (four < 0.1 ? FLAGS.dontAdvance : 0),
        data: [index(one), index(two)],
      }))
      .map(withoutCircles);
    return narrowMachine({ ...skeleton, entries }, (start) => {
      tableAt = start;
      return [bytes(u16(...values))];
    });
  };
  make(); // finds out where the values come to lie
  return { kind: 1, ...backwards(draw), body: make() };
}

function ligating(glyphs: readonly number[], draw: Draw): Subtable {
  const entries = entriesOf(draw, () => ({
    flags: seldom(FLAGS.mark, draw, 0.6) | seldom(FLAGS.dontAdvance, draw, 0.1) | seldom(FLAGS.third, draw),
    data: [pick([0, 2, 3], draw)],
  }));
  const low = Math.min(...glyphs);
  const span = Math.max(...glyphs) - low + 1;
  const store = 0x40000000;
  const last = 0x80000000;
  const offset = (-low & 0x3fffffff) >>> 0;
  const actions = [offset, offset + last, offset + store, offset + last + store];
  const components = Array.from({ length: span }, () => upTo(3, draw));
  const ligatures = Array.from({ length: 12 }, () => pick(glyphs, draw));
  const extra = [bytes(u32(...actions)), bytes(u16(...components)), bytes(u16(...ligatures))];
  return { kind: 2, ...backwards(draw), body: wideMachine({ ...bones(glyphs, draw), entries, extra }) };
}

function oldLigating(glyphs: readonly number[], draw: Draw): Subtable {
  const low = Math.min(...glyphs);
  const span = Math.max(...glyphs) - low + 1;
  const skeleton = bones(glyphs, draw);
  const seeds = Array.from({ length: 8 }, () => [draw(), draw(), draw(), pick([0, 2, 3], draw)] as const);
  const ligatures = Array.from({ length: 12 }, () => pick(glyphs, draw));
  const steps = Array.from({ length: span + (span % 2) }, () => upTo(3, draw) * 2);
  // component values of the old form are offsets in bytes: one in three leads to the ligatures
  const components = (at: number): Uint8Array =>
    bytes(u16(...steps.map((step, n) => (n % 3 === 0 ? at + step : step))));
  let actionsAt = 0;
  const make = (): Uint8Array => {
    const componentsAt = actionsAt + 16;
    const ligaturesAt = componentsAt + (span + (span % 2)) * 2;
    const word = (flags: number): number => (((componentsAt / 2 - low) & 0x3fffffff) >>> 0) + flags;
    const entries = seeds
      .map(([one, two, three, action], n) => ({
        next: n % STATES,
        flags:
          (one < 0.6 ? FLAGS.mark : 0) |
          (two < 0.1 ? FLAGS.dontAdvance : 0) |
          (three < 0.3 ? actionsAt + action * 4 : 0),
        data: [],
      }))
      .map(withoutCircles);
    return narrowMachine({ ...skeleton, entries }, (start) => {
      actionsAt = start;
      const actions = bytes(u32(word(0), word(0x80000000), word(0x40000000), word(0xc0000000)));
      return [actions, components(ligaturesAt), bytes(u16(...ligatures))];
    });
  };
  make();
  return { kind: 2, ...backwards(draw), body: make() };
}

function noncontextual(glyphs: readonly number[], draw: Draw): Subtable {
  return { kind: 4, body: lookup(exchanged(glyphs, draw), pick([2, 4, 6] as const, draw)) };
}

/** Always advances: what was put in would be gone through again, and grow without end. */
const insertingEntries = (draw: Draw): Entry[] =>
  entriesOf(draw, () => ({
    flags:
      seldom(FLAGS.mark, draw) |
      seldom(0x0800, draw, 0.5) |
      seldom(0x0400, draw, 0.5) |
      (upTo(3, draw) << 5) |
      upTo(3, draw),
    data: [draw() < 0.7 ? 0xffff : upTo(4, draw), draw() < 0.7 ? 0xffff : upTo(4, draw)],
  }));

function inserting(glyphs: readonly number[], draw: Draw): Subtable {
  const extra = [bytes(u16(...Array.from({ length: 8 }, () => pick(glyphs, draw))))];
  const entries = insertingEntries(draw);
  return { kind: 5, ...backwards(draw), body: wideMachine({ ...bones(glyphs, draw), entries, extra }) };
}

function oldInserting(glyphs: readonly number[], draw: Draw): Subtable {
  const extra = bytes(u16(...Array.from({ length: 8 }, () => pick(glyphs, draw))));
  const entries = insertingEntries(draw);
  return { kind: 5, ...backwards(draw), body: narrowMachine({ ...bones(glyphs, draw), entries }, () => [extra]) };
}

const exchanged = (glyphs: readonly number[], draw: Draw): Map<number, number> =>
  new Map(glyphs.filter(() => draw() < 0.4).map((glyph) => [glyph, pick(glyphs, draw)]));

const backwards = (draw: Draw): { isBackwards: boolean } => ({ isBackwards: draw() < 0.25 });

/** Random kerning of every kind. */
export function randomKerx(glyphs: readonly number[], draw: Draw): Uint8Array {
  const makers = [listedKerning, classedKerning, indexedKerning, contextualKerning];
  return kerx(Array.from({ length: 1 + upTo(3, draw) }, () => pick(makers, draw)(glyphs, draw)));
}

/** Random kerning in the form that OpenType shares. (OpenType 1.9, kern) */
export function randomKern(glyphs: readonly number[], draw: Draw): Uint8Array {
  const pairs = randomPairs(glyphs, draw);
  return bytes(u16(0, 1, 0, 14 + pairs.length * 6, 1, pairs.length, 0, 0, 0, ...pairs.flat()));
}

/** Random attachment by coordinates or by anchors of the table that goes with it. */
export function randomAttachment(glyphs: readonly number[], draw: Draw): { kerx: Uint8Array; ankr: Uint8Array } {
  const isByAnchors = draw() < 0.5;
  const entries = entriesOf(draw, () => ({
    flags: seldom(FLAGS.mark, draw, 0.5) | seldom(FLAGS.dontAdvance, draw, 0.1),
    data: [draw() < 0.4 ? 0xffff : upTo(4, draw)],
  }));
  const skeleton = { ...bones(glyphs, draw), entries };
  const coordinates = Array.from({ length: 16 }, () => (isByAnchors ? upTo(4, draw) : upTo(800, draw) - 400));
  const place = wideMachine({ ...skeleton, extra: [new Uint8Array(0)] }).length;
  const machine = wideMachine({ ...skeleton, extra: [new Uint8Array(0)] });
  new DataView(machine.buffer).setUint32(16, (isByAnchors ? 0x40000000 : 0x80000000) + place);
  const body = new Uint8Array(Buffer.concat([machine, bytes(u16(...coordinates))]));
  return { kerx: kerx([{ kind: 4, body }]), ankr: randomAnchors(glyphs, draw) };
}

function randomAnchors(glyphs: readonly number[], draw: Draw): Uint8Array {
  const size = 4 + 3 * 4;
  const places = lookup(new Map(glyphs.map((glyph, n) => [glyph, 4 + n * size])), 6);
  const padding = new Uint8Array((4 - (places.length % 4)) % 4);
  const points = glyphs.map(() =>
    bytes([...u32(3), ...u16(...Array.from({ length: 6 }, () => upTo(800, draw) - 400))]),
  );
  const head = bytes([...u16(0, 0), ...u32(12, 12 + places.length + padding.length)]);
  return new Uint8Array(Buffer.concat([head, places, padding, bytes(u32(0)), ...points]));
}

const amount = (draw: Draw): number => upTo(200, draw) - 100;

function randomPairs(glyphs: readonly number[], draw: Draw): number[][] {
  const sorted = [...glyphs].sort((a, b) => a - b);
  return sorted.flatMap((left) => sorted.flatMap((right) => (draw() < 0.3 ? [[left, right, amount(draw)]] : [])));
}

function listedKerning(glyphs: readonly number[], draw: Draw): Subtable {
  const sorted = [...glyphs].sort((a, b) => a - b);
  const pairs = sorted.flatMap((left) =>
    sorted.flatMap((right) => (draw() < 0.3 ? [[left, right, amount(draw)]] : [])),
  );
  return { kind: 0, ...crossing(draw), body: bytes([...u32(pairs.length, 0, 0, 0), ...u16(...pairs.flat())]) };
}

function classedKerning(glyphs: readonly number[], draw: Draw): Subtable {
  const classes = (step: number): Uint8Array =>
    paddedTo4(lookup(new Map(glyphs.map((glyph) => [glyph, upTo(3, draw) * step])), pick([2, 4, 6] as const, draw)));
  const [left, right] = [classes(3), classes(1)];
  const at = 12 + 16;
  const head = u32(6, at, at + left.length, at + left.length + right.length);
  const values = bytes(u16(...Array.from({ length: 9 }, () => amount(draw))));
  return { kind: 2, ...crossing(draw), body: new Uint8Array(Buffer.concat([bytes(head), left, right, values])) };
}

function indexedKerning(glyphs: readonly number[], draw: Draw): Subtable {
  const indexes = (step: number): Uint8Array =>
    paddedTo4(lookup(new Map(glyphs.map((glyph) => [glyph, upTo(3, draw) * step])), 6));
  const [rows, columns] = [indexes(3), indexes(1)];
  const at = 12 + 24;
  const head = bytes([...u32(0), ...u16(3, 3), ...u32(at, at + rows.length, at + rows.length + columns.length, 0)]);
  const values = bytes(u16(...Array.from({ length: 10 }, () => amount(draw))));
  return { kind: 6, ...crossing(draw), body: new Uint8Array(Buffer.concat([head, rows, columns, values])) };
}

function contextualKerning(glyphs: readonly number[], draw: Draw): Subtable {
  const entries = entriesOf(draw, () => ({
    flags: seldom(FLAGS.mark, draw, 0.5) | seldom(FLAGS.dontAdvance, draw, 0.1) | seldom(FLAGS.third, draw, 0.2),
    data: [draw() < 0.5 ? 0xffff : upTo(6, draw) * 2],
  }));
  const values = Array.from({ length: 12 }, () => amount(draw));
  const body = wideMachine({ ...bones(glyphs, draw), entries, extra: [bytes(u16(...values))] });
  return { kind: 1, ...crossing(draw), ...backwards(draw), body };
}

const crossing = (draw: Draw): { isCrossing: boolean } => ({ isCrossing: draw() < 0.25 });
const paddedTo4 = (part: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([part, new Uint8Array((4 - (part.length % 4)) % 4)]));
