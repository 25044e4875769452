import { holdersOf, type Appointed, type Holder } from '../core/acting/holders.js';
import type { ItemKindName } from '../core/item.js';
import type { Responsible } from '../core/measure/measure.js';
import type { Approvers, RouteStep, Slot } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { ActingOrderRow } from './acting-order.entity.js';
import type { PostKind } from './organization.entities.js';

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
  const [{ day, people, posts } = { day: '', people: [], posts: [] }]: Standing[] = await tx.query(STANDING, [
    organizationId,
    on,
  ]);
  const orders = await tx.findBy(ActingOrderRow, { organizationId });
  return {
    ...{ day, posts, orders },
    people: new Map(people.map(({ id, name }) => [id, name])),
    ownPosts: ownPostsIn(posts),
  };
}

interface Standing {
  readonly day: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly posts: readonly Post[];
}

/** One statement, because every signature and every page asks for it. */
const STANDING = `
  with asked as (select coalesce($2::date, ${TODAY}) as day)
  select to_char(asked.day, 'YYYY-MM-DD') as day,
    (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name)), '[]')
     from person n where n.organization_id = $1 and n.closed_at is null) as people,
    (select coalesce(json_agg(json_build_object('postId', p.id, 'name', p.name, 'kind', p.kind, 'divisionId', d.id,
        'appointed', (select coalesce(json_agg(json_build_object('personId', n.id, 'name', n.name) order by n.name), '[]')
          from appointment a
          join person n on n.organization_id = a.organization_id and n.id = a.person_id and n.closed_at is null
          where a.organization_id = p.organization_id and a.post_id = p.id
            and a.starts_on <= asked.day and (a.ends_on is null or a.ends_on >= asked.day)))
        order by d.position, p.id), '[]')
     from post p
     left join division d on d.organization_id = p.organization_id and d.id = p.division_id
       and d.starts_on <= asked.day and (d.ends_on is null or d.ends_on >= asked.day)
     where p.organization_id = $1 and (p.ends_on is null or p.ends_on >= asked.day)) as posts
  from asked`;

/** Posts by appointment, by person. Pure. */
export function ownPostsIn(posts: readonly Pick<Post, 'postId' | 'appointed'>[]): Map<string, string[]> {
  const own = new Map<string, string[]>();
  for (const { postId, appointed } of posts) {
    for (const { personId } of appointed) own.set(personId, [...(own.get(personId) ?? []), postId]);
  }
  return own;
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
