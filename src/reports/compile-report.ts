import { uuidv7 } from 'uuidv7';
import { buildDocument } from '../../templates/documents/registry.js';
import { requireCapacity } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { editContent, insertDraft } from '../approvals/draft-content.js';
import { lockItem } from '../approvals/run-transition.js';
import { DomainError } from '../core/errors.js';
import { hasRows } from '../core/report/report.guards.js';
import type { CancelledPart, Gap, ReportContent, ReportKindName } from '../core/report/report.js';
import type { Tx } from '../database/unit-of-work.js';
import type { CompileRequest, ContentRequest } from './compile-request.js';
import { annexChoices, chosenAnnexes, type AnnexChoice } from './annexes.js';
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
export function recompileReport(
  tx: Tx,
  request: CompileRequest & { readonly reportId: string; readonly seenVersion: number },
): Promise<ReportRow> {
  const { organizationId, actor, reportId: itemId, seenVersion, title } = request;
  const edit = { organizationId, actor, itemId, seenVersion, state: 'draft', action: 'recompile' };
  return editContent(tx, reportKind, edit, async ({ kind }) => {
    const content = await printable(tx, request, kind);
    return { title, content, contentHash: contentHash({ title, ...content }) };
  });
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

/** A report before it is compiled. */
export interface ReportAhead {
  /** How many it would hold. */
  readonly measures: number;
  readonly gaps: readonly Gap[];
  readonly warnings: readonly Gap[];
  /** Why measures of the plan are absent. */
  readonly cancelled: readonly CancelledPart[];
  /** What may stand behind it. */
  readonly annexes: readonly AnnexChoice[];
}

/** What a report would hold and what it would lack, before anybody compiles it. @throws DomainError as compileReport */
export async function gapsBeforeCompiling(tx: Tx, request: ContentRequest): Promise<ReportAhead> {
  const kind = request.kind ?? 'implementation';
  const content = await compiledContent(tx, kind, request);
  const { measures, gaps, warnings = [], cancelled = [] } = content;
  return {
    measures: measures.length,
    gaps,
    warnings,
    cancelled,
    annexes: await annexChoices(tx, request, kind, content),
  };
}

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
  return insertDraft(tx, reportKind, report, { actor, action: 'compile' });
}

/** What cannot be printed is refused now and not after signing; a report without rows is only refused when submitted. */
async function printable(tx: Tx, request: ContentRequest, kind: ReportKindName): Promise<ReportContent> {
  const { organizationId, fiscalYear } = request;
  const compiled = await compiledContent(tx, kind, request);
  const annexes = await chosenAnnexes(tx, request, kind, compiled);
  const content = annexes.length > 0 ? { ...compiled, annexes } : compiled;
  if (hasRows({ content }).length === 0) {
    const data = await reportPreviewData(tx, organizationId, { fiscalYear, content });
    buildDocument(templateOf(kind), data, 'th');
  }
  return content;
}
