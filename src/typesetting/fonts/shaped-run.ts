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

/**
 * Ties every glyph to the text it stands for exactly once, so that copied text equals the source.
 * Where a cluster has more glyphs than letters (sara am is drawn as two) glyphs are drawn under one code.
 * @param nominalAdvance width of a glyph by the font's own table, in font units
 */
export function unitsFromGlyphs(
  text: string,
  glyphs: readonly ShapedGlyph[],
  nominalAdvance: (glyph: number) => number,
): ShapedRun {
  const builder = new RunBuilder(text, nominalAdvance);
  let from = 0;
  while (from < glyphs.length) {
    const cluster = glyphs[from]?.cluster ?? 0;
    let to = from + 1;
    while (to < glyphs.length && glyphs[to]?.cluster === cluster) to++;
    builder.addCluster(glyphs.slice(from, to), cluster, glyphs[to]?.cluster ?? text.length);
    from = to;
  }
  return builder.finish();
}

class RunBuilder {
  private readonly units: GlyphUnit[] = [];
  private readonly starts: number[] = [];
  private readonly pens: number[] = [];
  private readonly cuttable: number[] = [];
  private readonly clusterStart: number[] = [];
  private pen = 0;

  constructor(
    private readonly text: string,
    private readonly nominalAdvance: (glyph: number) => number,
  ) {}

  addCluster(glyphs: readonly ShapedGlyph[], start: number, end: number): void {
    const letters = [...this.text.slice(start, end)];
    const surplus = glyphs.length - letters.length;
    let offset = start;
    let next = 0;
    for (let unit = 0; next < glyphs.length; unit++) {
      const merges = surplus > 0 && (unit === 1 || letters.length === 1);
      const count = merges ? Math.min(surplus + 1, glyphs.length - next) : 1;
      const isLast = next + count >= glyphs.length;
      const own = isLast ? letters.slice(unit).join('') : (letters[unit] ?? '');
      this.add(glyphs.slice(next, next + count), own, offset, unit === 0);
      offset += own.length;
      next += count;
    }
  }

  private add(glyphs: readonly ShapedGlyph[], text: string, start: number, startsCluster: boolean): void {
    const parts: number[] = [];
    let pen = 0;
    for (const glyph of glyphs) {
      parts.push(glyph.id, pen + glyph.dx, glyph.dy);
      pen += glyph.advance;
    }
    const single = glyphs.length === 1 ? glyphs[0] : undefined;
    const advance = single && single.advance !== 0 ? this.nominalAdvance(single.id) : pen;
    this.units.push({ parts, advance, text });
    this.starts.push(start);
    this.pens.push(this.pen);
    this.cuttable.push(startsCluster && glyphs[0]?.unsafeToBreak !== true ? 1 : 0);
    this.clusterStart.push(startsCluster ? 1 : 0);
    this.pen += pen;
  }

  finish(): ShapedRun {
    return {
      text: this.text,
      units: this.units,
      starts: Uint32Array.from([...this.starts, this.text.length]),
      pens: Float64Array.from([...this.pens, this.pen]),
      cuttable: Uint8Array.from([...this.cuttable, 1]),
      clusterStart: Uint8Array.from([...this.clusterStart, 1]),
    };
  }
}
