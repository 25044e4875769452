import type { SignatureBlock } from '../core/acting/signature-block.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { PersonRow, PostRow } from './organization.entities.js';
import { organizationOf } from './organizations.queries.js';

/** The agency as documents name it. */
export interface PrintedAgency {
  readonly name: string;
  readonly nameEn: string | null;
  readonly shortName: string;
  readonly district: string;
  readonly districtEn: string | null;
  readonly province: string;
  readonly provinceEn: string | null;
}

export async function printedAgency(tx: Tx, organizationId: OrganizationId): Promise<PrintedAgency> {
  const { name, nameEn, shortName, district, districtEn, province, provinceEn } = await organizationOf(
    tx,
    organizationId,
  );
  return { name, nameEn, shortName, district, districtEn, province, provinceEn };
}

/** Name and own post as printed under a signature. Acting orders add their links here. */
export async function signatureBlockOf(
  tx: Tx,
  organizationId: OrganizationId,
  { personId, postId }: { personId: string; postId: string },
): Promise<SignatureBlock> {
  const person = await tx.findOneByOrFail(PersonRow, { organizationId, id: personId });
  const post = await tx.findOneByOrFail(PostRow, { organizationId, id: postId });
  return { name: person.name, nameEn: person.nameEn, post: post.name, postEn: post.nameEn, acting: [] };
}

/** The block of whoever would sign today: the first holder of a post of this kind, or an empty name over the post. */
export async function expectedSignatureBlock(
  tx: Tx,
  organizationId: OrganizationId,
  kind: 'executive' | 'chief_administrator',
): Promise<SignatureBlock> {
  const post = await tx.findOne(PostRow, { where: { organizationId, kind }, order: { id: 'ASC' } });
  if (!post) return { name: '', post: '', acting: [] };
  const [holder]: { id: string }[] = await tx.query(
    `select person_id as id from appointment
     where organization_id = $1 and post_id = $2 and starts_on <= now() and (ends_on is null or ends_on >= now()::date)
     order by starts_on desc limit 1`,
    [organizationId, post.id],
  );
  if (!holder) return { name: '', post: post.name, postEn: post.nameEn, acting: [] };
  return signatureBlockOf(tx, organizationId, { personId: holder.id, postId: post.id });
}
