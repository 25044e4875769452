import { DomainError, type ErrorCode, type ErrorDetails } from '../core/errors.js';
import {
  FINDING_SENTENCES,
  IMPORT_REMEDIES,
  type FindingCode,
  type ImportRemedy,
} from '../core/thai/import-sentences.js';
import type { ImportFinding, Place } from './imported-plan.js';

/** Long cells are quoted by their beginning; the measure holds the whole. */
const QUOTED_LETTERS = 160;

/** Collects doubts while a plan is read. */
export class Findings {
  private readonly found: ImportFinding[] = [];

  add(
    code: FindingCode,
    severity: ImportFinding['severity'],
    place: Place,
    quote: string,
    more: { readonly values?: Readonly<Record<string, string | number>>; readonly suggestion?: string } = {},
  ): void {
    const { th, en } = FINDING_SENTENCES[code];
    const message = { th: filled(th, more.values ?? {}), en: filled(en, more.values ?? {}) };
    const suggestion = more.suggestion === undefined ? {} : { suggestion: unmarked(more.suggestion) };
    this.found.push({ code, severity, place, quote: shortened(quote), message, ...suggestion });
  }

  all(): readonly ImportFinding[] {
    return this.found;
  }
}

/** A refusal of the whole file, with its place and what to do, in both languages. */
export function refuse(code: ErrorCode, remedy: ImportRemedy, details: ErrorDetails = {}): never {
  throw new DomainError(code, { ...details, remedy: IMPORT_REMEDIES[remedy] });
}

/** Text as a person reads it: headings carry a mark of ours until they are read. */
export const unmarked = (text: string): string => text.replace(/<\/?u>/g, '');

const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_hole, name: string) => String(values[name] ?? ''));

const shortened = (text: string): string => {
  const quote = unmarked(text);
  return quote.length > QUOTED_LETTERS ? `${quote.slice(0, QUOTED_LETTERS)}…` : quote;
};
