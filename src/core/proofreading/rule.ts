import type { Bilingual, Severity } from './finding.js';
import type { MappedText } from './mapped-text.js';
import type { ProofContext } from './proof-context.js';
import type { Passage } from './proof-document.js';

/** What a rule saw, before it is given a place: units [from, to) of `on`, which is `passage.loose` or `passage.tight`. */
export interface Sighting {
  readonly passage: Passage;
  readonly on: MappedText;
  readonly from: number;
  readonly to: number;
  readonly message: Bilingual;
  /** Replacement for the quote, or how it follows from the quote as it is written. */
  readonly suggestion?: string | null | ((quote: string) => string | null);
  /** Only when it differs from the usual severity of the rule. */
  readonly severity?: Severity;
  /** Replaces the range of the passage: absolute offsets, for what is missing rather than written. */
  readonly range?: { readonly start: number; readonly end: number };
}

export interface Rule {
  /** `noun.fault`: the name under which an organization can switch the rule off or lower it. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly source: string;
  readonly check: (context: ProofContext) => readonly Sighting[];
}

/** A sighting of the whole passage. */
export const wholePassage = (passage: Passage): Pick<Sighting, 'passage' | 'on' | 'from' | 'to'> => ({
  passage,
  on: passage.loose,
  from: 0,
  to: passage.loose.text.length,
});

/** A sighting of units [from, to) of the text without spaces. */
export const tightSpan = (
  passage: Passage,
  from: number,
  to: number,
): Pick<Sighting, 'passage' | 'on' | 'from' | 'to'> => ({
  passage,
  on: passage.tight,
  from,
  to,
});

/** A sighting of units [from, to) of the text with spaces. */
export const looseSpan = (
  passage: Passage,
  from: number,
  to: number,
): Pick<Sighting, 'passage' | 'on' | 'from' | 'to'> => ({
  passage,
  on: passage.loose,
  from,
  to,
});
