import type { SignatureBlock } from '../core/acting/signature-block.js';
import type { AnnouncementContent } from '../core/announcement/announcement.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { momentOfSigning, organizationOf } from '../organizations/organizations.queries.js';
import { expectedSignatureBlock, printedAgency, signatureBlockOf } from '../organizations/printed.queries.js';
import type { AnnouncementRow } from './announcement.entity.js';

interface Signer {
  readonly personId: string | null;
  readonly postId: string | null;
}

/** The template's data of a signed announcement, complete; and the moment of signing, by the database's clock. */
export async function announcementData(
  tx: Tx,
  organizationId: OrganizationId,
  announcement: AnnouncementRow,
  { personId, postId }: Signer,
): Promise<{ snapshot: object; signedAt: Date }> {
  if (!personId || !postId) throw new Error('an announcement is signed by a person as a post');
  const now = await momentOfSigning(tx);
  const signer = await signatureBlockOf(tx, organizationId, { personId, postId, itemKind: 'announcement' });
  return { snapshot: await dataOf(tx, organizationId, announcement, signer, now.day), signedAt: now.at };
}

/** The same as it stands in a draft, for the preview and for checking the parameters. */
export async function announcementPreviewData(
  tx: Tx,
  organizationId: OrganizationId,
  announcement: { readonly fiscalYear: number; readonly content: AnnouncementContent },
): Promise<object> {
  const signer = await expectedSignatureBlock(tx, organizationId, 'executive', 'announcement');
  return dataOf(tx, organizationId, announcement, signer, null);
}

async function dataOf(
  tx: Tx,
  organizationId: OrganizationId,
  { fiscalYear, content }: { readonly fiscalYear: number; readonly content: AnnouncementContent },
  signer: SignatureBlock,
  announcedOn: string | null,
): Promise<object> {
  const { digits } = await organizationOf(tx, organizationId);
  return {
    ...content.parameters,
    agency: await printedAgency(tx, organizationId),
    fiscalYear,
    announcedOn,
    signer,
    digits,
  };
}
