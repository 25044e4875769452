import type { DataSource } from 'typeorm';
import { testAgency, type TestAgency } from '../support/agency.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const FILE = 'ab'.repeat(32);

/** One entry of the public site, as the publisher puts it. */
const ENTER = `
  with frozen as (
    insert into edition (organization_id, id, item_kind, item_id, document_id, number, language, template, title, fiscal_year, snapshot, snapshot_hash, signed_at)
    values ($1, gen_random_uuid(), 'report', gen_random_uuid(), gen_random_uuid(), 1, 'th', 't.v1', 't', 2568, '{}', 'x', now())
    returning id, document_id
  )
  insert into public_entry (organization_id, document_id, language, generation, presence, kind, fiscal_year, title, sha256, edition_id, signed_at)
  select $1, document_id, 'th', 1, 'present', 'report', 2568, 't', $2, id, now() from frozen`;

describe("the public checker's look across organizations", () => {
  let database: TestDatabase;
  let source: DataSource;
  let agencies: readonly TestAgency[];

  beforeAll(async () => {
    database = await testDatabase();
    agencies = [
      await testAgency('one', database),
      await testAgency('two', database),
      await testAgency('three', database),
    ];
    source = await database.dataSource();
  });
  afterAll(() => database.close());

  const ownersOf = async (sha256: string): Promise<string[]> =>
    (await source.query<{ id: string }[]>('select public_file_owners($1) as id', [sha256])).map(({ id }) => id);

  it('names the organizations that published these very bytes, each once, and nobody else', async () => {
    expect(await ownersOf(FILE)).toEqual([]);
    const [one, two, three] = agencies.map(({ organizationId }) => organizationId);
    for (const id of [one, one, two]) await database.look(ENTER, [id, FILE]);
    await database.look(ENTER, [three, 'cd'.repeat(32)]);
    expect((await ownersOf(FILE)).sort()).toEqual([one, two].sort());
  });

  it('runs as a role that nobody logs in as and that sees two columns of one table', async () => {
    const [role] = await database.look(
      `select rolname as name, rolcanlogin as logs_in, rolsuper as rules, rolbypassrls as bypasses
       from pg_proc join pg_roles on pg_roles.oid = proowner where proname = 'public_file_owners' and prosecdef`,
    );
    expect(role).toEqual({ name: 'prongsai_lookup', logs_in: false, rules: false, bypasses: false });
    const seen = await database.look<{ column: string }>(
      `select c.relname || '.' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and has_column_privilege('prongsai_lookup', c.oid, a.attnum, 'select, insert, update')`,
    );
    expect(seen.map(({ column }) => column).sort()).toEqual(['public_entry.organization_id', 'public_entry.sha256']);
  });
});
