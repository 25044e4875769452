import { DomainError } from '../core/errors.js';
import { isEndorsed } from '../core/report/gaps.js';
import type { ReportAnnex, ReportContent, ReportedMeasure, ReportKindName } from '../core/report/report.js';
import { MOST_ANNEXES } from '../core/thai/evidence-words.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { EvidenceFileRow } from '../evidence/evidence-file.entity.js';
import { evidenceFilesOf } from '../evidence/evidence-files.queries.js';
import { measuresOfYear } from '../measures/measures.queries.js';
import type { ContentRequest } from './compile-request.js';

/** A sealed file larger than 20 MB could not be checked by the public any more. */
const MOST_MEGABYTES = 15;
/** More take longer to print than a printing process may. */
const MOST_PAGES = 60;

/** A file that may stand behind a report, with the title of its measure. */
export interface AnnexChoice {
  readonly file: EvidenceFileRow;
  readonly measureId: string;
  readonly measureTitle: string;
}

/** The files of the report's measures; a report without measures may show what any endorsed measure of its year shows. */
export async function annexChoices(
  tx: Tx,
  { organizationId, fiscalYear }: Pick<ContentRequest, 'organizationId' | 'fiscalYear'>,
  kind: ReportKindName,
  { measures }: Pick<ReportContent, 'measures'>,
): Promise<AnnexChoice[]> {
  const shown: readonly Pick<ReportedMeasure, 'measureId' | 'content'>[] =
    kind === 'no-gift' ? await endorsedOfYear(tx, organizationId, fiscalYear) : measures;
  const choices: AnnexChoice[] = [];
  for (const { measureId, content } of shown) {
    const files = await evidenceFilesOf(tx, organizationId, { content });
    choices.push(...files.map((file) => ({ file, measureId, measureTitle: content.title })));
  }
  return choices;
}

const endorsedOfYear = async (
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<{ measureId: string; content: MeasureContent }[]> =>
  (await measuresOfYear(tx, organizationId, fiscalYear))
    .filter(isEndorsed)
    .map(({ id, content }) => ({ measureId: id, content }));

/**
 * What was chosen, in the order of the choice, each file once.
 * @throws DomainError report.annex-unknown, report.annexes-too-many, report.annexes-too-large
 */
export async function chosenAnnexes(
  tx: Tx,
  request: ContentRequest,
  kind: ReportKindName,
  content: ReportContent,
): Promise<ReportAnnex[]> {
  const ids = [...new Set(request.annexes ?? [])];
  if (ids.length === 0) return [];
  if (ids.length > MOST_ANNEXES)
    throw new DomainError('report.annexes-too-many', { field: 'annexes', limit: MOST_ANNEXES });
  const choices = await annexChoices(tx, request, kind, content);
  const files = ids.map((id) => {
    const found = choices.find(({ file }) => file.id === id);
    if (!found) throw new DomainError('report.annex-unknown', { field: 'annexes', fileId: id });
    return found;
  });
  refuseTooLarge(files.map(({ file }) => file));
  return files.map(annexOf);
}

function refuseTooLarge(files: readonly EvidenceFileRow[]): void {
  const pages = files.reduce((sum, file) => sum + file.pages.length, 0);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (pages <= MOST_PAGES && bytes <= MOST_MEGABYTES * 1024 * 1024) return;
  throw new DomainError('report.annexes-too-large', {
    field: 'annexes',
    limitPages: MOST_PAGES,
    limitMegabytes: MOST_MEGABYTES,
  });
}

const annexOf = ({ measureId, file: { id, name, kind, sha256, pages } }: AnnexChoice): ReportAnnex => ({
  fileId: id,
  measureId,
  name,
  kind,
  sha256,
  pages: pages.map(({ sha256: picture, width, height, text }) => ({ sha256: picture, width, height, text })),
});
