import type { DataSource } from 'typeorm';

/**
 * Refuses to start with a role that row-level security does not bind, or on a table that forgot it.
 * @throws Error naming what is wrong and how to mend it
 */
export async function checkRole(dataSource: DataSource): Promise<void> {
  const problems: { problem: string }[] = await dataSource.query(`
    select 'role ' || rolname || ' is a superuser or has BYPASSRLS; use prongsai_app in DATABASE_URL' as problem
      from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
    union all
    select 'role ' || current_user || ' owns table ' || relname || '; use prongsai_app in DATABASE_URL'
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_get_userbyid(relowner) = current_user
    union all
    select 'table ' || c.relname || ' has no forced row-level security; run: npx prongsai migrate'
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'tenant_directory'
        and not (c.relrowsecurity and c.relforcerowsecurity)`);
  if (problems.length > 0) throw new Error(problems.map((row) => row.problem).join('\n'));
  const [thai]: { sorted: boolean }[] = await dataSource.query(`select 'ก' < 'ข' collate "und-x-icu" as sorted`);
  if (!thai?.sorted) throw new Error('the database cannot sort Thai; initialise it with an ICU locale');
}
