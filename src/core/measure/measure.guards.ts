import type { ErrorCode } from '../errors.js';
import type { Act } from '../lifecycle/lifecycle.js';
import { isWithinFiscalYear } from '../ita/fiscal-year.js';
import type { MeasureContent } from './measure.js';

type Subject = { readonly content: MeasureContent; readonly fiscalYear: number };
type Reasons = readonly ErrorCode[];

/** A measure without a title is not submitted. */
export const hasTitle = ({ content }: Subject): Reasons => (content.title.trim() ? [] : ['measure.title-missing']);

/** At least one method is written. */
export const hasMethod = ({ content }: Subject): Reasons =>
  content.methods.some((line) => line.text.trim()) ? [] : ['measure.method-missing'];

/** Somebody is responsible: a division, or all of them. */
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

/** There are interim results to endorse. */
export const hasInterim = ({ content }: Review): Reasons => (content.interim ? [] : ['measure.interim-missing']);

/** Nobody endorses the same interim results twice; a change of them asks anew. */
export const isInterimOpen = ({ interimEndorsed = false }: Review): Reasons =>
  interimEndorsed ? ['measure.interim-endorsed'] : [];

/** Deeds on interim results count only while these are what waits. */
export const reviewsInterim = ({ reviewing = null }: Review): Reasons =>
  reviewing === 'interim' ? [] : ['lifecycle.wrong-state'];

/** Deeds on the results of the year count only while these are what waits. */
export const reviewsYear = ({ reviewing = null }: Review): Reasons =>
  reviewing === null ? [] : ['lifecycle.wrong-state'];

/** What is known of the other measure: the one this would change, or the one that would change this. */
interface Amended {
  readonly amendsId?: string | null;
  readonly createdBy?: string | null;
  readonly openAmendment?: boolean;
  readonly baseState?: string | null;
}

/** While an amendment is on its way the measure stays as it is: the amendment could not take effect any more. */
export const hasNoOpenAmendment = ({ openAmendment = false }: Amended): Reasons =>
  openAmendment ? ['amendment.open'] : [];

/** Only a measure in force can be amended; one that was cancelled meanwhile leaves nothing to sign. */
export const isBaseInForce = ({ baseState = null }: Amended): Reasons =>
  baseState === null || baseState === 'approved' ? [] : ['amendment.base-moved'];

/** Only an amendment is withdrawn; a measure is cancelled. */
export const isAmendment = ({ amendsId = null }: Amended): Reasons =>
  amendsId === null ? ['lifecycle.wrong-state'] : [];

/** Only whose draft it is gives it up. */
export const isOwnDraft = ({ amendsId = null, createdBy = null }: Amended, { actor }: Act): Reasons =>
  amendsId === null || createdBy === actor.personId ? [] : ['amendment.not-own'];

/** At least one result is written. */
export const hasResults = ({ content }: Subject): Reasons =>
  content.results.some((line) => line.text.trim()) ? [] : ['measure.results-missing'];

/** At least one outcome is written. */
export const hasOutcomes = ({ content }: Subject): Reasons =>
  content.outcomes.some((line) => line.text.trim()) ? [] : ['measure.outcomes-missing'];
