import { organizationId } from '../../src/database/tenant.js';
import { stateOldRecords } from '../../src/organizations/state-old-records.js';
import { testAgency, type TestAgency } from '../support/agency.js';

const OLD = '018f6d2a-0000-7000-8000-00000000000a';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

/** As an earlier version of the product left it: rows, and a log that says nothing of them. */
async function anOldOrganization(): Promise<void> {
  await agency.database.look(
    `insert into organization select (jsonb_populate_record(o, jsonb_build_object('organization_id', $1::text, 'slug', 'old'))).*
     from organization o`,
    [OLD],
  );
  await agency.database.look(`insert into tenant_directory (slug, organization_id, name) values ('old', $1, 'เก่า')`, [
    OLD,
  ]);
  await agency.database.look(
    `insert into person (organization_id, id, name, user_name, password_hash)
     values ($1, gen_random_uuid(), 'นายสมมติ เก่า', 'old', 'x')`,
    [OLD],
  );
  await agency.database.look(
    `insert into post (organization_id, id, name, kind) values ($1, gen_random_uuid(), 'นักวิชาการ', 'officer')`,
    [OLD],
  );
}

const statements = (of: string): Promise<{ action: string; kind: string }[]> =>
  agency.database.look(
    `select event ->> 'action' as action, event ->> 'itemKind' as kind from audit_event
     where organization_id = $1 and event ->> 'contentHashAfter' <> '' order by seq`,
    [of],
  );

it('says once what stands in an organization that worked before its rows were stated', async () => {
  await anOldOrganization();
  const own = await statements(agency.organizationId);
  expect(await stateOldRecords(agency.unitOfWork)).toBe(1);
  expect(await statements(OLD)).toEqual([
    { action: 'record.state', kind: 'person' },
    { action: 'record.state', kind: 'post' },
  ]);
  expect(await statements(agency.organizationId)).toEqual(own);

  await agency.database.look(
    `insert into post (organization_id, id, name, kind) values ($1, gen_random_uuid(), 'ตำแหน่งปลอม', 'executive')`,
    [OLD],
  );
  expect(await stateOldRecords(agency.unitOfWork)).toBe(0);
  expect(await statements(organizationId(OLD))).toHaveLength(2);
});
