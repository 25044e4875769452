import type { Slot, RouteStep } from '../core/route/route.js';
import type { Responsible } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { PostKind } from './organization.entities.js';

export interface HeldPost {
  readonly postId: string;
  readonly kind: PostKind;
  readonly name: string;
  readonly divisionId: string | null;
}

/** The agency's calendar day, by the database's clock. */
export const TODAY = `(now() at time zone 'Asia/Bangkok')::date`;

const HOLDS_TODAY = `a.starts_on <= ${TODAY} and (a.ends_on is null or a.ends_on >= ${TODAY})`;

/** The posts a person holds today; none when the account is closed. */
export async function postsHeldBy(tx: Tx, organizationId: OrganizationId, personId: string): Promise<HeldPost[]> {
  return tx.query(
    `select p.id as "postId", p.kind, p.name, p.division_id as "divisionId"
     from appointment a
     join post p on p.organization_id = a.organization_id and p.id = a.post_id
     join person n on n.organization_id = a.organization_id and n.id = a.person_id and n.closed_at is null
     where a.organization_id = $1 and a.person_id = $2 and ${HOLDS_TODAY}
     order by p.name`,
    [organizationId, personId],
  );
}

/** Every signing post of the agency with whoever holds it today. */
export interface SigningPost {
  readonly postId: string;
  readonly postName: string;
  readonly kind: PostKind;
  /** Null also for the post of a division that does not exist today. */
  readonly divisionId: string | null;
  readonly holders: Slot['holders'];
}

/** One query for all posts: an agency has some dozens. Acting orders will add holders here. */
export async function signingPosts(tx: Tx, organizationId: OrganizationId): Promise<SigningPost[]> {
  const rows: (Omit<SigningPost, 'holders'> & { personId: string | null; personName: string | null })[] =
    await tx.query(
      `select p.id as "postId", p.name as "postName", p.kind, d.id as "divisionId", n.id as "personId", n.name as "personName"
     from post p
     left join division d on d.organization_id = p.organization_id and d.id = p.division_id
       and d.starts_on <= ${TODAY} and (d.ends_on is null or d.ends_on >= ${TODAY})
     left join appointment a on a.organization_id = p.organization_id and a.post_id = p.id and ${HOLDS_TODAY}
     left join person n on n.organization_id = a.organization_id and n.id = a.person_id and n.closed_at is null
     where p.organization_id = $1 and p.kind in ('division_head', 'chief_administrator', 'executive')
     order by d.position, p.id, n.name`,
      [organizationId],
    );
  return [...new Set(rows.map((row) => row.postId))].map((postId) => {
    const ofPost = rows.filter((row) => row.postId === postId);
    const holders = ofPost.flatMap(({ personId, personName }) =>
      personId ? [{ personId, name: personName ?? '' }] : [],
    );
    const { postName = '', kind = 'division_head', divisionId = null } = ofPost[0] ?? {};
    return { postId, postName, kind, divisionId, holders };
  });
}

/** Every signature a route asks for, found from post and division; a post that nobody holds has no holders. Pure. */
export function slotsOf(
  posts: readonly SigningPost[],
  steps: readonly RouteStep[],
  responsible: Pick<Responsible, 'everyDivision' | 'divisionIds'> | null,
): Slot[] {
  return steps.flatMap(({ stage, approvers }, step) =>
    posts
      .filter((post) =>
        approvers === 'responsible_division_heads' ? heads(post, responsible) : post.kind === approvers,
      )
      .map(({ postId, postName, holders }) => ({ step, stage, postId, postName, holders })),
  );
}

const heads = (
  { kind, divisionId }: SigningPost,
  responsible: Pick<Responsible, 'everyDivision' | 'divisionIds'> | null,
): boolean =>
  kind === 'division_head' &&
  divisionId !== null &&
  responsible !== null &&
  (responsible.everyDivision || responsible.divisionIds.includes(divisionId));
