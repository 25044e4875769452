import { signOfPrivateGlyph } from '../thai/private-glyphs.js';

/** A normalised text that remembers, for every UTF-16 unit, which range of the original it stands for. */
export interface MappedText {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]{0,400})?\/?>/y;
const BREAKING_TAGS = new Set(['p', 'br', 'li', 'ul', 'ol', 'div', 'td', 'th', 'tr', 'table', 'h1', 'h2', 'h3', 'h4']);
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39);/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/;
const DASH = /[\u2010-\u2015\u2212]/;
const SINGLE_QUOTE = /[\u2018\u2019]/;
const DOUBLE_QUOTE = /[\u201C\u201D]/;
const NIKHAHIT = '\u0E4D';
const SARA_AA = '\u0E32';
const SARA_AM = '\u0E33';
const SARA_E = '\u0E40';
const SARA_AE = '\u0E41';

interface Step {
  readonly text: string;
  readonly length: number;
}

/**
 * Reads text[start, end): tags and invisible characters go, every run of spaces is one space, Thai digits become Arabic,
 * all dashes a hyphen, U+0E4D U+0E32 becomes U+0E33, and a doubled sara e becomes sara ae.
 */
export function mapText(source: string, start = 0, end = source.length): MappedText {
  let text = '';
  let endsInSpace = true;
  const starts = new Int32Array(end - start);
  const ends = new Int32Array(end - start);
  for (let at = start; at < end;) {
    const unit = source.charAt(at);
    const step = isPlain(source.charCodeAt(at)) ? { text: unit, length: 1 } : stepAt(source, at);
    const isRepeatedSpace = step.text === ' ' && endsInSpace;
    if (step.text !== '' && !isRepeatedSpace) {
      starts[text.length] = at;
      ends[text.length] = Math.min(at + step.length, end);
      text += step.text;
      endsInSpace = step.text === ' ';
    }
    at += step.length;
  }
  const length = endsInSpace && text !== '' ? text.length - 1 : text.length;
  return { text: text.slice(0, length), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** Thai letters but those that may be half of a pair, and Latin letters: most of every text, taken as they are. */
const isPlain = (code: number): boolean =>
  (code >= 0x0e01 && code <= 0x0e4c && code !== 0x0e40) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a);

function stepAt(source: string, at: number): Step {
  const unit = source.charAt(at);
  if (unit === '<') return tagAt(source, at);
  if (unit === '&') return entityAt(source, at);
  if (/\s/.test(unit)) return { text: ' ', length: 1 };
  if (unit === '*' && source.charAt(at + 1) === '*') return { text: '', length: 2 };
  if (unit === NIKHAHIT && source.charAt(at + 1) === SARA_AA) return { text: SARA_AM, length: 2 };
  if (unit === SARA_E && source.charAt(at + 1) === SARA_E) return { text: SARA_AE, length: 2 };
  return { text: plainUnit(unit), length: 1 };
}

function tagAt(source: string, at: number): Step {
  TAG.lastIndex = at;
  const tag = TAG.exec(source);
  if (!tag) return { text: '<', length: 1 };
  return { text: BREAKING_TAGS.has((tag[1] ?? '').toLowerCase()) ? ' ' : '', length: tag[0].length };
}

function entityAt(source: string, at: number): Step {
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(source);
  return entity ? { text: ENTITIES[entity[1] ?? ''] ?? '', length: entity[0].length } : { text: '&', length: 1 };
}

function plainUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0x0e50 && code <= 0x0e59) return String(code - 0x0e50);
  if (code >= 0xf700 && code <= 0xf71a) return signOfPrivateGlyph(unit) ?? unit;
  if (INVISIBLE.test(unit)) return '';
  if (DASH.test(unit)) return '-';
  if (SINGLE_QUOTE.test(unit)) return "'";
  return DOUBLE_QUOTE.test(unit) ? '"' : unit;
}

/** The same text without any space: spaces inside Thai words are line breaks of the original cell. */
export function tighten(mapped: MappedText): MappedText {
  const text = mapped.text.replaceAll(' ', '');
  if (text.length === mapped.text.length) return mapped;
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  for (let at = 0, to = 0; at < mapped.text.length; at += 1) {
    if (mapped.text.charAt(at) === ' ') continue;
    starts[to] = mapped.starts[at] ?? 0;
    ends[to] = mapped.ends[at] ?? 0;
    to += 1;
  }
  return { text, starts, ends };
}

/** Joins the parts of a cell that page breaks tore apart, none of them empty, with one space between them. */
export function joinMapped(parts: readonly MappedText[]): MappedText {
  const text = parts.map((part) => part.text).join(' ');
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let at = 0;
  for (const part of parts) {
    if (at > 0) {
      const seam = ends[at - 1] ?? 0;
      starts[at] = seam;
      ends[at] = seam;
      at += 1;
    }
    starts.set(part.starts, at);
    ends.set(part.ends, at);
    at += part.text.length;
  }
  return { text, starts, ends };
}

/** Original range of mapped.text[from, to). When a page break tears it apart, the part with most of it. */
export function originalRange(mapped: MappedText, parts: readonly TextRange[], from: number, to: number): TextRange {
  const fallback = mapped.starts[from] ?? parts[0]?.start ?? 0;
  let best = { start: fallback, end: fallback };
  let bestUnits = 0;
  for (let index = partAt(parts, fallback); index < parts.length; index += 1) {
    const part = parts[index];
    if (!part || part.start >= (mapped.ends[to - 1] ?? 0)) break;
    const first = firstAtOrAfter(mapped.starts, part.start, from, to);
    const next = firstAtOrAfter(mapped.starts, part.end, first, to);
    if (next - first <= bestUnits) continue;
    bestUnits = next - first;
    best = { start: mapped.starts[first] ?? fallback, end: mapped.ends[next - 1] ?? fallback };
  }
  return best;
}

/** The first of the ascending parts that ends behind the offset. */
function partAt(parts: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First index in [from, to) whose start is not before `offset`. */
function firstAtOrAfter(starts: Int32Array, offset: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
