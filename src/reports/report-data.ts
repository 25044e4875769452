import { annexOfFile } from '../../templates/documents/annex-of-file.js';
import type { Annex } from '../../templates/documents/annexes.js';
import { indicatorNamesOf, instrumentNamesOf } from '../assessments/catalogues.queries.js';
import type { SignatureBlock } from '../core/acting/signature-block.js';
import { atSixMonths } from '../core/measure/interim.js';
import type { MeasureContent } from '../core/measure/measure.js';
import type { ReportContent, ReportKindName } from '../core/report/report.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { momentOfSigning, organizationOf } from '../organizations/organizations.queries.js';
import { expectedSignatureBlock, printedAgency, signatureBlockOf } from '../organizations/printed.queries.js';
import type { ReportRow } from './report.entity.js';

const TEMPLATES: Readonly<Record<ReportKindName, string>> = {
  implementation: 'implementation-report.v1',
  progress: 'progress-report.v1',
  'no-gift': 'no-gift-report.v2',
  'ita-analysis': 'ita-analysis.v2',
};

/** Name and version of the template a kind of report is printed with. */
export const templateOf = (kind: ReportKindName): string => TEMPLATES[kind];

type Subject = Pick<ReportRow, 'fiscalYear' | 'content'>;

interface Signer {
  readonly personId: string | null;
  readonly postId: string | null;
}

/** The template's data of a signed report, complete; and the moment of signing, by the database's clock. */
export async function reportData(
  tx: Tx,
  organizationId: OrganizationId,
  report: Subject,
  { personId, postId }: Signer,
): Promise<{ snapshot: object; signedAt: Date }> {
  if (!personId || !postId) throw new Error('a report is signed by a person as a post');
  const now = await momentOfSigning(tx);
  const signer = await signatureBlockOf(tx, organizationId, { personId, postId, itemKind: 'report' });
  return { snapshot: await dataOf(tx, organizationId, report, signer, now.day), signedAt: now.at };
}

/** The same as it stands in a draft, for the preview: who would sign today, no date. */
export async function reportPreviewData(tx: Tx, organizationId: OrganizationId, report: Subject): Promise<object> {
  const signer = await expectedSignatureBlock(tx, organizationId, 'chief_administrator', 'report');
  return dataOf(tx, organizationId, report, signer.post === '' ? null : signer, null);
}

async function dataOf(
  tx: Tx,
  organizationId: OrganizationId,
  { fiscalYear, content }: Subject,
  signer: SignatureBlock | null,
  signedOn: string | null,
): Promise<object> {
  const { digits } = await organizationOf(tx, organizationId);
  const agency = await printedAgency(tx, organizationId);
  const indicatorNames = await indicatorNamesOf(tx, organizationId, fiscalYear);
  const shared = { agency, fiscalYear, signer, signedOn, digits, indicatorNames };
  const isAnalysis = content.details?.kind === 'ita-analysis';
  const instruments = isAnalysis ? { instrumentNames: await instrumentNamesOf(tx, organizationId, fiscalYear) } : {};
  return { ...shared, ...instruments, ...ownData(content), ...annexData(content) };
}

const annexData = ({ annexes }: ReportContent): { annexes?: readonly Annex[] } =>
  annexes ? { annexes: annexes.map((annex) => annexOfFile(annex, 'th')) } : {};

type MeasureWords = Omit<MeasureContent, 'files' | 'interim'>;

/** What is printed of a measure; its files stand behind the report where they were chosen. */
const wordsOf = ({ files: _files, interim: _interim, ...words }: MeasureContent): MeasureWords => words;

/** What each template asks for besides the fields of all reports. */
function ownData({ layout, assessment, measures, details }: ReportContent): object {
  const contents = measures.map(({ content }) => wordsOf(content));
  switch (details?.kind) {
    case undefined:
      return { layout, rows: contents, assessment };
    case 'progress':
      return {
        rows: measures.map(({ measureId, content }) => {
          const row = details.rows.find((each) => each.measureId === measureId);
          const { state, percent, obstacles, isEndorsed } = row ?? {};
          const asOf = content.interim ? { asOf: content.interim.asOf } : {};
          const endorsed = isEndorsed ? { isEndorsed } : {};
          return { measure: wordsOf(atSixMonths(content)), state, percent, obstacles, ...asOf, ...endorsed };
        }),
      };
    case 'no-gift': {
      const { announcedOn, activities, gifts, obstacles, suggestions } = details;
      return { announcedOn, activities, gifts, obstacles, suggestions };
    }
    case 'ita-analysis': {
      const { assessment: result, earlier, recommendations, foreword } = details;
      return { assessment: result, earlier, recommendations, foreword, measures: contents };
    }
  }
}
