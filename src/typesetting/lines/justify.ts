import { Break, isLetterBoundary } from './break-kinds.js';
import type { Stroke, TextInline } from './line-contents.js';
import type { LineSpan } from './line-end.js';
import type { Paragraph } from './paragraph.js';

/** A space takes this much more of the white than a place between words. */
const SPACE_WEIGHT = 3;
/** Share of the type size; from about 0.05 on, programs that read PDFs see a space where none is. */
const UNSEEN_GAP = 0.028;
/** Share of the type size by which a space is widened before letters are spaced, and the most it is widened. */
const WIDE_SPACE = 0.25;
const WIDEST_SPACE = 1.5;

/**
 * Thai distributed: white is added at spaces and, less of it, between words and then between letters. A gap between
 * letters stays below what programs that read PDFs take for a space, so a line that would need more stays a little short.
 * @param room white to give out, in points
 */
export function stretch(paragraph: Paragraph, span: LineSpan, inlines: TextInline[], room: number): void {
  const gaps = room > 0 ? gapsFor(paragraph, span, room) : new Map<number, number>();
  if (gaps.size === 0) return;
  for (const inline of inlines) {
    const strokes = inline.strokes.splice(0);
    for (const part of strokes.flatMap((stroke) => splitAt(stroke, gaps))) {
      const extraAfter = gaps.get(part.start + (part.run.starts[part.to] ?? 0)) ?? 0;
      inline.strokes.push({ ...part, extraAfter });
      inline.width += extraAfter;
    }
  }
}

/** White to add before each character offset, in points. */
function gapsFor(paragraph: Paragraph, span: LineSpan, room: number): Map<number, number> {
  const spaces: number[] = [];
  const words: number[] = [];
  const letters: number[] = [];
  for (let at = span.start + 1; at < span.end; at++) {
    if (paragraph.text.charAt(at - 1) === ' ') spaces.push(at);
    else if (paragraph.breaks[at] === Break.Allowed) words.push(at);
    else if (paragraph.clusterStart[at] === 1 && isLetterBoundary(paragraph.text, at)) letters.push(at);
  }
  const { size } = paragraph.firstStyle;
  const unseen = size * UNSEEN_GAP;
  const atWord = Math.min(unseen, room / (spaces.length * SPACE_WEIGHT + words.length || 1));
  const left = room - atWord * words.length;
  const wanted = left - spaces.length * size * WIDE_SPACE;
  const atLetter = letters.length === 0 ? 0 : Math.min(unseen, Math.max(0, wanted / letters.length));
  const rest = left - atLetter * letters.length;
  const atSpace = spaces.length === 0 ? 0 : Math.min(rest / spaces.length, size * WIDEST_SPACE);
  return new Map([
    ...spaces.map((at) => [at, atSpace] as const),
    ...words.map((at) => [at, atWord] as const),
    ...(atLetter > 0 ? letters.map((at) => [at, atLetter] as const) : []),
  ]);
}

function splitAt(stroke: Stroke, gaps: ReadonlyMap<number, number>): Stroke[] {
  const parts: Stroke[] = [];
  let from = stroke.from;
  for (let unit = stroke.from + 1; unit <= stroke.to; unit++) {
    const isGap = gaps.has(stroke.start + (stroke.run.starts[unit] ?? 0)) && stroke.run.clusterStart[unit] === 1;
    if (!isGap && unit !== stroke.to) continue;
    parts.push({ ...stroke, from, to: unit });
    from = unit;
  }
  return parts;
}
