import { parseDocument } from '../../../src/core/proofreading/parse-document.js';
import { tablesOf, type ColumnRole, type Passage } from '../../../src/core/proofreading/proof-document.js';
import { isMeasureTable } from '../../../src/core/proofreading/empty-cells.rule.js';
import type { Chance } from './random.js';

/** A text with one fault, and where it stands. */
export interface Planted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Plants its fault at a random place; null when the document has no such place. */
export type Plant = (text: string, chance: Chance) => Planted | null;

export const replace = (text: string, start: number, end: number, by: string): Planted => ({
  text: text.slice(0, start) + by + text.slice(end),
  start,
  end: start + by.length,
});

/** A random non-empty cell of a measure table in one of these columns, not torn by a page break, as a range of the text. */
export function cell(
  text: string,
  chance: Chance,
  roles: readonly ColumnRole[],
): { start: number; end: number } | null {
  return rangeOf(chance.one(cells(text, roles).filter(({ ranges }) => ranges.length === 1)));
}

export const cells = (text: string, roles: readonly ColumnRole[]): Passage[] =>
  tablesOf(parseDocument(text))
    .filter(isMeasureTable)
    .flatMap((table) => table.rows.flatMap((row) => row.cells))
    .filter(({ role, tight }) => role !== null && roles.includes(role) && tight.text !== '');

export const rangeOf = (passage: Passage | undefined): { start: number; end: number } | null =>
  passage?.ranges[0] ?? null;

/** Puts a sentence at the beginning of a random cell. */
export const sentenceInCell =
  (roles: readonly ColumnRole[], sentence: (chance: Chance, text: string) => string): Plant =>
  (text, chance) => {
    const place = cell(text, chance, roles);
    if (!place) return null;
    const lead = /^(?:<p>)?(?:[-–]\s*|[0-9๐-๙]{1,2}\.\s*)?/.exec(text.slice(place.start, place.end))?.[0].length ?? 0;
    const at = place.start + lead;
    const written = sentence(chance, text);
    return { ...replace(text, at, at, `${written} `), end: at + written.length };
  };

/** Replaces a random match of a pattern. */
export const swap =
  (pattern: RegExp, by: (match: RegExpExecArray, chance: Chance, text: string) => string | null): Plant =>
  (text, chance) => {
    const match = chance.one([...text.matchAll(pattern)]);
    const written = match ? by(match, chance, text) : null;
    return match && written !== null ? replace(text, match.index, match.index + match[0].length, written) : null;
  };

export const thai = (value: number | string): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
export const arabic = (text: string): string => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));

/** Buddhist year of the title. */
export const yearOf = (text: string): number => Number(/256\d/.exec(arabic(text))?.[0] ?? 0);
