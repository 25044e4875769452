import { annexOfFile } from '../../templates/documents/annex-of-file.js';
import type { Language } from '../../templates/documents/document-template.js';
import type { SignatureBlock } from '../core/acting/signature-block.js';
import type { AnnouncementContent } from '../core/announcement/announcement.js';
import { parametersIn } from '../core/announcement/language-parameters.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { momentOfSigning, organizationOf } from '../organizations/organizations.queries.js';
import { expectedSignatureBlock, printedAgency, signatureBlockOf } from '../organizations/printed.queries.js';
import type { AnnouncementRow } from './announcement.entity.js';

interface Signer {
  readonly personId: string | null;
  readonly postId: string | null;
}

type Subject = { readonly fiscalYear: number; readonly content: AnnouncementContent };

export interface SignedAnnouncement {
  /** The template's data in one of the announcement's languages, complete. */
  readonly snapshotIn: (language: Language) => object;
  /** The moment of signing, by the database's clock. */
  readonly signedAt: Date;
  /** The agency's calendar day of it, YYYY-MM-DD. */
  readonly day: string;
}

/** What a signed announcement is printed from. */
export async function announcementData(
  tx: Tx,
  organizationId: OrganizationId,
  announcement: AnnouncementRow,
  { personId, postId }: Signer,
): Promise<SignedAnnouncement> {
  if (!personId || !postId) throw new Error('an announcement is signed by a person as a post');
  const now = await momentOfSigning(tx);
  const signer = await signatureBlockOf(tx, organizationId, { personId, postId, itemKind: 'announcement' });
  const data = await dataOf(tx, organizationId, announcement, signer, now.day);
  return { snapshotIn: (language) => inLanguage(data, announcement, language), signedAt: now.at, day: now.day };
}

/** The same as it stands in a draft, for the preview and for checking the parameters. */
export async function announcementPreviewData(
  tx: Tx,
  organizationId: OrganizationId,
  announcement: Subject,
  language: Language = 'th',
): Promise<object> {
  const signer = await expectedSignatureBlock(tx, organizationId, 'executive', 'announcement');
  return inLanguage(await dataOf(tx, organizationId, announcement, signer, null), announcement, language);
}

async function dataOf(
  tx: Tx,
  organizationId: OrganizationId,
  { fiscalYear }: Subject,
  signer: SignatureBlock,
  announcedOn: string | null,
): Promise<object> {
  const { digits } = await organizationOf(tx, organizationId);
  return {
    agency: await printedAgency(tx, organizationId),
    fiscalYear,
    announcedOn,
    signer,
    digits,
  };
}

/** What was filled in, the organization's own wording and the words about the annexes belong to one language. */
function inLanguage(data: object, { content }: Subject, language: Language): object {
  const { parameters, wordings = {}, annexes = [] } = content;
  const wording = wordings[language];
  return {
    ...parametersIn(parameters, language),
    ...data,
    ...(wording === undefined ? {} : { wording }),
    ...(annexes.length > 0 ? { annexes: annexes.map((annex) => annexOfFile(annex, language, annex.title)) } : {}),
  };
}
