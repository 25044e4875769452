import type { SignatureBlock } from '../core/acting/signature-block.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { momentOfSigning, organizationOf } from '../organizations/organizations.queries.js';
import { expectedSignatureBlock, printedAgency, signatureBlockOf } from '../organizations/printed.queries.js';
import type { ReportRow } from './report.entity.js';

interface Signer {
  readonly personId: string | null;
  readonly postId: string | null;
}

/** The template's data of a signed report, complete; and the moment of signing, by the database's clock. */
export async function reportData(
  tx: Tx,
  organizationId: OrganizationId,
  report: ReportRow,
  { personId, postId }: Signer,
): Promise<{ snapshot: object; signedAt: Date }> {
  if (!personId || !postId) throw new Error('a report is signed by a person as a post');
  const now = await momentOfSigning(tx);
  const signer = await signatureBlockOf(tx, organizationId, { personId, postId, itemKind: 'report' });
  return { snapshot: await dataOf(tx, organizationId, report, signer, now.day), signedAt: now.at };
}

/** The same as it stands in a draft, for the preview: who would sign today, no date. */
export async function reportPreviewData(tx: Tx, organizationId: OrganizationId, report: ReportRow): Promise<object> {
  const signer = await expectedSignatureBlock(tx, organizationId, 'chief_administrator', 'report');
  return dataOf(tx, organizationId, report, signer, null);
}

async function dataOf(
  tx: Tx,
  organizationId: OrganizationId,
  { fiscalYear, content }: ReportRow,
  signer: SignatureBlock,
  signedOn: string | null,
): Promise<object> {
  const { digits } = await organizationOf(tx, organizationId);
  return {
    agency: await printedAgency(tx, organizationId),
    fiscalYear,
    layout: content.layout,
    rows: content.measures.map((measure) => measure.content),
    assessment: content.assessment,
    signer,
    signedOn,
    digits,
  };
}
