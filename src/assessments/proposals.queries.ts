import { DomainError } from '../core/errors.js';
import { sameItem } from '../core/ita/catalogue.js';
import { answers, findingsOf, type Finding } from '../core/ita/findings.js';
import { proposedMeasure } from '../core/ita/proposed-measure.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { MeasureRow } from '../measures/measure.entity.js';
import { measuresOfYear } from '../measures/measures.queries.js';
import { MeasureProposalRow } from './assessment.entities.js';
import { findAssessment } from './assessments.queries.js';
import { catalogueOf } from './catalogues.queries.js';

/**
 * open: waits for an officer · accepted: drafted from here · answered: another measure of the year takes it up ·
 * dropped: decided against
 */
export type ProposalState = 'open' | 'accepted' | 'answered' | 'dropped';

export interface Proposal {
  readonly finding: Finding;
  /** The draft as it would be made. */
  readonly measure: MeasureContent;
  readonly state: ProposalState;
  /** The measure that answers the finding. */
  readonly measureId: string | null;
  /** Why it was dropped. */
  readonly reason: string | null;
}

/**
 * What the result of a year proposes for the measures of the year after: weak indicators and open recommendations.
 * @param fiscalYear the assessed year, Buddhist era
 * @throws DomainError assessment.not-found
 */
export async function proposeMeasures(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<readonly Proposal[]> {
  const assessment = await findAssessment(tx, organizationId, fiscalYear);
  if (!assessment) throw new DomainError('assessment.not-found', { fiscalYear });
  const now = await catalogueOf(tx, organizationId, fiscalYear);
  const next = await catalogueOf(tx, organizationId, fiscalYear + 1);
  const measures = await measuresOfYear(tx, organizationId, fiscalYear + 1);
  const living = measures.filter(({ state }) => state !== 'cancelled');
  const decided = await tx.findBy(MeasureProposalRow, { organizationId, fiscalYear });
  return findingsOf(assessment.content).map((finding) => {
    const code = finding.code === null ? null : sameItem(finding.code, now, next);
    const decision = decided.find(({ findingKey }) => findingKey === finding.key);
    const measure = proposedMeasure(finding, fiscalYear + 1, code);
    return { finding, measure, ...standing(finding, code, decision, living) };
  });
}

/** Findings of a year that must be answered and are not; empty when no result is recorded. */
export async function unansweredFindings(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<readonly Finding[]> {
  if (!(await findAssessment(tx, organizationId, fiscalYear))) return [];
  const proposals = await proposeMeasures(tx, organizationId, fiscalYear);
  return proposals
    .filter(({ finding, state }) => finding.mustBeAnswered && (state === 'open' || state === 'dropped'))
    .map(({ finding }) => finding);
}

/** A measure that was cancelled answers nothing any more. */
function standing(
  finding: Finding,
  code: string | null,
  decision: MeasureProposalRow | undefined,
  living: readonly MeasureRow[],
): Pick<Proposal, 'state' | 'measureId' | 'reason'> {
  const accepted = living.find(({ id }) => decision?.state === 'accepted' && id === decision.measureId);
  if (accepted) return { state: 'accepted', measureId: accepted.id, reason: null };
  const answering = living.find(({ content }) => answers(content, finding, code));
  if (answering) return { state: 'answered', measureId: answering.id, reason: null };
  if (decision?.state === 'dropped') return { state: 'dropped', measureId: null, reason: decision.reason };
  return { state: 'open', measureId: null, reason: null };
}
