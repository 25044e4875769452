import { earlierAssessments, findAssessment } from '../assessments/assessments.queries.js';
import { unansweredFindings } from '../assessments/proposals.queries.js';
import { DomainError } from '../core/errors.js';
import type { AssessmentResult } from '../core/ita/analyse-scores.js';
import { findingTitle } from '../core/ita/finding-title.js';
import { atSixMonths } from '../core/measure/interim.js';
import {
  approvalGaps,
  datingWarnings,
  endorsementGaps,
  isApproved,
  isEndorsed,
  type MeasureSeen,
} from '../core/report/gaps.js';
import { measuresPlanLayout, numberedListLayout } from '../core/report/layout-presets.js';
import { strangePlaceholders } from '../core/report/layout-schema.js';
import type { Gap, ReportContent, ReportedMeasure, ReportKindName } from '../core/report/report.js';
import { bangkokDay } from '../core/time/calendar-days.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { cancelledOfYear } from '../measures/cancelled.queries.js';
import { measuresOfYear } from '../measures/measures.queries.js';
import { compiledNoGift } from './compile-no-gift.js';
import { compiledProgress } from './compile-progress.js';
import type { ContentRequest } from './compile-request.js';
import { resultToQuote } from './quoted-result.js';

const MOST_EARLIER_YEARS = 2;

/**
 * What a report of this kind holds now, and what it lacks.
 * @throws DomainError assessment.not-found, report.policy-date-missing, report.foreword-placeholder, input.invalid
 */
export function compiledContent(tx: Tx, kind: ReportKindName, request: ContentRequest): Promise<ReportContent> {
  switch (kind) {
    case 'implementation':
      return implementation(tx, request);
    case 'progress':
      return progress(tx, request);
    case 'no-gift':
      return noGift(tx, request);
    case 'ita-analysis':
      return analysis(tx, request);
  }
}

async function implementation(tx: Tx, request: ContentRequest): Promise<ReportContent> {
  const { organizationId, fiscalYear } = request;
  const living = await livingMeasures(tx, organizationId, fiscalYear);
  const recorded = await quoted(tx, organizationId, fiscalYear - 1);
  return {
    ...shared(request),
    ...(await givenUp(tx, organizationId, fiscalYear)),
    layout: request.layout ?? numberedListLayout,
    assessment: resultToQuote(fiscalYear - 1, recorded, request.assessment),
    measures: living.filter(isEndorsed).map(reported),
    gaps: living.flatMap(endorsementGaps),
    warnings: living.filter(isEndorsed).flatMap(datingWarnings),
  };
}

async function progress(tx: Tx, request: ContentRequest): Promise<ReportContent> {
  const living = await livingMeasures(tx, request.organizationId, request.fiscalYear);
  const measures = living.filter(isApproved);
  const { details, gaps, warnings } = compiledProgress(measures, request.progress ?? []);
  return {
    ...shared(request),
    ...(await givenUp(tx, request.organizationId, request.fiscalYear)),
    measures: measures.map(reported),
    gaps: [...living.flatMap(approvalGaps), ...gaps],
    warnings: [...warnings, ...measures.map(seenAtSixMonths).flatMap(datingWarnings)],
    details,
  };
}

const seenAtSixMonths = (measure: MeasureSeen): MeasureSeen => ({ ...measure, content: atSixMonths(measure.content) });

async function noGift(tx: Tx, request: ContentRequest): Promise<ReportContent> {
  const { details, warnings } = await compiledNoGift(tx, request);
  return { ...shared(request), measures: [], gaps: [], warnings, details };
}

/** The measures that answer a result belong to the year after it. (DOMAIN 1.5) */
async function analysis(tx: Tx, request: ContentRequest): Promise<ReportContent> {
  const { organizationId, fiscalYear } = request;
  const foreword = checkedForeword(request.foreword);
  const found = await findAssessment(tx, organizationId, fiscalYear);
  if (!found) throw new DomainError('assessment.not-found', { fiscalYear });
  const { recommendations, ...result } = found.content;
  const earlier = await earlierAssessments(tx, organizationId, fiscalYear, MOST_EARLIER_YEARS);
  const living = await livingMeasures(tx, organizationId, fiscalYear + 1);
  const unanswered = await unansweredFindings(tx, organizationId, fiscalYear);
  return {
    ...shared(request),
    ...(await givenUp(tx, organizationId, fiscalYear + 1)),
    layout: measuresPlanLayout,
    measures: living.filter(isApproved).map(reported),
    gaps: [
      ...living.flatMap(approvalGaps),
      ...unanswered.map((finding): Gap => ({
        measureId: null,
        title: findingTitle(finding),
        code: 'report.finding-unanswered',
        state: '',
      })),
    ],
    details: {
      kind: 'ita-analysis',
      assessment: result,
      earlier: earlier.map(withoutRecommendations),
      recommendations: recommendations.map(({ code, text }) => ({ code, text })),
      foreword,
    },
  };
}

/** @throws DomainError report.foreword-placeholder when a paragraph would be left out for a name that nothing fills */
function checkedForeword(given: string | null | undefined): string | null {
  const foreword = given?.trim() || null;
  const [found] = strangePlaceholders(foreword ?? '');
  if (found !== undefined) throw new DomainError('report.foreword-placeholder', { field: 'foreword', found });
  return foreword;
}

const shared = (request: ContentRequest): Pick<ReportContent, 'layout' | 'assessment' | 'gapsAcknowledged'> => ({
  layout: numberedListLayout,
  assessment: null,
  gapsAcknowledged: request.gapsAcknowledged ?? false,
});

async function quoted(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<ReportContent['assessment']> {
  const found = await findAssessment(tx, organizationId, fiscalYear);
  return found ? { overall: found.content.overall, level: found.content.level } : null;
}

const livingMeasures = async (
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<readonly MeasureSeen[]> =>
  (await measuresOfYear(tx, organizationId, fiscalYear)).filter(({ state }) => state !== 'cancelled');

/** Measures that were in force and are absent, with the reason the public reads. */
async function givenUp(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<Pick<ReportContent, 'cancelled'>> {
  const given = await cancelledOfYear(tx, organizationId, fiscalYear);
  const cancelled = given.map(({ id, title, reason, cancelledAt }) => ({
    measureId: id,
    title,
    reason,
    cancelledOn: bangkokDay(cancelledAt),
  }));
  return cancelled.length > 0 ? { cancelled } : {};
}

const withoutRecommendations = ({
  fiscalYear,
  overall,
  level,
  instruments,
  indicators,
}: AssessmentResult): AssessmentResult => ({ fiscalYear, overall, level, instruments, indicators });

const reported = ({ id, contentHash: hash, content }: MeasureSeen): ReportedMeasure => ({
  measureId: id,
  contentHash: hash,
  content,
});
