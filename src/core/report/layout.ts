import type { DigitStyle } from '../thai/digits.js';
import type { PeriodStyle } from './period-text.js';

/** What a column shows of a measure. */
export const COLUMN_KEYS = [
  'number',
  'indicator',
  'measure',
  'methods',
  'period',
  'responsible',
  'monitoring',
  'results',
  'outcomes',
  'evidence',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

export interface ReportColumn {
  readonly key: ColumnKey;
  readonly header: string;
  /** Share of the table's width in relation to the other columns. */
  readonly weight: number;
  /** One cell spans all following rows of the same group that say the same or nothing. */
  readonly spans?: boolean;
}

/** flat: one list · theme: a bold row for each theme, measures numbered ๑.๑ · indicator: ordered by ITA indicator 1 to 10. */
export const GROUPINGS = ['flat', 'theme', 'indicator'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A report's form as data: an organization copies a preset and changes it. */
export interface ReportLayout {
  readonly columns: readonly ReportColumn[];
  readonly grouping: Grouping;
  /** Whether a measure's title is preceded by its number: ๑. in a flat table, ๑.๑ under a theme. */
  readonly numbersTitles: boolean;
  /** Lines of the title, on the cover and above the table; may hold placeholders. */
  readonly titleLines: readonly string[];
  readonly hasCover: boolean;
  /** Paragraphs above the table, separated by a blank line; may hold placeholders. Null: none. */
  readonly introduction: string | null;
  /** How periods are printed; as written when absent. */
  readonly periodStyle?: PeriodStyle;
  readonly digits: DigitStyle;
  readonly orientation: 'landscape' | 'portrait';
  readonly hasSignature: boolean;
}

/** What a title or an introduction may name. */
export const REPORT_PLACEHOLDERS = [
  'หน่วยงาน',
  'ชื่อย่อ',
  'อำเภอ',
  'จังหวัด',
  'ปีงบประมาณ',
  'ปีก่อน',
  'ช่วงเวลา',
  'คะแนน',
  'ระดับ',
] as const;
export type ReportPlaceholder = (typeof REPORT_PLACEHOLDERS)[number];
