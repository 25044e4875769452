import type { FontFacts } from './sfnt.js';
import { Typeface } from './typeface.js';

/** Why a font will not do, or what is to be minded. */
export type FontRemark =
  | 'thai-missing'
  | 'embedding-forbidden'
  | 'subsetting-forbidden'
  | 'bitmap-only'
  | 'letters-missing'
  | 'marks-collide'
  | 'no-layout-rules';

/** Remarks with which a font cannot be used at all. */
const FATAL: readonly FontRemark[] = ['thai-missing', 'embedding-forbidden', 'bitmap-only'];

export interface FontReport {
  readonly facts: FontFacts;
  readonly isUsable: boolean;
  readonly remarks: readonly FontRemark[];
  readonly missingThai: readonly string[];
  /** Other letters and signs that our documents use; they are drawn by the engine or as a frame. */
  readonly missingOthers: readonly string[];
}

/** Consonants, vowels, tone marks, digits and signs of modern Thai. (The Unicode Standard, block U+0E00 to U+0E7F) */
const THAI = [...span(0x0e01, 0x0e3a), ...span(0x0e3f, 0x0e4e), ...span(0x0e50, 0x0e59)];
const OTHERS = [...span(0x20, 0x7e), ...'\u00A0\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026'];

/** OS/2 fsType: 2 is restricted, unless 4 (preview and print) or 8 (editable) is set too. (OpenType 1.9, OS/2) */
const RESTRICTED = 0x0002;
const PERMITTED = 0x0004 | 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAP_ONLY = 0x0200;

/** Looks a font file over. @throws DomainError font.unreadable */
export function reportFont(bytes: Uint8Array): FontReport {
  const face = new Typeface(bytes);
  const missing = (letters: readonly string[]): string[] =>
    letters.filter((letter) => face.glyphFor(letter.codePointAt(0) ?? 0) === 0 && letter !== '\u0E33');
  const missingThai = missing(THAI);
  const missingOthers = missing(OTHERS);
  const remarks = [
    ...(missingThai.length > 0 ? (['thai-missing'] as const) : []),
    ...embeddingRemarks(face.facts.embedding),
    ...(missingOthers.length > 0 ? (['letters-missing'] as const) : []),
    ...(missingThai.length === 0 ? layoutRemarks(face) : []),
  ];
  const isUsable = !remarks.some((remark) => FATAL.includes(remark));
  return { facts: face.facts, isUsable, remarks, missingThai, missingOthers };
}

function embeddingRemarks(fsType: number): FontRemark[] {
  const isRestricted = (fsType & RESTRICTED) !== 0 && (fsType & PERMITTED) === 0;
  return [
    ...(isRestricted ? (['embedding-forbidden'] as const) : []),
    ...((fsType & NO_SUBSETTING) !== 0 ? (['subsetting-forbidden'] as const) : []),
    ...((fsType & BITMAP_ONLY) !== 0 ? (['bitmap-only'] as const) : []),
  ];
}

function layoutRemarks(face: Typeface): FontRemark[] {
  const has = (tag: string): boolean => face.sfnt.table(tag) !== undefined;
  if (!['GSUB', 'GPOS', 'morx', 'mort'].some(has)) return ['no-layout-rules'];
  return [...(marksKeepApart(face) ? [] : (['marks-collide'] as const))];
}

/** A tone mark must change place or form when a vowel stands under it, else one is drawn over the other. */
function marksKeepApart(face: Typeface): boolean {
  const toneOf = (text: string): string => {
    const glyphs = face.shape(text, 'Thai');
    const tone = glyphs.at(-1);
    return `${tone?.id} ${tone?.dy}`;
  };
  return toneOf('\u0E01\u0E35\u0E48') !== toneOf('\u0E01\u0E48');
}

function span(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
}
