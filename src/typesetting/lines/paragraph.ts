import { runsOfToken } from '../fonts/runs-of-token.js';
import type { ShapedRun } from '../fonts/shaped-run.js';
import { Break } from './break-kinds.js';
import { breakOpportunities } from './break-opportunities.js';
import type { LineSpan } from './line-end.js';
import type { KeepTogether } from './kept-together.js';
import type { TextStyle } from './text-style.js';

/** Text in one style; `source` is the definition node it came from. */
export interface TextSpan {
  readonly text: string;
  readonly style: TextStyle;
  readonly source: object | undefined;
}

/** A shaped run (or white space) at its place in the paragraph. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly span: TextSpan;
  readonly run: ShapedRun;
  readonly isSpace: boolean;
}

const INVISIBLE = '\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2064\\uFEFF';
const TOKENS = new RegExp(`[ \\t]+|[\\r\\n${INVISIBLE}]+|[^ \\t\\r\\n${INVISIBLE}]+`, 'g');
const SPACE = /^[ \t]/;
const UNDRAWN = new RegExp(`^[\\r\\n${INVISIBLE}]`);

/** One text node, shaped and measured once, from which lines of any width are taken. Distances in points. */
export class Paragraph {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly breaks: Uint8Array;
  /** Pen position before each character of the unbroken paragraph. */
  readonly pen: Float64Array;
  /** 1 where a letter with its marks begins. */
  readonly clusterStart: Uint8Array;
  readonly minWidth: number;
  readonly maxWidth: number;
  /** Lines at the width asked for last. */
  known?: { readonly width: number; readonly lines: readonly LineSpan[] };

  constructor(
    readonly spans: readonly TextSpan[],
    readonly firstStyle: TextStyle,
    kept: KeepTogether,
  ) {
    this.text = spans.length === 1 ? (spans[0]?.text ?? '') : spans.map((span) => span.text).join('');
    this.breaks = breakOpportunities(this.text, kept);
    this.pen = new Float64Array(this.text.length + 1);
    this.clusterStart = new Uint8Array(this.text.length + 1);
    this.pieces = this.shapeAndMeasure();
    if (firstStyle.noWrap) this.withholdAll();
    const widths = this.widths();
    this.minWidth = firstStyle.noWrap ? widths.max : widths.min;
    this.maxWidth = widths.max;
  }

  /** Offset before the white space that ends at `end`, not before `start`. */
  trimEnd(start: number, end: number): number {
    let at = end;
    while (at > start && isWhite(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  private shapeAndMeasure(): Piece[] {
    const pieces: Piece[] = [];
    let pen = 0;
    let offset = 0;
    for (const span of this.spans) {
      for (const match of span.text.matchAll(TOKENS)) {
        const start = offset + match.index;
        pen = this.addToken(pieces, match[0], start, span, pen);
      }
      offset += span.text.length;
    }
    this.pen[this.text.length] = pen;
    this.clusterStart[this.text.length] = 1;
    return pieces;
  }

  private addToken(pieces: Piece[], token: string, start: number, span: TextSpan, pen: number): number {
    if (UNDRAWN.test(token)) {
      this.pen.fill(pen, start, start + token.length);
      return pen;
    }
    const isSpace = SPACE.test(token);
    let at = pen;
    for (const { start: within, run } of runsOfToken(token.replaceAll('\t', ' '), span.style.face)) {
      const from = start + within;
      pieces.push({ start: from, end: from + run.text.length, span, run, isSpace });
      at = this.measureRun(run, from, span.style, at);
    }
    return at;
  }

  private measureRun(run: ShapedRun, from: number, style: TextStyle, pen: number): number {
    const scale = style.size / style.face.facts.unitsPerEm;
    const spacing = style.characterSpacing;
    const { starts, pens, clusterStart, units } = run;
    for (let unit = 0; unit < units.length; unit++) {
      const first = starts[unit] ?? 0;
      const place = pen + (pens[unit] ?? 0) * scale + spacing * unit;
      this.pen[from + first] = place;
      for (let at = first + 1; at < (starts[unit + 1] ?? 0); at++) this.pen[from + at] = place;
      if (clusterStart[unit] === 1) this.clusterStart[from + first] = 1;
    }
    return pen + (pens[units.length] ?? 0) * scale + spacing * units.length;
  }

  private withholdAll(): void {
    for (let at = 0; at < this.breaks.length; at++) {
      if (this.breaks[at] === Break.Allowed) this.breaks[at] = Break.IfTooLong;
    }
  }

  private widths(): { min: number; max: number } {
    let min = 0;
    let max = this.firstStyle.leadingIndent;
    let word = 0;
    let line = 0;
    for (let at = 1; at <= this.text.length; at++) {
      const kind = at === this.text.length ? Break.Required : this.breaks[at];
      if (kind !== Break.Allowed && kind !== Break.Required) continue;
      const end = this.pen[this.trimEnd(word, at)] ?? 0;
      min = Math.max(min, end - (this.pen[word] ?? 0));
      word = at;
      if (kind === Break.Required) {
        const indent = line === 0 ? this.firstStyle.leadingIndent : 0;
        max = Math.max(max, end - (this.pen[line] ?? 0) + indent);
        line = at;
      }
    }
    return { min, max };
  }
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x200b;
}
