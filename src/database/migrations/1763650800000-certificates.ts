import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Certificates that organizations seal with, and the public checker's only look across tenants. */
export class Certificates1763650800000 implements MigrationInterface {
  name = 'Certificates1763650800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(certificates);
    await runner.query(lookup);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** The key is destroyed when a certificate is replaced; what is known of the certificate stays. */
const certificates = `
create table organization_certificate (
  organization_id uuid not null references organization,
  id uuid not null,
  material bytea,
  subject text not null,
  issuer text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  replaced_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, uploaded_by) references person (organization_id, id),
  check ((material is null) = (replaced_at is not null)),
  check (valid_from < valid_to)
);
create unique index organization_certificate_in_force on organization_certificate (organization_id)
  where replaced_at is null;
${tenantTable('organization_certificate', 'select, insert, update (material, replaced_at)')}`;

/** Which organizations ever published these very bytes. Its owner sees two columns of one table and cannot log in. */
const lookup = `
create index public_entry_owners on public_entry (sha256);
create policy lookup on public_entry for select to prongsai_lookup using (true);
grant usage on schema public to prongsai_lookup;
grant select (organization_id, sha256) on public_entry to prongsai_lookup;
create function public_file_owners(file_sha256 text) returns setof uuid
language sql security definer stable set search_path = public, pg_temp as $$
  select distinct organization_id from public_entry where sha256 = file_sha256
$$;
revoke all on function public_file_owners(text) from public;
grant execute on function public_file_owners(text) to prongsai_app;
grant create on schema public to prongsai_lookup;
alter function public_file_owners(text) owner to prongsai_lookup;
revoke create on schema public from prongsai_lookup;`;
