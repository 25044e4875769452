import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { lockItem } from '../approvals/run-transition.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { MeasureContent } from '../core/measure/measure.js';
import { hasOutcomes, hasResults } from '../core/measure/measure.guards.js';
import type { ReportLayout } from '../core/report/layout.js';
import type { Gap, ReportContent, ReportedMeasure } from '../core/report/report.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { measuresOfYear } from '../measures/measures.queries.js';
import { ReportRow } from './report.entity.js';
import { reportKind } from './report.kind.js';

export interface CompileRequest {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly fiscalYear: number;
  readonly title: string;
  readonly layout: ReportLayout;
  readonly assessment?: ReportContent['assessment'];
  readonly gapsAcknowledged?: boolean;
}

/** A new draft report from the endorsed measures of the year; what is missing is listed in content.gaps. */
export async function compileReport(tx: Tx, request: CompileRequest, documentId?: string): Promise<ReportRow> {
  const { organizationId, actor, fiscalYear, title } = request;
  requireCapacity(actor, 'officer');
  const content = await compiled(tx, request);
  const id = uuidv7();
  const report = tx.create(ReportRow, {
    organizationId,
    id,
    kind: 'implementation',
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

/** Compiles a draft again from what is endorsed now. @throws DomainError item.changed-meanwhile, item.refused */
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
  const content = await compiled(tx, request);
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
    throw new DomainError('item.refused', {
      itemId: before.id,
      state: before.state,
      problems: ['lifecycle.wrong-state'],
    });
  }
  return compileReport(tx, request, before.documentId);
}

/** What a report of the year would hold and what it would lack, before anybody compiles it. */
export async function reportGaps(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<{ readonly measures: number; readonly gaps: readonly Gap[] }> {
  const living = (await measuresOfYear(tx, organizationId, fiscalYear)).filter(({ state }) => state !== 'cancelled');
  return { measures: living.filter(({ state }) => state === 'completed').length, gaps: living.flatMap(gapsOf) };
}

async function compiled(tx: Tx, request: CompileRequest): Promise<ReportContent> {
  const all = await measuresOfYear(tx, request.organizationId, request.fiscalYear);
  const living = all.filter(({ state }) => state !== 'cancelled');
  return {
    layout: request.layout,
    assessment: request.assessment ?? null,
    measures: living.filter(({ state }) => state === 'completed').map(reported),
    gaps: living.flatMap(gapsOf),
    gapsAcknowledged: request.gapsAcknowledged ?? false,
  };
}

interface MeasureSeen {
  readonly id: string;
  readonly state: string;
  readonly title: string;
  readonly contentHash: string;
  readonly fiscalYear: number;
  readonly content: MeasureContent;
}

const reported = ({ id, contentHash: hash, content }: MeasureSeen): ReportedMeasure => ({
  measureId: id,
  contentHash: hash,
  content,
});

function gapsOf(measure: MeasureSeen): Gap[] {
  if (measure.state === 'completed') return [];
  const codes = [...hasResults(measure), ...hasOutcomes(measure)] as Gap['code'][]; // these guards give only these codes
  const { id: measureId, title, state } = measure;
  return (codes.length > 0 ? codes : (['report.measure-incomplete'] as const)).map((code) => ({
    measureId,
    title,
    code,
    state,
  }));
}
