import type { MeasureContent } from '../core/measure/measure.js';
import type { FindingCode, Sentence } from '../core/thai/import-sentences.js';
import type { PlanField } from '../core/thai/plan-words.js';

/** Where something stands in the file: rows count from 1 as a person sees them; the column is named by its header or letter. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
}

/** A doubt, or a thing that was done and may be undone. `suggestion` is the text or value offered instead of `quote`. */
export interface ImportFinding {
  readonly code: FindingCode;
  readonly severity: 'E' | 'W' | 'I';
  readonly place: Place;
  readonly quote: string;
  readonly message: Sentence;
  readonly suggestion?: string;
}

export interface KeptText {
  readonly column: string;
  readonly text: string;
}

export interface MeasureSource {
  readonly sheet: string;
  readonly rows: readonly number[];
  /** The number before the title or in the number column, as written: "๑.๑"; null when there is none. */
  readonly number: string | null;
  readonly themeNumber: string | null;
  /** Text of columns that have no place in a measure, and cell texts that differ from what was taken. */
  readonly unmapped: readonly KeptText[];
}

export interface ImportedMeasure {
  /** Same title, group and year give the same key, so that a second import can find the first. SHA-256, hex. */
  readonly contentKey: string;
  readonly content: MeasureContent;
  readonly source: MeasureSource;
}

export interface PlanLayout {
  readonly columns: readonly { readonly header: string; readonly field: PlanField | null }[];
  readonly grouping: 'flat' | 'theme' | 'indicator';
}

export interface ImportedPlan {
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly layout: PlanLayout;
  readonly measures: readonly ImportedMeasure[];
  readonly findings: readonly ImportFinding[];
  /** Titles and paragraphs before, between and below the tables, as written. */
  readonly otherText: readonly string[];
}

export interface PlanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
