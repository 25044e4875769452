import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tenants, people, items, decisions, work, editions, publications. Roles exist already (prepare-database.ts). */
export class Foundation1763650000000 implements MigrationInterface {
  name = 'Foundation1763650000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [directory, people, routes, items, decisions, work, editions, publications, sessions]) {
      await runner.query(statement);
    }
    await runner.query(protectTenantTables);
    await runner.query(dispatch);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** tenant_directory is the one list that is read before the tenant is known: slug and display name, nothing else. */
const directory = `
create table tenant_directory (
  slug text primary key check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  organization_id uuid not null unique,
  name text not null
);
create table organization (
  organization_id uuid primary key,
  slug text not null,
  name text not null,
  name_en text,
  short_name text not null,
  kind text not null,
  district text not null,
  district_en text,
  province text not null,
  province_en text,
  website text,
  digits text not null default 'thai' check (digits in ('thai', 'arabic')),
  created_at timestamptz not null default now()
);`;

const people = `
create table division (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  position integer not null,
  starts_on date not null,
  ends_on date,
  primary key (organization_id, id)
);
create unique index division_name on division (organization_id, name) where ends_on is null;
create table person (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  name_en text,
  user_name text not null,
  password_hash text not null,
  closed_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, user_name)
);
create table post (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  name_en text,
  kind text not null check (kind in ('officer', 'division_head', 'chief_administrator', 'executive', 'administrator', 'auditor')),
  division_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, division_id) references division (organization_id, id),
  check (kind <> 'division_head' or division_id is not null)
);
create table appointment (
  organization_id uuid not null references organization,
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  starts_on date not null,
  ends_on date,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, post_id) references post (organization_id, id),
  check (ends_on is null or ends_on >= starts_on)
);
create index appointment_post on appointment (organization_id, post_id);
create index appointment_person on appointment (organization_id, person_id);`;

const routes = `
create table route (
  organization_id uuid not null references organization,
  id uuid not null,
  item_kind text not null,
  version integer not null,
  steps jsonb not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, item_kind, version)
);`;

const itemColumns = `
  organization_id uuid not null references organization,
  id uuid not null,
  fiscal_year integer not null check (fiscal_year between 2500 and 2700),
  state text not null,
  version integer not null default 1,
  round integer not null default 0,
  content jsonb not null,
  content_hash text not null,
  route_id uuid,
  submitted_by uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, route_id) references route (organization_id, id),
  foreign key (organization_id, submitted_by) references person (organization_id, id),
  foreign key (organization_id, created_by) references person (organization_id, id)`;

const items = `
create table measure (
  title text not null,
  position integer not null,
  import_key text,
  ${itemColumns},
  check (state in ('draft', 'division_review', 'executive_review', 'approved', 'results_review', 'completed', 'cancelled'))
);
create unique index measure_import_key on measure (organization_id, fiscal_year, import_key) where import_key is not null;
create index measure_year on measure (organization_id, fiscal_year, position);
create table report (
  kind text not null,
  title text not null,
  document_id uuid not null,
  ${itemColumns},
  check (state in ('draft', 'signing', 'signed', 'published', 'superseded', 'withdrawn'))
);
create table announcement (
  template text not null,
  title text not null,
  document_id uuid not null,
  ${itemColumns},
  check (state in ('draft', 'signing', 'signed', 'published', 'superseded', 'withdrawn'))
);
create table item_version (
  organization_id uuid not null references organization,
  id uuid not null,
  item_kind text not null,
  item_id uuid not null,
  number integer not null,
  content jsonb not null,
  content_hash text not null,
  frozen_by uuid not null,
  frozen_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, item_kind, item_id, number),
  foreign key (organization_id, frozen_by) references person (organization_id, id)
);`;

const decisions = `
create table decision (
  organization_id uuid not null references organization,
  id uuid not null,
  item_kind text not null,
  item_id uuid not null,
  round integer not null,
  stage text not null,
  step integer not null,
  act text not null,
  post_id uuid not null,
  person_id uuid not null,
  shown_hash text not null,
  reason text,
  reason_key bytea,
  affirms boolean not null,
  decided_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, post_id) references post (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create unique index decision_once on decision (organization_id, item_kind, item_id, round, stage, step, post_id) where affirms;
create table request_key (
  organization_id uuid not null references organization,
  person_id uuid not null,
  key text not null,
  fingerprint text not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (organization_id, person_id, key),
  foreign key (organization_id, person_id) references person (organization_id, id)
);`;

const work = `
create table work (
  organization_id uuid not null references organization,
  id uuid not null,
  step text not null,
  ref_id uuid not null,
  state text not null default 'open' check (state in ('open', 'done', 'quarantined')),
  epoch integer not null default 0,
  lease_until timestamptz,
  claims integer not null default 0,
  failures integer not null default 0,
  next_at timestamptz not null default now(),
  dispatched_at timestamptz,
  dispatch_no integer not null default 0,
  last_problem text,
  last_problem_at timestamptz,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, step, ref_id)
);
create index work_due on work (next_at) where state = 'open';`;

const editions = `
create table edition (
  organization_id uuid not null references organization,
  id uuid not null,
  item_kind text not null,
  item_id uuid not null,
  document_id uuid not null,
  number integer not null,
  language text not null,
  template text not null,
  title text not null,
  fiscal_year integer not null,
  snapshot jsonb not null,
  snapshot_hash text not null,
  signed_at timestamptz not null,
  state text not null default 'frozen' check (state in ('frozen', 'rendered', 'sealed')),
  rendered_sha256 text,
  rendered_at timestamptz,
  sealed_sha256 text,
  sealed_at timestamptz,
  seal_level text,
  seal_is_demo boolean,
  primary key (organization_id, id),
  unique (organization_id, document_id, language, number)
);
create index edition_item on edition (organization_id, item_kind, item_id);`;

