import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Keys, signed checkpoints and export bundles of the audit log; the checkpoint that each edition carries. */
export class Checkpoints1763651000000 implements MigrationInterface {
  name = 'Checkpoints1763651000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(checkpoints);
    await runner.query(editions);
    await runner.query(bundles);
    await runner.query(dispatch);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** A key counts from the event on that announces it. The frontier lets the next checkpoint go on without reading the past. */
const checkpoints = `
set role prongsai_audit;
grant references on audit_event to prongsai_owner;
reset role;
create table audit_log_key (
  organization_id uuid not null references organization,
  since bigint not null check (since > 0),
  public_key bytea not null check (length(public_key) = 32),
  endorsement text not null,
  made_at timestamptz not null default now(),
  primary key (organization_id, since),
  foreign key (organization_id, since) references audit_event (organization_id, seq)
);
${tenantTable('audit_log_key', 'select, insert')}
create table audit_checkpoint (
  organization_id uuid not null references organization,
  size bigint not null check (size > 0),
  root bytea not null check (length(root) = 32),
  head bytea not null check (length(head) = 32),
  frontier bytea not null,
  note text not null,
  made_at timestamptz not null default now(),
  primary key (organization_id, size),
  foreign key (organization_id, size) references audit_event (organization_id, seq)
);
${tenantTable('audit_checkpoint', 'select, insert')}
create function audit_checkpoint_grows() returns trigger language plpgsql as $$
begin
  if exists (select 1 from audit_checkpoint c where c.organization_id = new.organization_id and c.size >= new.size) then
    raise exception 'a checkpoint of % events is not newer than the last', new.size;
  end if;
  return new;
end $$;
create trigger audit_checkpoint_grows before insert on audit_checkpoint
  for each row execute function audit_checkpoint_grows();
create trigger audit_checkpoint_stands before update or delete on audit_checkpoint
  for each row execute function audit_refuse_change();
create trigger audit_checkpoint_kept before truncate on audit_checkpoint execute function audit_refuse_change();
create trigger audit_log_key_stands before update or delete on audit_log_key
  for each row execute function audit_refuse_change();
create trigger audit_log_key_kept before truncate on audit_log_key execute function audit_refuse_change();`;

/** Printed into the file: once it stands it stays, so that printing again gives the same bytes. */
const editions = `
alter table edition add column checkpoint text;
create function edition_keeps_checkpoint() returns trigger language plpgsql as $$
begin
  if old.checkpoint is not null and new.checkpoint is distinct from old.checkpoint then
    raise exception 'the checkpoint of edition % stands', old.id;
  end if;
  return new;
end $$;
create trigger edition_keeps_checkpoint before update on edition
  for each row execute function edition_keeps_checkpoint();`;

const bundles = `
create table audit_export (
  organization_id uuid not null references organization,
  id uuid not null,
  item_kind text check (item_kind in ('measure', 'report', 'announcement')),
  item_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  made_at timestamptz,
  log_size bigint,
  bytes bigint,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (organization_id, id),
  foreign key (organization_id, asked_by) references person (organization_id, id),
  check ((item_kind is null) = (item_id is null)),
  check ((made_at is null) = (sha256 is null))
);
create index audit_export_newest on audit_export (organization_id, asked_at desc);
${tenantTable('audit_export', 'select, insert, update (made_at, log_size, bytes, sha256)')}`;

/** The clock's only look across tenants here: whose log has grown since its last checkpoint. Sees numbers and times. */
const dispatch = `
set role prongsai_audit;
create policy dispatch on audit_head for select to prongsai_dispatch using (true);
grant select (organization_id, seq) on audit_head to prongsai_dispatch;
reset role;
create policy dispatch on audit_checkpoint for select to prongsai_dispatch using (true);
grant select (organization_id, size, made_at) on audit_checkpoint to prongsai_dispatch;
create function organizations_with_due_checkpoint(age interval, growth bigint) returns setof uuid
language sql security definer stable set search_path = public, pg_temp as $$
  select h.organization_id from audit_head h
  left join lateral (
    select c.size, c.made_at from audit_checkpoint c where c.organization_id = h.organization_id
    order by c.size desc limit 1
  ) last on true
  where h.seq > coalesce(last.size, 0)
    and (last.size is null or last.made_at <= now() - age or h.seq - last.size >= growth)
$$;
revoke all on function organizations_with_due_checkpoint(interval, bigint) from public;
grant execute on function organizations_with_due_checkpoint(interval, bigint) to prongsai_app;
grant create on schema public to prongsai_dispatch;
alter function organizations_with_due_checkpoint(interval, bigint) owner to prongsai_dispatch;
revoke create on schema public from prongsai_dispatch;`;
