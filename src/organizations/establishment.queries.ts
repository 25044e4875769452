import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { PersonRow, PostKind } from './organization.entities.js';
import { personNamed } from './keep-people.js';
import { TODAY } from './who-may-act.queries.js';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  /** Posts held today. */
  readonly posts: readonly string[];
  readonly isClosed: boolean;
  /** Has a one-time password and no own one. */
  readonly awaitsPassword: boolean;
}

/** People by name, closed accounts last. @param search part of a name or a user name; page from 1 */
export async function peopleOf(
  tx: Tx,
  organizationId: OrganizationId,
  search: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly total: number; readonly rows: readonly ListedPerson[] }> {
  const rows: (ListedPerson & { total: number })[] = await tx.query(
    `select n.id, n.name, n.user_name as "userName", n.closed_at is not null as "isClosed",
       n.one_time_until is not null as "awaitsPassword", count(*) over ()::int as total,
       array(select p.name from appointment a join post p on p.organization_id = a.organization_id and p.id = a.post_id
         where a.organization_id = $1 and a.person_id = n.id and a.starts_on <= ${TODAY}
           and (a.ends_on is null or a.ends_on >= ${TODAY}) order by p.name) as posts
     from person n
     where n.organization_id = $1 and ($2 = '' or strpos(lower(n.name), lower($2)) > 0 or strpos(n.user_name, lower($2)) > 0)
     order by n.closed_at is not null, n.name, n.id offset $3 limit $4`,
    [organizationId, search, (page - 1) * size, size],
  );
  return { total: rows[0]?.total ?? 0, rows };
}

export interface HeldFromTo {
  readonly id: string;
  readonly postId: string;
  readonly post: string;
  readonly division: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface PersonRecord {
  readonly person: PersonRow;
  /** Every appointment there ever was, the latest first. */
  readonly appointments: readonly HeldFromTo[];
}

/** @throws DomainError item.not-found */
export async function personRecord(tx: Tx, organizationId: OrganizationId, personId: string): Promise<PersonRecord> {
  const person = await personNamed(tx, organizationId, personId);
  const appointments: HeldFromTo[] = await tx.query(
    `select a.id, p.id as "postId", p.name as post, d.name as division, to_char(a.starts_on, 'YYYY-MM-DD') as "startsOn",
       to_char(a.ends_on, 'YYYY-MM-DD') as "endsOn"
     from appointment a
     join post p on p.organization_id = a.organization_id and p.id = a.post_id
     left join division d on d.organization_id = p.organization_id and d.id = p.division_id
     where a.organization_id = $1 and a.person_id = $2 order by a.starts_on desc, a.id desc`,
    [organizationId, personId],
  );
  return { person, appointments };
}

export interface ListedPost {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: PostKind;
  readonly divisionId: string | null;
  readonly division: string | null;
  /** The last day of an abolished post. */
  readonly endsOn: string | null;
  /** Who holds it today. */
  readonly holders: readonly string[];
}

/** Every post with its holders of today, in the order of the divisions, abolished ones last. @param postId only this one */
export const postsOf = (tx: Tx, organizationId: OrganizationId, postId?: string): Promise<ListedPost[]> =>
  tx.query(
    `select p.id, p.name, p.name_en as "nameEn", p.kind, p.division_id as "divisionId", d.name as division,
       to_char(p.ends_on, 'YYYY-MM-DD') as "endsOn",
       array(select n.name from appointment a join person n on n.organization_id = a.organization_id and n.id = a.person_id
         where a.organization_id = $1 and a.post_id = p.id and a.starts_on <= ${TODAY}
           and (a.ends_on is null or a.ends_on >= ${TODAY}) order by n.name) as holders
     from post p left join division d on d.organization_id = p.organization_id and d.id = p.division_id
     where p.organization_id = $1 and ($2::uuid is null or p.id = $2)
     order by p.ends_on is not null, d.position nulls first, p.name, p.id`,
    [organizationId, postId === undefined ? null : isUuid(postId) ? postId : NO_ID],
  );

const NO_ID = '00000000-0000-0000-0000-000000000000';

export interface ListedDivision {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Every division there is, will be or was, ended ones last. */
export const everyDivisionOf = (tx: Tx, organizationId: OrganizationId): Promise<ListedDivision[]> =>
  tx.query(
    `select id, name, position, to_char(starts_on, 'YYYY-MM-DD') as "startsOn", to_char(ends_on, 'YYYY-MM-DD') as "endsOn"
     from division where organization_id = $1 order by coalesce(ends_on < ${TODAY}, false), position, name`,
    [organizationId],
  );
