import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** What a time-stamping authority said about signed checkpoints. */
export class CheckpointStamps1763651540000 implements MigrationInterface {
  name = 'CheckpointStamps1763651540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(stamps);
    await runner.query(dispatch);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

const stamps = `
create table audit_stamp (
  organization_id uuid not null references organization,
  size bigint not null,
  token bytea not null check (length(token) between 1 and 65536),
  stamped_at timestamptz not null,
  authority text not null,
  made_at timestamptz not null default now(),
  primary key (organization_id, size),
  foreign key (organization_id, size) references audit_checkpoint (organization_id, size)
);
${tenantTable('audit_stamp', 'select, insert')}
create trigger audit_stamp_stands before update or delete on audit_stamp
  for each row execute function audit_refuse_change();
create trigger audit_stamp_kept before truncate on audit_stamp execute function audit_refuse_change();`;

/** Whose newest checkpoint no authority has seen, and none of its checkpoints lately. Sees numbers and times. */
const dispatch = `
create policy dispatch on audit_stamp for select to prongsai_dispatch using (true);
grant select (organization_id, size, made_at) on audit_stamp to prongsai_dispatch;
create function organizations_with_due_stamp(age interval) returns setof uuid
language sql security definer stable set search_path = public, pg_temp as $$
  select c.organization_id from (
    select organization_id, max(size) as size from audit_checkpoint group by organization_id
  ) c
  left join lateral (
    select s.size, s.made_at from audit_stamp s where s.organization_id = c.organization_id order by s.size desc limit 1
  ) last on true
  where last.size is null or (last.size < c.size and last.made_at <= now() - age)
$$;
revoke all on function organizations_with_due_stamp(interval) from public;
grant execute on function organizations_with_due_stamp(interval) to prongsai_app;
grant create on schema public to prongsai_dispatch;
alter function organizations_with_due_stamp(interval) owner to prongsai_dispatch;
revoke create on schema public from prongsai_dispatch;`;
