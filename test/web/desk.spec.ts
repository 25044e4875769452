import type { OrganizationId } from '../../src/database/tenant.js';
import type { Tx, UnitOfWork } from '../../src/database/unit-of-work.js';
import { Desk } from '../../src/web/desk.js';
import type { Visitor } from '../../src/web/visitor.js';
import { testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
beforeAll(async () => (agency = await testAgency()));
afterAll(() => agency.database.close());

const visitor = (userName: string, passwordVersion = 0): Visitor => ({
  organizationId: agency.organizationId,
  personId: agency.personId(userName),
  passwordVersion,
  authenticatedAt: 0,
  request: {
    requestId: '',
    clientAddress: '',
    sessionHash: '',
    authMethod: 'password',
    authAgeSeconds: '0',
  },
});
const sitsDown = (who: Visitor) => new Desk(agency.unitOfWork).at(who, async (_tx, me) => me);

describe('the desk', () => {
  it('knows who came, and how much they have not read, from one look at the person', async () => {
    await agency.database.look(
      `insert into notice (organization_id, id, person_id, kind, in_app, created_at, read_at)
       select $1, gen_random_uuid(), $2, 'waiting', n <> 3, now(), case when n = 4 then now() end from generate_series(1, 5) n`,
      [agency.organizationId, agency.personId('chief')],
    );
    const asked: string[] = [];
    const listening = {
      inTenant: (organizationId: OrganizationId, work: (tx: Tx) => Promise<unknown>) =>
        agency.unitOfWork.inTenant(organizationId, (tx) => {
          const query = tx.queryRunner?.query.bind(tx.queryRunner);
          if (tx.queryRunner && query) {
            tx.queryRunner.query = ((sql: string, ...rest: never[]) => {
              asked.push(sql);
              return query(sql, ...rest);
            }) as typeof query; // the same call, heard
          }
          return work(tx);
        }),
    } as unknown as UnitOfWork; // the desk asks for nothing else
    const me = await new Desk(listening).at(visitor('chief'), async (_tx, found) => found);
    expect([me.person.userName, me.unreadNotices]).toEqual(['chief', 3]);
    expect(asked.filter((sql) => /\bnotice\b/.test(sql))).toHaveLength(1);
    expect(asked.filter((sql) => /\bnotice\b/.test(sql) && /"person"/.test(sql))).toHaveLength(1);
  });

  it('finds the unread without reading those that were read', async () => {
    const { organizationId } = agency;
    await agency.database.look(
      `insert into notice (organization_id, id, person_id, kind, in_app, created_at, read_at)
       select $1, gen_random_uuid(), $2, 'decided', true, now(), now() from generate_series(1, 20000)`,
      [organizationId, agency.personId('executive')],
    );
    await agency.database.look('vacuum analyze notice');
    const plan = await agency.database.look<Record<string, string>>(
      `explain select count(*) from notice where organization_id = $1 and person_id = $2 and in_app and read_at is null`.replace(
        /\$([12])/g,
        (_all, number: string) => `'${number === '1' ? organizationId : agency.personId('executive')}'`,
      ),
    );
    expect(JSON.stringify(plan)).toContain('notice_unread');
  });

  it('sends away who got a new password elsewhere, and lets nobody work with a one-time secret', async () => {
    await expect(sitsDown(visitor('officer', 1))).rejects.toMatchObject({ code: 'sign-in.required' });
    await agency.database.look(
      `update person set one_time_until = now() + interval '1 day' where user_name = 'officer'`,
    );
    await expect(sitsDown(visitor('officer'))).rejects.toMatchObject({ code: 'sign-in.new-password' });
  });
});
