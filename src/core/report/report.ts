import type { ErrorCode } from '../errors.js';
import type { MeasureContent } from '../measure/measure.js';
import type { ReportLayout } from './layout.js';

/** A measure as it was endorsed, copied into the report: later amendments do not reach a signed report. */
export interface ReportedMeasure {
  readonly measureId: string;
  readonly contentHash: string;
  readonly content: MeasureContent;
}

/** What a report still lacks, found when it is compiled. */
export interface Gap {
  readonly measureId: string;
  readonly title: string;
  readonly code: Extract<
    ErrorCode,
    'report.measure-incomplete' | 'measure.results-missing' | 'measure.outcomes-missing'
  >;
  /** State of the measure when the gap was found. */
  readonly state: string;
}

export interface ReportContent {
  readonly layout: ReportLayout;
  /** Result of the year before, quoted by the introduction; null leaves out the paragraph that quotes it. */
  readonly assessment: { readonly overall: number; readonly level: string } | null;
  readonly measures: readonly ReportedMeasure[];
  readonly gaps: readonly Gap[];
  /** The officer has seen the gaps and reports without those measures; shown to the signer. */
  readonly gapsAcknowledged: boolean;
}
