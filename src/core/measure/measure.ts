import type { ProgressState } from '../report/progress.js';
import type { EvidenceFile } from './evidence-file.js';

/** One paragraph of a table cell. Numbers of `numbered` lines are given when the cell is shown, 1 upwards in each run. */
export interface Line {
  readonly kind: 'numbered' | 'dash' | 'heading' | 'plain';
  readonly text: string;
}

/** A line of results, with the day or the days on which it was done, YYYY-MM-DD; `until` only beside an earlier `on`. */
export interface ResultLine extends Line {
  readonly on?: string;
  readonly until?: string;
}

/** What came of a measure as a number: "ผู้เข้าร่วม 45 คน (เป้าหมาย 40 คน)". */
export interface Figure {
  readonly name: string;
  /** 0 upwards. */
  readonly value: number;
  readonly unit: string;
  readonly target?: number;
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

/** What was done after six months: recorded beside the final results, which it never replaces. */
export interface InterimResults {
  /** Day on which this was so, YYYY-MM-DD, within the fiscal year. */
  readonly asOf: string;
  readonly progress: ProgressState;
  readonly results: readonly ResultLine[];
  readonly outcomes: readonly Line[];
  readonly figures?: readonly Figure[];
}

/** What was done and what came of it: endorsed by the same divisions. */
export interface MeasureResults {
  readonly results: readonly ResultLine[];
  readonly outcomes: readonly Line[];
  /** Absent where nobody gave one, like everything that came later: texts written before keep their hash. */
  readonly figures?: readonly Figure[];
  readonly interim?: InterimResults;
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
  figures: _figures,
  interim: _interim,
  evidence: _evidence,
  files: _files,
  ...plan
}: MeasureContent): MeasurePlan => plan;

/** What an amendment makes of the measure in force: its plan, beside results that were recorded meanwhile. */
export const amended = (inForce: MeasureContent, amendment: MeasureContent): MeasureContent => ({
  ...inForce,
  ...planOf(amendment),
});
