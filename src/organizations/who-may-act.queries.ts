import { holdersOf, type Appointed, type Holder } from '../core/acting/holders.js';
import type { ItemKindName } from '../core/item.js';
import type { Responsible } from '../core/measure/measure.js';
import type { Approvers, RouteStep, Slot } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { ActingOrderRow } from './acting-order.entity.js';
import { PersonRow, type PostKind } from './organization.entities.js';

/** The agency's calendar day, by the database's clock. */
export const TODAY = `(now() at time zone 'Asia/Bangkok')::date`;

export interface Post {
  readonly postId: string;
  readonly name: string;
  readonly kind: PostKind;
  /** Null also for the post of a division that does not exist that day. */
  readonly divisionId: string | null;
  readonly appointed: readonly Appointed[];
}

/** Everything that decides who may sign on a day: an agency has some dozens of posts and a handful of orders. */
export interface SigningDirectory {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly posts: readonly Post[];
  readonly orders: readonly ActingOrderRow[];
  /** Persons with open accounts, names by id. */
  readonly people: ReadonlyMap<string, string>;
  /** Posts by appointment, by person. */
  readonly ownPosts: ReadonlyMap<string, readonly string[]>;
}

/** @param on YYYY-MM-DD; today unless it is given */
export async function signingDirectory(
  tx: Tx,
  organizationId: OrganizationId,
  on: string | null = null,
): Promise<SigningDirectory> {
  const [asked]: { day: string }[] = await tx.query(
    `select to_char(coalesce($1::date, ${TODAY}), 'YYYY-MM-DD') as day`,
    [on],
  );
  const day = asked?.day ?? '';
  const people = await tx.findBy(PersonRow, { organizationId });
  const posts = await postsOn(tx, organizationId, day);
  return {
    day,
    posts,
    orders: await tx.findBy(ActingOrderRow, { organizationId }),
    people: new Map(people.filter(({ closedAt }) => !closedAt).map(({ id, name }) => [id, name])),
    ownPosts: ownPostsIn(posts),
  };
}

/** Posts by appointment, by person. Pure. */
export function ownPostsIn(posts: readonly Pick<Post, 'postId' | 'appointed'>[]): Map<string, string[]> {
  const own = new Map<string, string[]>();
  for (const { postId, appointed } of posts) {
    for (const { personId } of appointed) own.set(personId, [...(own.get(personId) ?? []), postId]);
  }
  return own;
}

async function postsOn(tx: Tx, organizationId: OrganizationId, day: string): Promise<Post[]> {
  const rows: (Omit<Post, 'appointed'> & { personId: string | null; personName: string | null })[] = await tx.query(
    `select p.id as "postId", p.name, p.kind, d.id as "divisionId", n.id as "personId", n.name as "personName"
     from post p
     left join division d on d.organization_id = p.organization_id and d.id = p.division_id
       and d.starts_on <= $2 and (d.ends_on is null or d.ends_on >= $2)
     left join appointment a on a.organization_id = p.organization_id and a.post_id = p.id
       and a.starts_on <= $2 and (a.ends_on is null or a.ends_on >= $2)
     left join person n on n.organization_id = a.organization_id and n.id = a.person_id and n.closed_at is null
     where p.organization_id = $1 and (p.ends_on is null or p.ends_on >= $2)
     order by d.position, p.id, n.name`,
    [organizationId, day],
  );
  return [...new Map(rows.map((row) => [row.postId, row])).values()].map(({ postId, name, kind, divisionId }) => ({
    postId,
    name,
    kind,
    divisionId,
    appointed: rows
      .filter((row) => row.postId === postId)
      .flatMap(({ personId, personName }) => (personId ? [{ personId, name: personName ?? '' }] : [])),
  }));
}

/** Every signature a route asks for on an item of this kind; a post that nobody may sign as has no holders. Pure. */
export function slotsOf(
  directory: SigningDirectory,
  steps: readonly RouteStep[],
  responsible: Pick<Responsible, 'everyDivision' | 'divisionIds'> | null,
  itemKind: ItemKindName,
): Slot[] {
  const { posts, orders } = directory;
  return steps.flatMap(({ stage, approvers }, step) =>
    posts
      .filter((post) => isAsked(post, approvers, responsible))
      .map(({ postId, name, appointed }) => ({
        step,
        stage,
        postId,
        postName: name,
        holders: holdersOf(postId, appointed, orders, { ...directory, itemKind }),
      })),
  );
}

function isAsked(
  post: Post,
  approvers: Approvers,
  responsible: Pick<Responsible, 'everyDivision' | 'divisionIds'> | null,
): boolean {
  if (typeof approvers === 'object') return approvers.postIds.includes(post.postId);
  return approvers === 'responsible_division_heads' ? heads(post, responsible) : post.kind === approvers;
}

const heads = (
  { kind, divisionId }: Post,
  responsible: Pick<Responsible, 'everyDivision' | 'divisionIds'> | null,
): boolean =>
  kind === 'division_head' &&
  divisionId !== null &&
  responsible !== null &&
  (responsible.everyDivision || responsible.divisionIds.includes(divisionId));

/** A post somebody works as today, by appointment or by acting orders over every kind of item. */
export interface HeldPost {
  readonly postId: string;
  readonly kind: PostKind;
  readonly name: string;
  readonly divisionId: string | null;
  readonly orders: Holder['orders'];
}

/** The posts a person works as today, own posts first; none when the account is closed. */
export async function postsHeldBy(tx: Tx, organizationId: OrganizationId, personId: string): Promise<HeldPost[]> {
  const directory = await signingDirectory(tx, organizationId);
  const held = directory.posts.flatMap(({ postId, kind, name, divisionId, appointed }): HeldPost[] => {
    const isOwn = appointed.some((person) => person.personId === personId);
    const holder = holdersOf(postId, appointed, directory.orders, { ...directory, itemKind: null }).find(
      (each) => each.personId === personId,
    );
    return isOwn || holder ? [{ postId, kind, name, divisionId, orders: isOwn ? [] : (holder?.orders ?? []) }] : [];
  });
  return held.sort((a, b) => a.orders.length - b.orders.length || RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
}

/** The post a person is named by when they hold several. */
const RANK: readonly PostKind[] = [
  'executive',
  'chief_administrator',
  'division_head',
  'officer',
  'auditor',
  'administrator',
];
