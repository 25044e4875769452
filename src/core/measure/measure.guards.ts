import type { ErrorCode } from '../errors.js';
import { isWithinFiscalYear } from '../ita/fiscal-year.js';
import type { MeasureContent } from './measure.js';

type Subject = { readonly content: MeasureContent; readonly fiscalYear: number };
type Reasons = readonly ErrorCode[];

export const hasTitle = ({ content }: Subject): Reasons => (content.title.trim() ? [] : ['measure.title-missing']);

export const hasMethod = ({ content }: Subject): Reasons =>
  content.methods.some((line) => line.text.trim()) ? [] : ['measure.method-missing'];

export const hasDivision = ({ content: { responsible } }: Subject): Reasons =>
  responsible.everyDivision || responsible.divisionIds.length > 0 ? [] : ['measure.division-missing'];

/** A period is needed; where it is given by dates, they lie inside the fiscal year (PRODUCT, fiscal year). */
export function hasPeriodInYear({ content: { period }, fiscalYear }: Subject): Reasons {
  if (!period.text.trim() && !period.startsOn) return ['measure.period-missing'];
  const dates = [period.startsOn, period.endsOn].filter((date) => date !== null);
  return dates.every((date) => isWithinFiscalYear(date, fiscalYear)) ? [] : ['measure.period-outside-year'];
}

/** An amendment that was approved lives on in the measure it changed: nothing more happens to it. */
export const isNotSpent = ({
  state,
  amendsId = null,
}: {
  readonly state: string;
  readonly amendsId?: string | null;
}): Reasons => (amendsId !== null && state === 'approved' ? ['lifecycle.wrong-state'] : []);

/** What waits for endorsement: interim results, or those of the year. */
interface Review {
  readonly content: Pick<MeasureContent, 'interim'>;
  readonly reviewing?: 'interim' | null;
  readonly interimEndorsed?: boolean;
}

export const hasInterim = ({ content }: Review): Reasons => (content.interim ? [] : ['measure.interim-missing']);

/** Nobody endorses the same interim results twice; a change of them asks anew. */
export const isInterimOpen = ({ interimEndorsed = false }: Review): Reasons =>
  interimEndorsed ? ['measure.interim-endorsed'] : [];

export const reviewsInterim = ({ reviewing = null }: Review): Reasons =>
  reviewing === 'interim' ? [] : ['lifecycle.wrong-state'];

export const reviewsYear = ({ reviewing = null }: Review): Reasons =>
  reviewing === null ? [] : ['lifecycle.wrong-state'];

export const hasResults = ({ content }: Subject): Reasons =>
  content.results.some((line) => line.text.trim()) ? [] : ['measure.results-missing'];

export const hasOutcomes = ({ content }: Subject): Reasons =>
  content.outcomes.some((line) => line.text.trim()) ? [] : ['measure.outcomes-missing'];
