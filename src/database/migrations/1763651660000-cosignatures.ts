import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Which witnesses the logs of this installation are shown to, and how they cosigned. */
export class Cosignatures1763651660000 implements MigrationInterface {
  name = 'Cosignatures1763651660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(witnesses);
    await runner.query(cosignatures);
    await runner.query(dispatch);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** Chosen by the operator, for every log of the installation. */
const witnesses = `
create table log_witness (
  id uuid primary key,
  name text not null check (name ~ '^[^[:space:]+]{1,200}$'),
  public_key bytea not null unique check (length(public_key) = 32),
  url text not null check (url ~ '^https?://[^[:space:]]+$'),
  added_at timestamptz not null default now()
);
grant select, insert, delete on log_witness to prongsai_app;`;

const cosignatures = `
create table audit_cosignature (
  organization_id uuid not null references organization,
  size bigint not null,
  public_key bytea not null check (length(public_key) = 32),
  witness text not null,
  line text not null check (length(line) <= 1000),
  cosigned_at timestamptz not null,
  made_at timestamptz not null default now(),
  primary key (organization_id, size, public_key),
  foreign key (organization_id, size) references audit_checkpoint (organization_id, size)
);
${tenantTable('audit_cosignature', 'select, insert')}
create trigger audit_cosignature_stands before update or delete on audit_cosignature
  for each row execute function audit_refuse_change();
create trigger audit_cosignature_kept before truncate on audit_cosignature execute function audit_refuse_change();`;

/** Which witness has not cosigned whose newest checkpoint. Sees sizes and keys. */
const dispatch = `
create policy dispatch on audit_cosignature for select to prongsai_dispatch using (true);
grant select (organization_id, size, public_key) on audit_cosignature to prongsai_dispatch;
grant select (id, public_key) on log_witness to prongsai_dispatch;
create function due_cosignatures() returns table (organization_id uuid, witness_id uuid)
language sql security definer stable set search_path = public, pg_temp as $$
  select c.organization_id, w.id from log_witness w cross join (
    select organization_id, max(size) as size from audit_checkpoint group by organization_id
  ) c
  where not exists (
    select from audit_cosignature s
    where s.organization_id = c.organization_id and s.size = c.size and s.public_key = w.public_key
  )
$$;
revoke all on function due_cosignatures() from public;
grant execute on function due_cosignatures() to prongsai_app;
grant create on schema public to prongsai_dispatch;
alter function due_cosignatures() owner to prongsai_dispatch;
revoke create on schema public from prongsai_dispatch;`;
