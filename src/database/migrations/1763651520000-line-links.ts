import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** People link their LINE with a one-time code; a webhook that knows no organization brings the code back. */
export class LineLinks1763651520000 implements MigrationInterface {
  name = 'LineLinks1763651520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(codes);
    await runner.query(dispatch);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** One code for a person at a time. Events belong to no organization: their ids say that they were heard. */
const codes = `
alter table notice_contact add column line_linked_at timestamptz, add column line_lost_at timestamptz;
create index notice_contact_line on notice_contact (line_user_id) where line_user_id is not null;
create table line_code (
  organization_id uuid not null references organization,
  person_id uuid not null,
  code_hash bytea not null unique check (length(code_hash) = 32),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
${tenantTable('line_code', 'select, insert, update')}
create table line_event (id text primary key check (length(id) <= 100), heard_at timestamptz not null default now());
create index line_event_heard on line_event (heard_at);
grant select, insert, delete on line_event to prongsai_app;`;

/** The webhook's only looks across tenants: whose code it is, by its hash, and where a LINE user is linked. */
const dispatch = `
create policy dispatch on line_code to prongsai_dispatch using (true);
grant select (organization_id, code_hash, expires_at, used_at) on line_code to prongsai_dispatch;
create policy dispatch on notice_contact to prongsai_dispatch using (true);
grant select (organization_id, line_user_id) on notice_contact to prongsai_dispatch;
grant create on schema public to prongsai_dispatch;
create function organization_of_line_code(hash bytea) returns setof uuid
language sql security definer stable set search_path = public, pg_temp as $$
  select organization_id from line_code where code_hash = hash and used_at is null and expires_at > now()
$$;
create function organizations_with_line_user(line_user text) returns setof uuid
language sql security definer stable set search_path = public, pg_temp as $$
  select distinct organization_id from notice_contact where line_user_id = line_user
$$;
revoke all on function organization_of_line_code(bytea), organizations_with_line_user(text) from public;
grant execute on function organization_of_line_code(bytea), organizations_with_line_user(text) to prongsai_app;
alter function organization_of_line_code(bytea) owner to prongsai_dispatch;
alter function organizations_with_line_user(text) owner to prongsai_dispatch;
revoke create on schema public from prongsai_dispatch;`;
