import type { EvidenceFile } from './evidence-file.js';

/** One paragraph of a table cell. Numbers of `numbered` lines are given when the cell is shown, 1 upwards in each run. */
export interface Line {
  readonly kind: 'numbered' | 'dash' | 'heading' | 'plain';
  readonly text: string;
}

/** Calendar dates as YYYY-MM-DD (Gregorian). `text` is what is printed; dates may be unknown when the period is given in words. */
export interface Period {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly text: string;
}

/** A set of divisions, or all of them; `text` is printed as written. (DOMAIN 3.1) */
export interface Responsible {
  readonly everyDivision: boolean;
  readonly divisionIds: readonly string[];
  readonly text: string;
}

export interface EvidenceLink {
  readonly label: string;
  readonly url: string;
}

/** What is planned: signed by the divisions, approved by the executive. */
export interface MeasurePlan {
  readonly title: string;
  /** The theme (group heading) it stands under in a grouped report, without its number; null when the plan is flat. */
  readonly theme: string | null;
  /** ITA indicators 1 to 10. */
  readonly indicators: readonly number[];
  /** O-codes of the fiscal year, Latin letter and Arabic digits: "O27". */
  readonly oCodes: readonly string[];
  readonly methods: readonly Line[];
  readonly period: Period;
  readonly responsible: Responsible;
  readonly monitoring: readonly Line[];
}

/** What was done and what came of it: endorsed by the same divisions. */
export interface MeasureResults {
  readonly results: readonly Line[];
  readonly outcomes: readonly Line[];
  readonly evidence: readonly EvidenceLink[];
  /** Files beside the links; absent where nobody brought one. */
  readonly files?: readonly EvidenceFile[];
}

export type MeasureContent = MeasurePlan & MeasureResults;

export const MEASURE_STATES = [
  'draft',
  'division_review',
  'executive_review',
  'approved',
  'results_review',
  'completed',
  'cancelled',
] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** The part of a measure that an amendment may change; results belong to the measure in force. */
export const planOf = ({
  results: _results,
  outcomes: _outcomes,
  evidence: _evidence,
  files: _files,
  ...plan
}: MeasureContent): MeasurePlan => plan;
