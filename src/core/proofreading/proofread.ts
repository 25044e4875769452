import { thaiDigits } from '../thai/digits.js';
import type { Finding, Place } from './finding.js';
import { originalRange } from './mapped-text.js';
import { contextOf, type ProofOptions } from './proof-context.js';
import type { Passage, ProofDocument } from './proof-document.js';
import type { Rule, Sighting } from './rule.js';
import { RULES } from './rules.js';

/**
 * Reads a document and returns what a person should look at, in reading order. Pure; time grows linearly with the length.
 * Without options the agency and the fiscal year are read from the title lines. Rules and severities: DOMAIN 5.4.
 * @param rules which of them; all when left out
 */
export function proofread(
  document: ProofDocument,
  options: ProofOptions = {},
  rules: readonly Rule[] = RULES,
): Finding[] {
  const context = contextOf(document, options);
  const newlines = newlinesOf(document.text);
  const findings = rules
    .filter((rule) => !options.settings?.[rule.id]?.off)
    .flatMap((rule) =>
      rule.check(context).map((sighting) => findingOf(document.text, newlines, rule, sighting, options)),
    );
  return withoutEchoes(withoutRepeats(findings)).sort((one, other) => one.start - other.start || one.end - other.end);
}

function findingOf(text: string, newlines: Int32Array, rule: Rule, sighting: Sighting, options: ProofOptions): Finding {
  const { start, end } =
    sighting.range ?? originalRange(sighting.on, sighting.passage.ranges, sighting.from, sighting.to);
  const quote = text.slice(start, end);
  return {
    rule: rule.id,
    severity: options.settings?.[rule.id]?.severity ?? sighting.severity ?? rule.severity,
    start,
    end,
    quote,
    place: placeOf(newlines, sighting.passage, start),
    message: sighting.message,
    suggestion: suggestionFor(quote, sighting.suggestion ?? null),
    source: rule.source,
  };
}

/** In the digits of the quote; codes keep theirs, for they begin with a Latin letter. */
function suggestionFor(quote: string, offered: Exclude<Sighting['suggestion'], undefined>): string | null {
  const suggestion = typeof offered === 'function' ? offered(quote) : offered;
  const inThaiDigits = /[๐-๙]/.test(quote) && suggestion !== null && !/[A-Za-z]/.test(suggestion);
  return inThaiDigits ? thaiDigits(suggestion) : suggestion;
}

function placeOf(newlines: Int32Array, passage: Passage, start: number): Place {
  const first = passage.ranges[0]?.start ?? start;
  return {
    part: passage.part,
    line: passage.line + Math.max(0, countBefore(newlines, start) - countBefore(newlines, first)),
    table: passage.table,
    row: passage.row,
    rowLabel: passage.rowLabel,
    column: passage.columnTitle,
  };
}

function newlinesOf(text: string): Int32Array {
  const found: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push(at);
  return Int32Array.from(found);
}

/** How many of the ascending offsets lie before this one. */
function countBefore(offsets: Int32Array, limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One finding per rule and range; the first keeps its words. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.rule} ${finding.start} ${finding.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A misspelt word that another word rule sees again, in part or whole, is told once. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const told = new Map<number, string>();
  return findings.filter(({ rule, start, end }) => {
    if (!rule.startsWith('word.') && !rule.startsWith('term.')) return true;
    for (let at = start; at < end; at += 1) if (told.has(at) && told.get(at) !== rule) return false;
    for (let at = start; at < end; at += 1) told.set(at, rule);
    return true;
  });
}
