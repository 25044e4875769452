import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { stated } from '../audit/state-records.js';
import { DomainError } from '../core/errors.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { DivisionRow, PostRow, type PostKind } from './organization.entities.js';
import { TODAY } from './who-may-act.queries.js';
import { optionalName, writtenName } from './written-name.js';

export const POST_KINDS: readonly PostKind[] = [
  'officer',
  'division_head',
  'chief_administrator',
  'executive',
  'administrator',
  'auditor',
];

interface PostEdit {
  readonly organizationId: OrganizationId;
  readonly changedBy: string;
}

export interface NewPost extends PostEdit {
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: PostKind;
  /** Null for posts of the whole agency. */
  readonly divisionId: string | null;
}

/** A new post, held by nobody yet. @throws DomainError input.invalid naming the field, post.division-needed */
export async function addPost(tx: Tx, given: NewPost): Promise<{ readonly id: string }> {
  const { organizationId, kind, divisionId, changedBy } = given;
  if (!POST_KINDS.includes(kind)) throw new DomainError('input.invalid', { field: 'kind' });
  if (kind === 'division_head' && divisionId === null)
    throw new DomainError('post.division-needed', { field: 'divisionId' });
  if (divisionId !== null && !(await isDivision(tx, organizationId, divisionId)))
    throw new DomainError('input.invalid', { field: 'divisionId' });
  const id = uuidv7();
  const names = { name: writtenName(given.name, 'name'), nameEn: optionalName(given.nameEn, 'nameEn') };
  await tx.insert(PostRow, { organizationId, id, ...names, kind, divisionId, endsOn: null });
  await appendAudit(tx, {
    action: 'post.add',
    itemKind: 'post',
    itemId: id,
    actorPersonId: changedBy,
    ...(await stated(tx, organizationId, 'posts', id)),
  });
  return { id };
}

export interface PostNames extends PostEdit {
  readonly postId: string;
  readonly name: string;
  readonly nameEn: string | null;
}

/** Documents that were signed keep the name they were signed with. @throws DomainError input.invalid, item.not-found */
export async function renamePost(tx: Tx, { organizationId, postId, changedBy, ...names }: PostNames): Promise<void> {
  await postNamed(tx, organizationId, postId);
  await tx.update(
    PostRow,
    { organizationId, id: postId },
    { name: writtenName(names.name, 'name'), nameEn: optionalName(names.nameEn, 'nameEn') },
  );
  await appendAudit(tx, {
    action: 'post.rename',
    itemKind: 'post',
    itemId: postId,
    actorPersonId: changedBy,
    ...(await stated(tx, organizationId, 'posts', postId)),
  });
}

/**
 * Abolishes a post from today on. Nobody may hold it, no signature may wait for it, and no route of today may name it.
 * @throws DomainError item.refused with details.problems (post.*), item.not-found
 */
export async function endPost(
  tx: Tx,
  { organizationId, postId, changedBy }: PostEdit & { readonly postId: string },
): Promise<void> {
  await postNamed(tx, organizationId, postId);
  const [found]: Record<'held' | 'waiting' | 'routed', boolean>[] = await tx.query(STANDS_IN_THE_WAY, [
    organizationId,
    postId,
  ]);
  const problems = [
    ...(found?.held ? ['post.still-held'] : []),
    ...(found?.waiting ? ['post.work-waiting'] : []),
    ...(found?.routed ? ['post.in-route'] : []),
  ];
  if (problems.length > 0) throw new DomainError('item.refused', { itemKind: 'post', problems });
  await tx.query(`update post set ends_on = ${TODAY} - 1 where organization_id = $1 and id = $2`, [
    organizationId,
    postId,
  ]);
  await appendAudit(tx, {
    action: 'post.end',
    itemKind: 'post',
    itemId: postId,
    actorPersonId: changedBy,
    ...(await stated(tx, organizationId, 'posts', postId)),
  });
}

const STANDS_IN_THE_WAY = `
  select
    exists (select from appointment where organization_id = $1 and post_id = $2
      and (ends_on is null or ends_on >= ${TODAY})) as held,
    exists (select from asked_signature where organization_id = $1 and post_id = $2 and ended_at is null) as waiting,
    exists (select from route r where r.organization_id = $1
      and r.version = (select max(version) from route where organization_id = $1 and item_kind = r.item_kind)
      and strpos(r.steps::text, $2::text) > 0) as routed`;

async function postNamed(tx: Tx, organizationId: OrganizationId, id: string): Promise<PostRow> {
  const post = isUuid(id) ? await tx.findOneBy(PostRow, { organizationId, id }) : null;
  if (!post) throw new DomainError('item.not-found', { itemId: id });
  return post;
}

const isDivision = async (tx: Tx, organizationId: OrganizationId, id: string): Promise<boolean> =>
  isUuid(id) && (await tx.existsBy(DivisionRow, { organizationId, id }));
