import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { appendBeginnings } from '../audit/state-records.js';
import type { RouteStep } from '../core/route/route.js';
import { organizationId, type OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import {
  AppointmentRow,
  DivisionRow,
  OrganizationRow,
  PersonRow,
  PostRow,
  type PostKind,
} from './organization.entities.js';

export interface NewOrganization {
  /** Lower-case letters, digits and hyphens; part of every public address. */
  readonly slug: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly shortName: string;
  readonly kind: string;
  readonly district: string;
  readonly districtEn?: string;
  readonly province: string;
  readonly provinceEn?: string;
  readonly divisions: readonly string[];
  readonly people: readonly NewPerson[];
  /** First day of divisions and appointments, YYYY-MM-DD. */
  readonly since: string;
}

export interface NewPerson {
  readonly name: string;
  readonly nameEn?: string;
  readonly userName: string;
  readonly passwordHash: string;
  readonly posts: readonly {
    readonly name: string;
    readonly nameEn?: string;
    readonly kind: PostKind;
    readonly division?: string;
  }[];
}

/** Who signs when an organization has not said otherwise (PRODUCT, Lifecycles). */
const DEFAULT_ROUTES: Readonly<Record<string, readonly RouteStep[]>> = {
  measure: [
    { stage: 'review', approvers: 'responsible_division_heads', need: 'all', dueInDays: 5 },
    { stage: 'approval', approvers: 'executive', need: 'any', dueInDays: 5 },
    { stage: 'results', approvers: 'responsible_division_heads', need: 'all', dueInDays: 5 },
  ],
  report: [{ stage: 'signing', approvers: 'chief_administrator', need: 'any', dueInDays: 3 }],
  announcement: [{ stage: 'signing', approvers: 'executive', need: 'any', dueInDays: 3 }],
};

/** A new tenant with its divisions, people, posts and the usual routes. */
export async function registerOrganization(unitOfWork: UnitOfWork, given: NewOrganization): Promise<OrganizationId> {
  const id = organizationId(uuidv7());
  await unitOfWork.inTenant(id, async (tx) => {
    const {
      slug,
      name,
      nameEn = null,
      shortName,
      kind,
      district,
      districtEn = null,
      province,
      provinceEn = null,
    } = given;
    await tx.insert(OrganizationRow, {
      organizationId: id,
      slug,
      name,
      nameEn,
      shortName,
      kind,
      district,
      districtEn,
      province,
      provinceEn,
      digits: 'thai',
    });
    await tx.query('insert into tenant_directory (slug, organization_id, name) values ($1, $2, $3)', [slug, id, name]);
    const divisions = await addDivisions(tx, id, given);
    for (const person of given.people) await addPerson(tx, id, person, divisions, given.since);
    await addRoutes(tx, id);
    await appendAudit(tx, { action: 'organization.register', itemKind: 'organization', itemId: id });
    await appendBeginnings(tx, id);
  });
  return id;
}

async function addRoutes(tx: Tx, id: OrganizationId): Promise<void> {
  for (const [itemKind, steps] of Object.entries(DEFAULT_ROUTES)) {
    await tx.query('insert into route (organization_id, id, item_kind, version, steps) values ($1, $2, $3, 1, $4)', [
      id,
      uuidv7(),
      itemKind,
      JSON.stringify(steps),
    ]);
  }
}

async function addDivisions(
  tx: Tx,
  organizationId: OrganizationId,
  given: NewOrganization,
): Promise<Map<string, string>> {
  const rows = given.divisions.map((name, index) => ({
    organizationId,
    id: uuidv7(),
    name,
    position: index + 1,
    startsOn: given.since,
    endsOn: null,
  }));
  await tx.insert(DivisionRow, rows);
  return new Map(rows.map((row) => [row.name, row.id]));
}

async function addPerson(
  tx: Tx,
  organizationId: OrganizationId,
  { name, nameEn, userName, passwordHash, posts }: NewPerson,
  divisions: ReadonlyMap<string, string>,
  startsOn: string,
): Promise<void> {
  const personId = uuidv7();
  await tx.insert(PersonRow, {
    organizationId,
    id: personId,
    name,
    nameEn: nameEn ?? null,
    userName,
    passwordHash,
    closedAt: null,
  });
  for (const post of posts) {
    const postId = uuidv7();
    const divisionId = post.division ? (divisions.get(post.division) ?? null) : null;
    if (post.division && !divisionId) throw new Error(`the post ${post.name} names no division of the organization`);
    await tx.insert(PostRow, {
      organizationId,
      id: postId,
      name: post.name,
      nameEn: post.nameEn ?? null,
      kind: post.kind,
      divisionId,
    });
    await tx.insert(AppointmentRow, { organizationId, id: uuidv7(), personId, postId, startsOn, endsOn: null });
  }
}
