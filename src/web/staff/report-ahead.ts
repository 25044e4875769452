import { sentenceOf } from '../../../templates/web/sentences.js';
import { DomainError } from '../../core/errors.js';
import type { MeasureContent } from '../../core/measure/measure.js';
import { isApproved } from '../../core/report/gaps.js';
import type { CancelledPart, Gap, ReportKindName } from '../../core/report/report.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { measuresOfYear } from '../../measures/measures.queries.js';
import { annexChoices, type AnnexChoice } from '../../reports/annexes.js';
import { gapsBeforeCompiling } from '../../reports/compile-report.js';

/** A measure whose progress is asked for. */
export interface MeasureAsked {
  readonly id: string;
  readonly title: string;
  readonly content: MeasureContent;
}

/** The approved measures of the year, for a progress report; other kinds ask nothing of single measures. */
export async function measuresAsked(
  tx: Tx,
  organizationId: OrganizationId,
  kind: ReportKindName,
  fiscalYear: number,
): Promise<readonly MeasureAsked[]> {
  if (kind !== 'progress' || !Number.isInteger(fiscalYear)) return [];
  return (await measuresOfYear(tx, organizationId, fiscalYear)).filter(isApproved);
}

export interface Ahead {
  readonly measures: number;
  readonly gaps: readonly Gap[];
  readonly warnings: readonly Gap[];
  /** Why measures of the plan are absent. */
  readonly cancelled: readonly CancelledPart[];
  readonly refusal: string | null;
  /** What may stand behind the report. */
  readonly annexes: readonly AnnexChoice[];
}

/** What the report would lack; without a result of the year an analysis cannot be made at all. */
export async function lookAhead(
  tx: Tx,
  organizationId: OrganizationId,
  kind: ReportKindName,
  fiscalYear: number,
): Promise<Ahead> {
  const nothing = { measures: 0, gaps: [], warnings: [], cancelled: [], annexes: [] };
  const asked = { organizationId, kind, fiscalYear };
  if (kind === 'no-gift')
    return { ...nothing, annexes: await annexChoices(tx, asked, kind, { measures: [] }), refusal: null };
  try {
    return { ...(await gapsBeforeCompiling(tx, asked)), refusal: null };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'assessment.not-found') throw error;
    return { ...nothing, refusal: sentenceOf(error.code, error.details, 'th') };
  }
}
