import { reshape } from '../fonts/runs-of-token.js';
import type { ShapedRun } from '../fonts/shaped-run.js';
import { LineClass, type Inline, type Line } from '../layout/pdfmake-parts.js';
import { stretch } from './justify.js';
import type { LineSpan } from './line-end.js';
import type { Paragraph, Piece } from './paragraph.js';
import type { TextStyle } from './text-style.js';

/** Units of a run to be drawn one after the other, and the white added after them, in points. */
export interface Stroke {
  readonly run: ShapedRun;
  readonly from: number;
  readonly to: number;
  readonly extraAfter: number;
  /** Offset in the paragraph of the run's first character. */
  readonly start: number;
}

/** Consecutive strokes in one style; the kind of inline that our renderer draws. */
export interface TextInline extends Inline {
  readonly style: TextStyle;
  readonly source: object | undefined;
  readonly strokes: Stroke[];
  /** The list item this inline is the number of. */
  labelOf?: object;
}

/** A line as pdfmake places it, with what the renderer needs. */
export interface TextLine extends Line {
  inlines: TextInline[];
  /** The text node the line belongs to. */
  owner?: object;
  isRepeated?: boolean;
  /** White space or a line break follows in the text. */
  endsPhrase?: boolean;
  /** Name that links inside the document lead to. */
  id?: string;
}

/**
 * @param width room for the line in points
 * @param isLast last line of its paragraph: it is not stretched
 */
export function makeLine(paragraph: Paragraph, span: LineSpan, width: number, isLast: boolean): TextLine {
  const inlines = inlinesOf(paragraph, span);
  if (paragraph.firstStyle.alignment === 'justify' && !isLast && !span.forced) {
    const used = inlines.reduce((sum, inline) => sum + inline.width, 0) - trailingSpaceWidth(paragraph, span);
    const indent = span.start === 0 ? paragraph.firstStyle.leadingIndent : 0;
    stretch(paragraph, span, inlines, width - used - indent);
  }
  return lineOf(paragraph, span, inlines, width);
}

function lineOf(paragraph: Paragraph, span: LineSpan, inlines: TextInline[], width: number): TextLine {
  const line = new LineClass(width) as TextLine; // only inlines of our own are put into it
  const isFirst = span.start === 0 || paragraph.text.slice(0, span.start).trim() === '';
  const indent = isFirst ? paragraph.firstStyle.leadingIndent : 0;
  let x = indent;
  if (inlines.length === 0) inlines.push(emptyInline(paragraph.firstStyle));
  for (const inline of inlines) {
    inline.x = x;
    x += inline.width;
  }
  const trailing = trailingSpaceWidth(paragraph, span);
  const last = inlines.at(-1);
  // Underlines, backgrounds and links end with the letters.
  if (last) last.width = Math.max(0, last.width - trailing);
  line.inlines = inlines;
  line.inlineWidths = x - trailing;
  line.newLineForced = span.forced;
  return line;
}

function trailingSpaceWidth(paragraph: Paragraph, span: LineSpan): number {
  const drawn = drawnEnd(paragraph, span);
  return (paragraph.pen[drawn] ?? 0) - (paragraph.pen[span.end] ?? 0);
}

/** One space at the line's end is drawn too: without it copied text would run two words together. */
function drawnEnd(paragraph: Paragraph, span: LineSpan): number {
  return span.end < span.next && paragraph.text.charAt(span.end) === ' ' ? span.end + 1 : span.end;
}

function inlinesOf(paragraph: Paragraph, span: LineSpan): TextInline[] {
  const inlines: TextInline[] = [];
  const end = drawnEnd(paragraph, span);
  for (let i = firstPiece(paragraph.pieces, span.start); i < paragraph.pieces.length; i++) {
    const piece = paragraph.pieces[i];
    if (!piece || piece.start >= end) break;
    const last = inlines.at(-1);
    const isSame = last !== undefined && last.source === piece.span.source && last.style === piece.span.style;
    const inline = isSame ? last : openInline(inlines, piece);
    addStroke(inline, piece, Math.max(span.start, piece.start), Math.min(end, piece.end));
  }
  return inlines;
}

function firstPiece(pieces: readonly Piece[], start: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function openInline(inlines: TextInline[], piece: Piece): TextInline {
  const { style, source } = piece.span;
  const inline: TextInline = { ...emptyInline(style), source, strokes: [] };
  inlines.push(inline);
  return inline;
}

function emptyInline(style: TextStyle): TextInline {
  return {
    x: 0,
    width: 0,
    height: style.face.lineHeight(style.size) * style.lineHeight,
    font: style.face,
    fontSize: style.size,
    alignment: style.alignment === 'justify' ? 'left' : style.alignment,
    style,
    source: undefined,
    strokes: [],
  };
}

function addStroke(inline: TextInline, piece: Piece, start: number, end: number): void {
  const { run } = piece;
  let from = unitAt(run, start - piece.start);
  let to = unitAt(run, end - piece.start);
  let drawn = run;
  let runStart = piece.start;
  if (run.cuttable[from] !== 1 || run.cuttable[to] !== 1) {
    drawn = reshape(run, start - piece.start, end - piece.start, inline.style.face);
    from = 0;
    to = drawn.units.length;
    runStart = start;
  }
  inline.strokes.push({ run: drawn, from, to, extraAfter: 0, start: runStart });
  inline.width += strokeWidth(drawn, from, to, inline.style);
}

function strokeWidth(run: ShapedRun, from: number, to: number, style: TextStyle): number {
  const units = (run.pens[to] ?? 0) - (run.pens[from] ?? 0);
  return (units * style.size) / style.face.facts.unitsPerEm + style.characterSpacing * (to - from);
}

/** First unit that starts at or after a character offset. */
function unitAt(run: ShapedRun, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= run.text.length) return run.units.length;
  let low = 0;
  let high = run.units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((run.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
