import { isWithinFiscalYear } from '../ita/fiscal-year.js';
import { atSixMonths } from '../measure/interim.js';
import { hasOutcomes, hasResults } from '../measure/measure.guards.js';
import type { MeasureContent } from '../measure/measure.js';
import { mentionsDate } from '../thai/mentions-date.js';
import type { ProgressState } from './progress.js';
import type { Gap } from './report.js';

/** A measure as compiling sees it. */
export interface MeasureSeen {
  readonly id: string;
  readonly state: string;
  readonly title: string;
  readonly contentHash: string;
  readonly fiscalYear: number;
  readonly content: MeasureContent;
  /** Its six-month results were endorsed as they stand. */
  readonly interimEndorsed?: boolean;
}

const APPROVED: readonly string[] = ['approved', 'results_review', 'completed'];

/** In force, whatever became of its results. */
export const isApproved = ({ state }: MeasureSeen): boolean => APPROVED.includes(state);
/** Its results of the year are endorsed. */
export const isEndorsed = ({ state }: MeasureSeen): boolean => state === 'completed';

/** What a measure lacks to be reported with its results. */
export function endorsementGaps(measure: MeasureSeen): Gap[] {
  if (isEndorsed(measure)) return [];
  const codes = [...hasResults(measure), ...hasOutcomes(measure)] as Gap['code'][]; // these guards give only these codes
  return (codes.length > 0 ? codes : (['report.measure-incomplete'] as const)).map((code) => gapOf(measure, code));
}

/** What a measure lacks to be reported as planned. */
export const approvalGaps = (measure: MeasureSeen): Gap[] =>
  isApproved(measure) ? [] : [gapOf(measure, 'report.measure-incomplete')];

/**
 * What a measure lacks in the report on six months: its results of that time, unless the officer says that nothing was begun. Final
 * results that were recorded early stand in for them, with a warning; and so do interim results that nobody endorsed.
 */
export function interimGaps(
  measure: MeasureSeen,
  { state, isGiven }: { readonly state: ProgressState; readonly isGiven: boolean },
): { readonly gaps: readonly Gap[]; readonly warnings: readonly Gap[] } {
  const lacksResults = hasResults({ ...measure, content: atSixMonths(measure.content) }).length > 0;
  if (measure.content.interim) {
    const isUnproven = lacksResults && state !== 'not_started';
    return {
      gaps: isUnproven ? [gapOf(measure, 'measure.results-missing')] : [],
      warnings: measure.interimEndorsed ? [] : [gapOf(measure, 'measure.interim-not-endorsed')],
    };
  }
  if (isGiven && state === 'not_started') return { gaps: [], warnings: [] };
  const missing = [gapOf(measure, 'measure.interim-missing')];
  return lacksResults ? { gaps: missing, warnings: [] } : { gaps: [], warnings: missing };
}

/** A result that names no day and shows no evidence convinces nobody. (DOMAIN 5.4) */
export function datingWarnings(measure: MeasureSeen): Gap[] {
  const { results, evidence, files = [] } = measure.content;
  const isDated = results.some(({ text, on }) => on !== undefined || mentionsDate(text));
  const isShown = evidence.length > 0 || files.length > 0;
  return results.length === 0 || isShown || isDated ? [] : [gapOf(measure, 'report.result-undated')];
}

/** Dates of the report's own entries that lie outside its year. */
export const yearWarnings = (
  entries: readonly { readonly day: string; readonly title: string }[],
  fiscalYear: number,
): Gap[] =>
  entries
    .filter(({ day }) => !isWithinFiscalYear(day, fiscalYear))
    .map(({ title }) => ({ measureId: null, title, code: 'report.date-outside-year', state: '' }));

const gapOf = ({ id, title, state }: MeasureSeen, code: Gap['code']): Gap => ({
  measureId: id,
  title,
  code,
  state,
});
