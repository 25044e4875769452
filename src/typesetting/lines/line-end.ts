import { Break, isLetterBoundary } from './break-kinds.js';
import type { Paragraph } from './paragraph.js';
import { THAI_LETTER } from './thai-words.js';

/** Character offsets of one line in its paragraph. */
export interface LineSpan {
  readonly start: number;
  /** End of what is seen: white space at the line's end is not counted. */
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
  /** A line break stands in the text, or the paragraph is over. */
  readonly forced: boolean;
}

/** Every line of a paragraph at a width in points; the last answer is kept, since layout asks more than once. */
export function allLines(paragraph: Paragraph, width: number): readonly LineSpan[] {
  if (paragraph.known?.width === width) return paragraph.known.lines;
  const lines: LineSpan[] = [];
  let at = 0;
  do {
    const indent = at === 0 ? paragraph.firstStyle.leadingIndent : 0;
    const line = nextLine(paragraph, at, width - indent);
    lines.push(line);
    at = line.next;
  } while (at < paragraph.text.length);
  paragraph.known = { width, lines };
  return lines;
}

/** Points by which rounding may make a line seem too wide. */
const TOLERANCE = 0.001;

/**
 * Takes as many words as fit. A word that no line can hold is cut where it was kept together, else between letters.
 * @param width in points
 */
export function nextLine(paragraph: Paragraph, from: number, width: number): LineSpan {
  const start = paragraph.firstStyle.keepSpaces ? from : skipSpaces(paragraph.text, from);
  const found = lastFitting(paragraph, start, width);
  if (found) return found.forced ? found : (fuller(paragraph, found, width) ?? found);
  const next =
    loosestCut(paragraph, start, width) ??
    lastCut(paragraph, start, width, betweenLetters) ??
    lastCut(paragraph, start, width, betweenClusters) ??
    firstClusterEnd(paragraph, start);
  return { start, end: paragraph.trimEnd(start, next), next, forced: next >= paragraph.text.length };
}

function lastFitting(paragraph: Paragraph, start: number, width: number): LineSpan | undefined {
  const { text, breaks, pen } = paragraph;
  const limit = (pen[start] ?? 0) + width + TOLERANCE;
  let best: LineSpan | undefined;
  for (let at = start; at <= text.length; at++) {
    const isEnd = at === text.length;
    const kind = isEnd ? Break.Required : at === start ? Break.None : breaks[at];
    if (kind === Break.Allowed || kind === Break.Required) {
      const end = paragraph.trimEnd(start, at);
      if ((pen[end] ?? 0) > limit) return best;
      best = { start, end, next: at, forced: kind === Break.Required };
      if (kind === Break.Required) return best;
    } else if ((pen[at] ?? 0) > limit && text.charAt(at - 1) !== ' ') return best;
  }
  return best;
}

/**
 * Thai that no line can hold and that follows is parted anyway: its first part goes onto this line where there is room, rather
 * than alone onto the next. "ใน | การ | ดำเนินงาน" becomes "ในการ | ดำเนินงาน".
 */
function fuller(paragraph: Paragraph, line: LineSpan, width: number): LineSpan | undefined {
  const { text, breaks, pen } = paragraph;
  const { start, next } = line;
  if (next >= text.length || !THAI_LETTER.test(text.charAt(next)) || !isTooWide(paragraph, next, width))
    return undefined;
  const cut = loosestCut(paragraph, next, width);
  if (cut === undefined || (breaks[cut] ?? 0) >= Break.Firm) return undefined;
  const end = paragraph.trimEnd(start, cut);
  const fits = (pen[end] ?? 0) <= (pen[start] ?? 0) + width + TOLERANCE;
  return fits ? { start, end, next: cut, forced: false } : undefined;
}

/** Whether no line can hold what stands from here to the next place that is free to break. */
function isTooWide(paragraph: Paragraph, from: number, width: number): boolean {
  const { text, breaks, pen } = paragraph;
  const limit = (pen[from] ?? 0) + width + TOLERANCE;
  for (let at = from + 1; at <= text.length; at++) {
    if ((pen[paragraph.trimEnd(from, at)] ?? 0) > limit) return true;
    if (breaks[at] === Break.Allowed || breaks[at] === Break.Required) return false;
  }
  return false;
}

type CutRule = (paragraph: Paragraph, at: number) => boolean;
const betweenLetters: CutRule = (paragraph, at) =>
  paragraph.clusterStart[at] === 1 && isLetterBoundary(paragraph.text, at);

/** Signs that otherwise never begin a line, where there is nothing but them. */
const betweenClusters: CutRule = (paragraph, at) =>
  paragraph.clusterStart[at] === 1 && !MARK.test(paragraph.text.charAt(at));
const MARK = /[\u0E30-\u0E3A\u0E45\u0E47-\u0E4E]|\p{M}/u;

/** Of what is kept together, the place that holds least; of several the last. */
function loosestCut(paragraph: Paragraph, start: number, width: number): number | undefined {
  const limit = (paragraph.pen[start] ?? 0) + width + TOLERANCE;
  let best: number | undefined;
  let least = Infinity;
  for (let at = start + 1; at < paragraph.text.length; at++) {
    if ((paragraph.pen[paragraph.trimEnd(start, at)] ?? 0) > limit) break;
    const kind = paragraph.breaks[at] ?? Break.None;
    if (kind < Break.IfTooLong || kind > least) continue;
    least = kind;
    best = at;
  }
  return best;
}

function lastCut(paragraph: Paragraph, start: number, width: number, rule: CutRule): number | undefined {
  const limit = (paragraph.pen[start] ?? 0) + width + TOLERANCE;
  let best: number | undefined;
  for (let at = start + 1; at < paragraph.text.length && (paragraph.pen[at] ?? 0) <= limit; at++) {
    if (rule(paragraph, at)) best = at;
  }
  return best;
}

function firstClusterEnd(paragraph: Paragraph, start: number): number {
  for (let at = start + 1; at < paragraph.text.length; at++) {
    if (betweenClusters(paragraph, at)) return at;
  }
  return paragraph.text.length;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at++;
  return at;
}
