import type { ActingOrder } from '../core/acting/acting-order.js';
import { holdersOf } from '../core/acting/holders.js';
import type { ActingLink, SignatureBlock } from '../core/acting/signature-block.js';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { PersonRow, PostRow } from './organization.entities.js';
import { organizationOf } from './organizations.queries.js';
import { postsHeldBy, signingDirectory } from './who-may-act.queries.js';

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

interface Signing {
  readonly personId: string;
  /** The post whose signature is asked. */
  readonly postId: string;
  readonly itemKind: ItemKindName;
}

/** Name, own post, then each capacity and the post acted for, by the orders of this day. (DOMAIN 3.2) */
export async function signatureBlockOf(
  tx: Tx,
  organizationId: OrganizationId,
  { personId, postId, itemKind }: Signing,
): Promise<SignatureBlock> {
  const person = await tx.findOneByOrFail(PersonRow, { organizationId, id: personId });
  const directory = await signingDirectory(tx, organizationId);
  const appointed = directory.posts.find((post) => post.postId === postId)?.appointed ?? [];
  const holders = holdersOf(postId, appointed, directory.orders, { ...directory, itemKind });
  const orders = holders.find((holder) => holder.personId === personId)?.orders ?? [];
  const [own] = await postsHeldBy(tx, organizationId, personId);
  const ownPost = await tx.findOneByOrFail(PostRow, {
    organizationId,
    id: orders.length > 0 && own ? own.postId : postId,
  });
  return {
    name: person.name,
    nameEn: person.nameEn,
    post: ownPost.name,
    postEn: ownPost.nameEn,
    acting: await Promise.all(orders.map((order) => linkOf(tx, organizationId, order))),
    inCapacityOf: orders.at(-1)?.inCapacityOf ?? null,
  };
}

async function linkOf(tx: Tx, organizationId: OrganizationId, { capacity, postId }: ActingOrder): Promise<ActingLink> {
  const post = await tx.findOneByOrFail(PostRow, { organizationId, id: postId });
  return { capacity, post: post.name, postEn: post.nameEn };
}

/** The block of whoever would sign today; an empty name over the post when nobody may. */
export async function expectedSignatureBlock(
  tx: Tx,
  organizationId: OrganizationId,
  kind: 'executive' | 'chief_administrator',
  itemKind: ItemKindName,
): Promise<SignatureBlock> {
  const directory = await signingDirectory(tx, organizationId);
  const post = directory.posts.find((each) => each.kind === kind);
  if (!post) return { name: '', post: '', acting: [] };
  const [holder] = holdersOf(post.postId, post.appointed, directory.orders, { ...directory, itemKind });
  if (!holder) return { name: '', post: post.name, acting: [] };
  return signatureBlockOf(tx, organizationId, { personId: holder.personId, postId: post.postId, itemKind });
}
