/** Row-level security for a new table of tenants, bound for its owner too, and what the application may do with it. */
export const tenantTable = (name: string, grants: string): string => `
  alter table ${name} enable row level security;
  alter table ${name} force row level security;
  create policy tenant on ${name}
    using (organization_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (organization_id = nullif(current_setting('app.tenant', true), '')::uuid);
  grant ${grants} on ${name} to prongsai_app;`;
