import { Client } from 'pg';
import { seedDemo } from '../app/demo-organization.js';
import { withUnitOfWork } from '../app/with-database.js';
import type { OrganizationId } from '../database/tenant.js';
import { bulkInsert } from './bulk-insert.js';
import { decadeOf, type Decade, type Hands } from './desk-years.js';

/** An organization with a past, and what waits there for its executive. */
export interface BenchOrganization {
  readonly slug: string;
  readonly waiting: Decade['waiting'];
}

/** Organizations with ten years each; the years are written in bulk as superuser. */
export async function seedOrganizations(
  appUrl: string,
  superuserUrl: string,
  count: number,
): Promise<BenchOrganization[]> {
  const superuser = new Client({ connectionString: superuserUrl });
  await superuser.connect();
  try {
    return await withUnitOfWork(appUrl, async (unitOfWork) => {
      const organizations: BenchOrganization[] = [];
      for (let number = 1; number <= count; number += 1) {
        const slug = `bench-${number}`;
        organizations.push({ slug, waiting: await addDecade(superuser, await seedDemo(unitOfWork, slug)) });
      }
      await superuser.query('vacuum analyze');
      return organizations;
    });
  } finally {
    await superuser.end();
  }
}

async function addDecade(superuser: Client, organizationId: OrganizationId): Promise<Decade['waiting']> {
  const { rows } = await superuser.query<{ seq: string; hash: Buffer }>(
    'select seq, hash from audit_head where organization_id = $1',
    [organizationId],
  );
  const [start] = rows;
  if (!start) throw new Error('registering an organization begins its log');
  const decade = decadeOf(await handsOf(superuser, organizationId), { seq: Number(start.seq), hash: start.hash });
  await superuser.query('begin');
  for (const [table, its] of Object.entries(decade.tables)) await bulkInsert(superuser, table, its);
  await superuser.query('update audit_head set seq = $2, hash = $3 where organization_id = $1', [
    organizationId,
    decade.head.seq,
    decade.head.hash,
  ]);
  await superuser.query('commit');
  return decade.waiting;
}

async function handsOf(superuser: Client, organizationId: OrganizationId): Promise<Hands> {
  const { rows } = await superuser.query<{ name: string; personId: string; postId: string; divisionId: string }>(
    `select n.user_name as name, n.id as "personId", p.id as "postId", p.division_id as "divisionId"
     from person n join appointment a on a.organization_id = n.organization_id and a.person_id = n.id
     join post p on p.organization_id = a.organization_id and p.id = a.post_id where n.organization_id = $1`,
    [organizationId],
  );
  const route = await superuser.query<{ id: string }>(
    `select id from route where organization_id = $1 and item_kind = 'measure'`,
    [organizationId],
  );
  const hand = (name: string): { personId: string; postId: string; divisionId: string } => {
    const found = rows.find((row) => row.name === name);
    if (!found) throw new Error(`nobody in the demo is called ${name}`);
    return found;
  };
  const [officer, head, executive] = [hand('officer'), hand('head-finance'), hand('executive')];
  return { organizationId, divisionId: head.divisionId, routeId: route.rows[0]?.id ?? '', officer, head, executive };
}
