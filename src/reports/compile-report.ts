import { uuidv7 } from 'uuidv7';
import { buildDocument } from '../../templates/documents/registry.js';
import { requireCapacity } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { lockItem } from '../approvals/run-transition.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { hasRows } from '../core/report/report.guards.js';
import type { Gap, ReportContent, ReportKindName } from '../core/report/report.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { CompileRequest, ContentRequest } from './compile-request.js';
import { compiledContent } from './compiled-content.js';
import { reportPreviewData, templateOf } from './report-data.js';
import { ReportRow } from './report.entity.js';
import { reportKind } from './report.kind.js';

export type { CompileRequest } from './compile-request.js';

/**
 * A new draft report; what is missing is listed in content.gaps, what is weak in content.warnings.
 * @throws DomainError permission.denied, assessment.not-found, report.policy-date-missing, input.invalid,
 *   document.data-invalid (details name each field that cannot be printed)
 */
export function compileReport(tx: Tx, request: CompileRequest): Promise<ReportRow> {
  return draftReport(tx, request, request.kind ?? 'implementation', null);
}

/** Compiles a draft again from what is there now. @throws DomainError item.changed-meanwhile, item.refused, as above */
export async function recompileReport(
  tx: Tx,
  request: CompileRequest & { readonly reportId: string; readonly seenVersion: number },
): Promise<ReportRow> {
  const { organizationId, actor, reportId, seenVersion, title } = request;
  requireCapacity(actor, 'officer');
  const report = await lockItem(tx, reportKind, organizationId, reportId);
  const found = { itemId: reportId, state: report.state, version: report.version };
  if (report.version !== seenVersion) throw new DomainError('item.changed-meanwhile', found);
  if (report.state !== 'draft')
    throw new DomainError('item.refused', { ...found, problems: ['lifecycle.wrong-state'] });
  const content = await printable(tx, request, report.kind);
  const changed = { title, content, contentHash: contentHash({ title, ...content }), version: report.version + 1 };
  const { affected } = await tx
    .createQueryBuilder()
    .update(ReportRow)
    .set({ ...changed, updatedAt: () => 'now()' })
    .where('organization_id = :organizationId and id = :id and version = :version', report)
    .execute();
  if (affected !== 1) throw new DomainError('item.changed-meanwhile', found);
  await appendAudit(tx, {
    action: 'recompile',
    itemKind: 'report',
    itemId: reportId,
    fromState: 'draft',
    toState: 'draft',
    actorPersonId: actor.personId,
    contentHashBefore: report.contentHash,
    contentHashAfter: changed.contentHash,
  });
  return { ...report, ...changed };
}

/** A revision of a published report: a new draft that will stand at the same permanent address. */
export async function reviseReport(
  tx: Tx,
  request: CompileRequest & { readonly reportId: string },
): Promise<ReportRow> {
  const before = await lockItem(tx, reportKind, request.organizationId, request.reportId);
  if (before.state !== 'published') {
    const found = { itemId: before.id, state: before.state };
    throw new DomainError('item.refused', { ...found, problems: ['lifecycle.wrong-state'] });
  }
  return draftReport(tx, request, before.kind, before.documentId);
}

/** What a report would hold and what it would lack, before anybody compiles it. @throws DomainError as compileReport */
export async function gapsBeforeCompiling(
  tx: Tx,
  request: ContentRequest,
): Promise<{ readonly measures: number; readonly gaps: readonly Gap[]; readonly warnings: readonly Gap[] }> {
  const { measures, gaps, warnings = [] } = await compiledContent(tx, request.kind ?? 'implementation', request);
  return { measures: measures.length, gaps, warnings };
}

/** The same for an implementation report. */
export const reportGaps = (
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): ReturnType<typeof gapsBeforeCompiling> => gapsBeforeCompiling(tx, { organizationId, fiscalYear });

/** @param documentId of the document it revises; null for a document of its own */
async function draftReport(
  tx: Tx,
  request: CompileRequest,
  kind: ReportKindName,
  documentId: string | null,
): Promise<ReportRow> {
  const { organizationId, actor, fiscalYear, title } = request;
  requireCapacity(actor, 'officer');
  const content = await printable(tx, request, kind);
  const id = uuidv7();
  const report = tx.create(ReportRow, {
    organizationId,
    id,
    kind,
    title,
    documentId: documentId ?? id,
    fiscalYear,
    state: 'draft',
    version: 1,
    round: 0,
    content,
    contentHash: contentHash({ title, ...content }),
    createdBy: actor.personId,
  });
  await tx.insert(ReportRow, report);
  await appendAudit(tx, {
    action: 'compile',
    itemKind: 'report',
    itemId: id,
    toState: 'draft',
    actorPersonId: actor.personId,
    contentHashAfter: report.contentHash,
  });
  return report;
}

/** What cannot be printed is refused now and not after signing; a report without rows is only refused when submitted. */
async function printable(tx: Tx, request: ContentRequest, kind: ReportKindName): Promise<ReportContent> {
  const { organizationId, fiscalYear } = request;
  const content = await compiledContent(tx, kind, request);
  if (hasRows({ content }).length === 0) {
    const data = await reportPreviewData(tx, organizationId, { fiscalYear, content });
    buildDocument(templateOf(kind), data, 'th');
  }
  return content;
}
