import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Append-only chained log (RELIABILITY section 5). One function writes; nobody may change what stands. */
export class Audit1763650100000 implements MigrationInterface {
  name = 'Audit1763650100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(append);
    await runner.query(protect);
  }

  async down(): Promise<void> {
    throw new Error('The audit log has no way back.');
  }
}

const tables = `
create table audit_head (
  organization_id uuid primary key references organization,
  created_at text not null,
  seq bigint not null default 0,
  hash bytea not null
);
create table audit_event (
  organization_id uuid not null references organization,
  seq bigint not null,
  bytes bytea not null,
  hash bytea not null,
  event jsonb not null,
  primary key (organization_id, seq)
);
create index audit_event_item on audit_event (organization_id, (event ->> 'itemKind'), (event ->> 'itemId'), seq);`;

/**
 * Canonical JSON by hand: the keys are fixed and sorted, the values are strings, and to_json escapes strings as
 * RFC 8785 does. The tenant comes from the transaction, never from the caller.
 */
const append = `
create function audit_append(given jsonb) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  head audit_head%rowtype;
  stamp text := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  keys constant text[] := array['action','actorPersonId','actorPostId','at','authAgeSeconds','authMethod','clientAddress',
    'contentHashAfter','contentHashBefore','fileSha256','fromState','itemId','itemKind','onBehalfOf','organizationId',
    'reasonHash','requestId','schema','seq','sessionHash','softwareVersion','toState'];
  event jsonb;
  canonical bytea;
  next_hash bytea;
begin
  if tenant is null then raise exception 'audit_append needs a tenant'; end if;
  if exists (select 1 from jsonb_object_keys(given) k where not k = any (keys)) then
    raise exception 'audit_append: unknown key';
  end if;
  if exists (select 1 from jsonb_each_text(given) v where v.value is not nfc normalized)
    or coalesce(given ->> 'action', '') !~ '^\\S+$'
    or coalesce(given ->> 'authAgeSeconds', '') !~ '^(0|[1-9][0-9]*)?$' then
    raise exception 'audit_append: a value the verifier would refuse';
  end if;
  select * into head from audit_head where organization_id = tenant for update;
  if not found then
    insert into audit_head values (tenant, stamp, 0,
      sha256('\\x02'::bytea || convert_to('tenant-log-v1', 'UTF8') || uuid_send(tenant) || int8send(0) || convert_to(stamp, 'UTF8')))
    on conflict do nothing;
    select * into head from audit_head where organization_id = tenant for update;
  end if;
  event := given || jsonb_build_object('at', stamp, 'organizationId', tenant::text, 'seq', (head.seq + 1)::text, 'schema', 'prongsai-event.v1');
  select convert_to('{' || string_agg(to_json(key)::text || ':' || to_json(coalesce(event ->> key, ''))::text, ',' order by at) || '}', 'UTF8')
    into canonical from unnest(keys) with ordinality as listed (key, at);
  next_hash := sha256('\\x02'::bytea || convert_to('tenant-log-v1', 'UTF8') || uuid_send(tenant) || int8send(head.seq + 1)
    || head.hash || int4send(length(canonical)) || canonical);
  insert into audit_event values (tenant, head.seq + 1, canonical, next_hash, convert_from(canonical, 'UTF8')::jsonb);
  update audit_head set seq = head.seq + 1, hash = next_hash where organization_id = tenant;
  return head.seq + 1;
end $$;`;

const protect = `
create function audit_refuse_change() returns trigger language plpgsql as $$
begin raise exception 'the audit log is append-only'; end $$;
create trigger audit_event_stands before update or delete on audit_event for each row execute function audit_refuse_change();
create trigger audit_event_kept before truncate on audit_event execute function audit_refuse_change();
create trigger audit_head_kept before delete or truncate on audit_head execute function audit_refuse_change();
alter table audit_head enable row level security;
alter table audit_head force row level security;
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy tenant on audit_head
  using (organization_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (organization_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy tenant on audit_event
  using (organization_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (organization_id = nullif(current_setting('app.tenant', true), '')::uuid);
revoke all on function audit_append(jsonb) from public;
grant select on audit_head, audit_event to prongsai_app;
grant execute on function audit_append(jsonb) to prongsai_app;
grant usage, create on schema public to prongsai_audit;
grant references on organization to prongsai_audit;
grant select on organization to prongsai_audit;
alter table audit_head owner to prongsai_audit;
alter table audit_event owner to prongsai_audit;
alter function audit_append(jsonb) owner to prongsai_audit;
revoke create on schema public from prongsai_audit;`;
