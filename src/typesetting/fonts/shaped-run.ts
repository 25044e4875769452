/** One drawing code of a text: a glyph, or several drawn as one, and the source text they stand for. */
export interface GlyphUnit {
  /** Glyph id, x and y in font units, three numbers per glyph. */
  readonly parts: readonly number[];
  /** Width the font file will declare, in font units. */
  readonly advance: number;
  readonly text: string;
}

/** A whitespace-free piece of one script in one face, as HarfBuzz shapes it. Widths in font units. */
export interface ShapedRun {
  readonly text: string;
  readonly units: readonly GlyphUnit[];
  /** Character offset at which each unit starts; one more entry than units. */
  readonly starts: Uint32Array;
  /** Pen position before each unit; one more entry than units. */
  readonly pens: Float64Array;
  /** 1 where the text can be cut before the unit and each part drawn as it stands. */
  readonly cuttable: Uint8Array;
  /** 1 where a unit begins a cluster: text is never cut elsewhere. */
  readonly clusterStart: Uint8Array;
}

/** A glyph as HarfBuzz returns it; `cluster` is an offset into the text. Font units. */
export interface ShapedGlyph {
  readonly id: number;
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  readonly unsafeToBreak: boolean;
}

/** Gives the same object for the same drawing and text, so that documents need not compare contents. */
export type UnitStore = (parts: readonly number[], advance: number, text: string) => GlyphUnit;

/**
 * Ties every glyph to the text it stands for exactly once, so that copied text equals the source.
 * Where a cluster has more glyphs than letters (sara am is drawn as two) glyphs are drawn under one code.
 * @param nominalAdvance width of a glyph by the font's own table, in font units
 */
export function unitsFromGlyphs(
  text: string,
  glyphs: readonly ShapedGlyph[],
  nominalAdvance: (glyph: number) => number,
  store: UnitStore,
): ShapedRun {
  const builder = new RunBuilder(text, glyphs, nominalAdvance, store);
  let from = 0;
  while (from < glyphs.length) {
    const cluster = glyphs[from]?.cluster ?? 0;
    let to = from + 1;
    while (to < glyphs.length && glyphs[to]?.cluster === cluster) to++;
    builder.addCluster(from, to, cluster, glyphs[to]?.cluster ?? text.length);
    from = to;
  }
  return builder.finish();
}

class RunBuilder {
  private readonly units: GlyphUnit[] = [];
  private readonly starts: Uint32Array;
  private readonly pens: Float64Array;
  private readonly cuttable: Uint8Array;
  private readonly clusterStart: Uint8Array;
  private pen = 0;

  constructor(
    private readonly text: string,
    private readonly glyphs: readonly ShapedGlyph[],
    private readonly nominalAdvance: (glyph: number) => number,
    private readonly store: UnitStore,
  ) {
    const room = glyphs.length + 1;
    this.starts = new Uint32Array(room);
    this.pens = new Float64Array(room);
    this.cuttable = new Uint8Array(room);
    this.clusterStart = new Uint8Array(room);
  }

  /** Glyphs `from` to `to` stand for the letters `start` to `end`. */
  addCluster(from: number, to: number, start: number, end: number): void {
    if (to - from === 1) {
      this.add(from, to, this.text.slice(start, end), start, true);
      return;
    }
    const letters = [...this.text.slice(start, end)];
    const surplus = to - from - letters.length;
    let offset = start;
    let next = from;
    for (let unit = 0; next < to; unit++) {
      const merges = surplus > 0 && (unit === 1 || letters.length === 1);
      const count = merges ? Math.min(surplus + 1, to - next) : 1;
      const own = next + count >= to ? letters.slice(unit).join('') : (letters[unit] ?? '');
      this.add(next, next + count, own, offset, unit === 0);
      offset += own.length;
      next += count;
    }
  }

  private add(from: number, to: number, text: string, start: number, startsCluster: boolean): void {
    const parts: number[] = [];
    let pen = 0;
    for (let at = from; at < to; at++) {
      const glyph = this.glyphs[at];
      if (!glyph) break;
      parts.push(glyph.id, pen + glyph.dx, glyph.dy);
      pen += glyph.advance;
    }
    const isSingle = to - from === 1 && pen !== 0;
    const index = this.units.length;
    this.units.push(this.store(parts, isSingle ? this.nominalAdvance(parts[0] ?? 0) : pen, text));
    this.starts[index] = start;
    this.pens[index] = this.pen;
    this.cuttable[index] = startsCluster && this.glyphs[from]?.unsafeToBreak !== true ? 1 : 0;
    this.clusterStart[index] = startsCluster ? 1 : 0;
    this.pen += pen;
  }

  finish(): ShapedRun {
    const { text, units, starts, pens, cuttable, clusterStart } = this;
    const last = units.length;
    starts[last] = text.length;
    pens[last] = this.pen;
    cuttable[last] = 1;
    clusterStart[last] = 1;
    return { text, units, starts, pens, cuttable, clusterStart };
  }
}
