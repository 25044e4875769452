import { documentOutline, type DocumentOutline } from '../../templates/documents/document-outline.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { reportPreviewData, templateOf } from './report-data.js';
import type { ReportRow } from './report.entity.js';

/**
 * What a report says as it stands, for a page or for its tables as a spreadsheet. What was signed is told by the
 * outline of its edition.
 * @throws DomainError document.data-invalid when it has no rows to print
 */
export async function reportOutline(
  tx: Tx,
  organizationId: OrganizationId,
  report: Pick<ReportRow, 'kind' | 'fiscalYear' | 'content'>,
): Promise<DocumentOutline> {
  return documentOutline(templateOf(report.kind), await reportPreviewData(tx, organizationId, report), 'th');
}