/** publication is what we want and what we saw; public_entry is what the built-in site holds, one row a generation. */
const publications = `
create table publication (
  organization_id uuid not null references organization,
  id uuid not null,
  document_id uuid not null,
  language text not null,
  target text not null,
  edition_id uuid not null,
  item_kind text not null,
  item_id uuid not null,
  address text not null,
  desired text not null check (desired in ('present', 'tombstone')),
  desired_sha256 text not null,
  generation integer not null default 1,
  observed text not null default 'unknown' check (observed in ('unknown', 'present', 'absent')),
  observed_sha256 text,
  observed_generation integer not null default 0,
  observed_at timestamptz,
  verified_at timestamptz,
  settled_at timestamptz,
  withdrawn_reason text,
  primary key (organization_id, id),
  unique (organization_id, document_id, language, target),
  foreign key (organization_id, edition_id) references edition (organization_id, id)
);
create table publication_attempt (
  organization_id uuid not null references organization,
  id uuid not null,
  publication_id uuid not null,
  generation integer not null,
  step text not null,
  outcome text not null,
  seen_sha256 text,
  attempted_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, publication_id) references publication (organization_id, id)
);
create table public_entry (
  organization_id uuid not null references organization,
  document_id uuid not null,
  language text not null,
  generation integer not null,
  presence text not null check (presence in ('present', 'tombstone')),
  kind text not null,
  fiscal_year integer not null,
  title text not null,
  sha256 text not null,
  edition_id uuid not null,
  signed_at timestamptz not null,
  reason text,
  put_at timestamptz not null default now(),
  primary key (organization_id, document_id, language, generation),
  foreign key (organization_id, edition_id) references edition (organization_id, id)
);
create index public_entry_year on public_entry (organization_id, fiscal_year, kind);
create index public_entry_file on public_entry (organization_id, sha256);`;

/** Rows of the session store and the rate limiter: keyed by unguessable or hashed keys, no tenant data. */
const sessions = `
create table http_session (sid text primary key, sess json not null, expire timestamp(6) not null);
create index http_session_expire on http_session (expire);
create table rate_limit (key text primary key, points integer not null default 0, expire bigint);`;

/** An empty setting means "no tenant": after a local setting ends it is '' on reused connections, hence nullif. */
const protectTenantTables = `
do $$
declare name text;
begin
  for name in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attname = 'organization_id' and c.relname <> 'tenant_directory'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy tenant on %I
      using (organization_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (organization_id = nullif(current_setting('app.tenant', true), '')::uuid)$policy$, name);
  end loop;
end $$;
grant usage on schema public to prongsai_app;
grant select, insert, update, delete on
  division, person, post, appointment, measure, report, announcement,
  request_key, publication, http_session, rate_limit to prongsai_app;
grant select, insert, update on organization, work, edition, public_entry to prongsai_app;
grant select, insert on tenant_directory, route, item_version, decision, publication_attempt to prongsai_app;`;

/**
 * The relay's only look across tenants: ids of due work, taken fairly. At most `batch` jobs, and `per_tenant` of one
 * organization, are under way at once: a long backlog waits here, not in the queue.
 * Its owner is a role that nobody logs in as and that sees this one table.
 */
const dispatch = `
create policy dispatch on work to prongsai_dispatch using (true) with check (true);
grant usage on schema public to prongsai_dispatch;
grant select, update on work to prongsai_dispatch;
create function dispatch_due_work(batch integer, per_tenant integer, redispatch_after interval)
returns table (work_id uuid, organization_id uuid, step text, dispatch_no integer)
language sql security definer set search_path = public, pg_temp as $$
  with open as (
    select w.organization_id, w.id, w.next_at,
           w.next_at <= now() and (w.lease_until is null or w.lease_until < now())
             and (w.dispatched_at is null or w.dispatched_at < greatest(w.next_at, now() - redispatch_after)) as is_due,
           w.lease_until > now()
             or w.dispatched_at >= greatest(w.next_at, now() - redispatch_after) as is_under_way
    from work w where w.state = 'open'
  ), under_way as (
    select o.organization_id, count(*) as jobs from open o where o.is_under_way group by o.organization_id
  ), due as (
    select o.organization_id, o.id, o.next_at, coalesce(u.jobs, 0)
           + row_number() over (partition by o.organization_id order by o.next_at, o.id) as turn
    from open o left join under_way u using (organization_id) where o.is_due
  ), chosen as (
    select w.organization_id, w.id from work w
    join due on due.organization_id = w.organization_id and due.id = w.id
    where due.turn <= per_tenant and w.state = 'open'
    order by due.turn, w.next_at
    limit greatest(batch - (select coalesce(sum(jobs), 0) from under_way), 0)
    for update of w skip locked
  )
  update work w set dispatched_at = now(), dispatch_no = w.dispatch_no + 1
  from chosen where w.organization_id = chosen.organization_id and w.id = chosen.id
  returning w.id, w.organization_id, w.step, w.dispatch_no
$$;
revoke all on function dispatch_due_work(integer, integer, interval) from public;
grant execute on function dispatch_due_work(integer, integer, interval) to prongsai_app;
grant create on schema public to prongsai_dispatch;
alter function dispatch_due_work(integer, integer, interval) owner to prongsai_dispatch;
revoke create on schema public from prongsai_dispatch;`;
