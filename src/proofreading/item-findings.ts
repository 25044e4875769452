import { createHash } from 'node:crypto';
import { documentOutline, type DocumentOutline } from '../../templates/documents/document-outline.js';
import { announcementPreviewData } from '../announcements/announcement-data.js';
import type { AnnouncementRow } from '../announcements/announcement.entity.js';
import { DomainError } from '../core/errors.js';
import type { ItemKindName } from '../core/item.js';
import type { MeasureContent } from '../core/measure/measure.js';
import { parseDocument } from '../core/proofreading/parse-document.js';
import { personalDataRule } from '../core/proofreading/personal-data.rule.js';
import type { OrganizationNames } from '../core/proofreading/proof-context.js';
import { proofreadMeasures, type MeasureFinding } from '../core/proofreading/proofread-measures.js';
import { proofread } from '../core/proofreading/proofread.js';
import { evidenceFilesOf } from '../evidence/evidence-files.queries.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { MeasureRow } from '../measures/measure.entity.js';
import { organizationOf } from '../organizations/organizations.queries.js';
import { reportOutline } from '../reports/report-outline.js';
import type { ReportRow } from '../reports/report.entity.js';
import { findingsInFiles } from './attached-findings.js';
import { clearancesOf, type Clearance } from './clearances.queries.js';
import { outlineSource } from './outline-source.js';
import { proofOptions } from './settings.queries.js';

/** A finding of an item. `at` is "<measure id>.<field>" where the text is a measure's, otherwise null. */
export interface ItemFinding extends MeasureFinding {
  /** Names the finding as long as the text stays as it is. */
  readonly key: string;
  /** Who let personal data stand, and why; null for what nobody cleared. */
  readonly clearance: Clearance | null;
}

/** The findings of a measure with the organization's names, rules and words, in reading order. */
export async function findingsOfMeasure(
  tx: Tx,
  organizationId: OrganizationId,
  measure: Pick<MeasureRow, 'id' | 'fiscalYear' | 'contentHash' | 'content' | 'amendsId'>,
): Promise<ItemFinding[]> {
  const { id, fiscalYear, content } = measure;
  const words = await findingsOfMeasures(tx, organizationId, fiscalYear, [{ label: id, content }]);
  // an amendment only carries the results of the measure in force along
  const rows = measure.amendsId ? [] : await evidenceFilesOf(tx, organizationId, measure);
  const files = rows.map((file) => ({ ...file, field: `${id}.files` }));
  const findings = [...words, ...(await findingsInFiles(tx, organizationId, files))];
  return withClearances(tx, organizationId, 'measure', measure, findings);
}

/** The measures of a compiled report together; other kinds of report as they would be printed. */
export async function findingsOfReport(
  tx: Tx,
  organizationId: OrganizationId,
  report: ReportRow,
): Promise<ItemFinding[]> {
  const { fiscalYear } = report;
  const { annexes = [], ...content } = report.content;
  const words = content.details
    ? await inOutline(tx, organizationId, fiscalYear, () => reportOutline(tx, organizationId, { ...report, content }))
    : await findingsOfMeasures(
        tx,
        organizationId,
        fiscalYear,
        content.measures.map((measure) => ({ label: measure.measureId, content: measure.content })),
      );
  const files = annexes.map(({ fileId: id, measureId, ...annex }) => ({ id, field: `${measureId}.files`, ...annex }));
  const findings = [...words, ...(await findingsInFiles(tx, organizationId, files))];
  return withClearances(tx, organizationId, 'report', report, findings);
}

/** An announcement as it would be printed, in each of its languages, and the files behind it. */
export async function findingsOfAnnouncement(
  tx: Tx,
  organizationId: OrganizationId,
  announcement: AnnouncementRow,
): Promise<ItemFinding[]> {
  const { fiscalYear } = announcement;
  const { annexes = [], ...content } = announcement.content;
  const findings: MeasureFinding[] = [];
  for (const language of content.languages) {
    const outline = async (): Promise<Pick<DocumentOutline, 'blocks'>> => {
      const data = await announcementPreviewData(tx, organizationId, { fiscalYear, content }, language);
      const { blocks } = documentOutline(content.template, data, language);
      return { blocks: [...blocks, ...annexes.map(({ title }) => ({ kind: 'paragraph', text: title }) as const)] };
    };
    findings.push(...(await inOutline(tx, organizationId, fiscalYear, outline)));
  }
  const files = annexes.map(({ fileId: id, ...annex }) => ({ id, field: `${announcement.id}.annexes`, ...annex }));
  findings.push(...(await findingsInFiles(tx, organizationId, files)));
  return withClearances(tx, organizationId, 'announcement', announcement, findings);
}

/** The findings of measures read together, before they are items: `at` is "<label>.<field>". */
export async function findingsOfMeasures(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
  measures: readonly { readonly label: string; readonly content: MeasureContent }[],
): Promise<MeasureFinding[]> {
  const names = await namesOf(tx, organizationId);
  return proofreadMeasures(measures, names, fiscalYear, await proofOptions(tx, organizationId));
}

/** Dates and signatures come with the signing. */
const OF_SIGNED_DOCUMENTS = new Set(['signature.missing']);

async function inOutline(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
  outline: () => Promise<Pick<DocumentOutline, 'blocks'>>,
): Promise<MeasureFinding[]> {
  const organization = await namesOf(tx, organizationId);
  const options = { ...(await proofOptions(tx, organizationId)), organization, fiscalYear };
  const text = outlineSource(await printable(outline));
  return proofread(parseDocument(text), options)
    .filter(({ rule }) => !OF_SIGNED_DOCUMENTS.has(rule))
    .map((finding) => ({ ...finding, at: null }));
}

/** What cannot be printed yet is refused elsewhere; it has no words to read. */
async function printable(
  outline: () => Promise<Pick<DocumentOutline, 'blocks'>>,
): Promise<Pick<DocumentOutline, 'blocks'>> {
  try {
    return await outline();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'document.data-invalid') return { blocks: [] };
    throw error;
  }
}

async function namesOf(tx: Tx, organizationId: OrganizationId): Promise<OrganizationNames> {
  const { name, district, province } = await organizationOf(tx, organizationId);
  return { name, district, province };
}

async function withClearances(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: ItemKindName,
  item: { readonly id: string; readonly contentHash: string },
  findings: readonly MeasureFinding[],
): Promise<ItemFinding[]> {
  const hasPersonalData = findings.some(({ rule }) => rule === personalDataRule.id);
  const clearances = hasPersonalData
    ? await clearancesOf(tx, organizationId, itemKind, item)
    : new Map<string, Clearance>();
  return findings.map((finding) => {
    const key = keyOf(finding);
    return { ...finding, key, clearance: clearances.get(key) ?? null };
  });
}

const keyOf = ({ rule, at, start, quote }: MeasureFinding): string =>
  createHash('sha256')
    .update(JSON.stringify([rule, at, start, quote]))
    .digest('hex')
    .slice(0, 32);
