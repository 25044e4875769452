import type { ErrorCode } from '../errors.js';
import type { AssessmentResult } from '../ita/analyse-scores.js';
import type { AnnexFile } from '../measure/evidence-file.js';
import type { Line, MeasureContent } from '../measure/measure.js';
import type { ReportLayout } from './layout.js';
import type { ProgressState } from './progress.js';

/** implementation: a whole year · progress: its first six months · no-gift · ita-analysis: a result and what answers it. */
export const REPORT_KINDS = ['implementation', 'progress', 'no-gift', 'ita-analysis'] as const;
export type ReportKindName = (typeof REPORT_KINDS)[number];

/** A measure as it stood when the report was compiled: later amendments do not reach a signed report. */
export interface ReportedMeasure {
  readonly measureId: string;
  readonly contentHash: string;
  readonly content: MeasureContent;
}

/** What a report still lacks, found when it is compiled. */
export interface Gap {
  /** Null when no measure lacks something, but the report itself. */
  readonly measureId: string | null;
  /** The measure's title, or what the gap is about. */
  readonly title: string;
  readonly code: Extract<
    ErrorCode,
    | 'report.measure-incomplete'
    | 'report.finding-unanswered'
    | 'report.result-undated'
    | 'report.activity-missing'
    | 'report.date-outside-year'
    | 'measure.results-missing'
    | 'measure.outcomes-missing'
    | 'measure.interim-missing'
    | 'measure.interim-not-endorsed'
  >;
  /** State of the measure when the gap was found; empty without a measure. */
  readonly state: string;
}

/** A measure that was approved and then given up: why it is absent, as the public reads it. It stops nothing. */
export interface CancelledPart {
  readonly measureId: string;
  readonly title: string;
  readonly reason: string;
  /** YYYY-MM-DD */
  readonly cancelledOn: string;
}

export interface MeasureProgress {
  readonly measureId: string;
  readonly state: ProgressState;
  /** Per cent done, 0 to 100; null when it is not measured. */
  readonly percent: number | null;
  readonly obstacles: readonly Line[];
  /** Its six-month results were endorsed by the divisions. */
  readonly isEndorsed?: boolean;
}

export interface PolicyActivity {
  /** YYYY-MM-DD */
  readonly heldOn: string;
  readonly text: string;
}

export interface ReceivedGift {
  /** YYYY-MM-DD */
  readonly receivedOn: string;
  readonly item: string;
  readonly giver: string;
  readonly recipient: string;
  /** Estimated value in baht; null when unknown. */
  readonly value: number | null;
  readonly handling: string;
}

/** What a kind of report holds besides measures; an implementation report has nothing more. */
export type ReportDetails =
  | { readonly kind: 'progress'; readonly rows: readonly MeasureProgress[] }
  | {
      readonly kind: 'no-gift';
      /** Date of the policy announcement, YYYY-MM-DD. */
      readonly announcedOn: string;
      readonly activities: readonly PolicyActivity[];
      /** Empty when nothing was received; the report is made all the same. */
      readonly gifts: readonly ReceivedGift[];
      readonly obstacles: string | null;
      readonly suggestions: string | null;
    }
  | {
      readonly kind: 'ita-analysis';
      readonly assessment: AssessmentResult;
      /** Up to two earlier years, oldest first. */
      readonly earlier: readonly AssessmentResult[];
      readonly recommendations: readonly { readonly code: string; readonly text: string }[];
      /** Takes the place of the template's foreword. */
      readonly foreword: string | null;
    };

/** A file of evidence behind a report, as it was when the report was compiled. */
export interface ReportAnnex extends AnnexFile {
  readonly measureId: string;
}

export interface ReportContent {
  readonly layout: ReportLayout;
  /** Result of the year before, quoted by the introduction; null leaves out the paragraph that quotes it. */
  readonly assessment: { readonly overall: number; readonly level: string } | null;
  readonly measures: readonly ReportedMeasure[];
  /** Missing parts: they stop the report unless they are acknowledged. */
  readonly gaps: readonly Gap[];
  /** The officer has seen the gaps and reports without those measures; shown to the signer. */
  readonly gapsAcknowledged: boolean;
  /** Weak parts, such as a result without date or evidence: shown to officer and signer, they stop nothing. */
  readonly warnings?: readonly Gap[];
  /** Measures of the plan that are absent because they were cancelled; left out when there are none. */
  readonly cancelled?: readonly CancelledPart[];
  readonly details?: ReportDetails;
  /** Evidence printed behind the report, in this order. */
  readonly annexes?: readonly ReportAnnex[];
}
