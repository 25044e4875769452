import { LessThan } from 'typeorm';
import type { Assessment } from '../core/ita/assessment.js';
import { weightsOf } from '../core/ita/catalogue.js';
import { doubtsOf, type Doubt } from '../core/ita/contradictions.js';
import { levelReason, type LevelReason } from '../core/ita/level-reason.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { catalogueOf } from './catalogues.queries.js';
import { AssessmentRow } from './assessment.entities.js';

/** The newest version of a year's result; null when none is recorded. @param fiscalYear Buddhist era */
export const findAssessment = (
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<AssessmentRow | null> =>
  tx.findOne(AssessmentRow, { where: { organizationId, fiscalYear }, order: { version: 'DESC' } });

/** The newest version of each year, newest year first. */
export async function listAssessments(tx: Tx, organizationId: OrganizationId): Promise<AssessmentRow[]> {
  const rows = await tx.find(AssessmentRow, {
    where: { organizationId },
    order: { fiscalYear: 'DESC', version: 'DESC' },
  });
  return newestOfEachYear(rows);
}

/** Results of the years right before, newest versions, oldest year first; they end where a year is missing. @param most how many years */
export async function earlierAssessments(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
  most: number,
): Promise<Assessment[]> {
  const rows = await tx.find(AssessmentRow, {
    where: { organizationId, fiscalYear: LessThan(fiscalYear) },
    order: { fiscalYear: 'DESC', version: 'DESC' },
  });
  return newestOfEachYear(rows)
    .filter((row, index) => index < most && row.fiscalYear === fiscalYear - 1 - index)
    .map(({ content }) => content)
    .reverse();
}

export interface AssessmentExplained {
  readonly reason: LevelReason;
  readonly doubts: readonly Doubt[];
}

/** Why the level is what it is, and which numbers differ from what the weights of the year give. */
export async function explainAssessment(
  tx: Tx,
  organizationId: OrganizationId,
  assessment: Assessment,
): Promise<AssessmentExplained> {
  const catalogue = await catalogueOf(tx, organizationId, assessment.fiscalYear);
  return {
    reason: levelReason(assessment.overall, assessment.instruments),
    doubts: doubtsOf(assessment, weightsOf(catalogue)),
  };
}

const newestOfEachYear = (rows: readonly AssessmentRow[]): AssessmentRow[] =>
  rows.filter(({ fiscalYear }, index) => rows[index - 1]?.fiscalYear !== fiscalYear);
