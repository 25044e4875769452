import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** What an agency says about holidays and milestones; signatures that are asked for, with what the clock will do about them. */
export class Schedule1763650600000 implements MigrationInterface {
  name = 'Schedule1763650600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(calendar);
    await runner.query(signatures);
    await runner.query(dispatch);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

const calendar = `
create table holiday_change (
  organization_id uuid not null references organization,
  day date not null,
  name text not null check (length(name) between 1 and 200),
  is_holiday boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  primary key (organization_id, day),
  foreign key (organization_id, changed_by) references person (organization_id, id)
);
${tenantTable('holiday_change', 'select, insert, update, delete')}
create table milestone_change (
  organization_id uuid not null references organization,
  fiscal_year integer not null check (fiscal_year between 2500 and 2700),
  name text not null,
  starts_on date not null,
  ends_on date not null,
  verified boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  primary key (organization_id, fiscal_year, name),
  foreign key (organization_id, changed_by) references person (organization_id, id),
  check (ends_on >= starts_on)
);
${tenantTable('milestone_change', 'select, insert, update, delete')}`;

/** A signature is asked of a post; it ends by a signature, a return, or when nobody needs it any more. */
const signatures = `
create table asked_signature (
  organization_id uuid not null references organization,
  id uuid not null,
  item_kind text not null,
  item_id uuid not null,
  round integer not null,
  stage text not null,
  step integer not null,
  post_id uuid not null,
  asked_at timestamptz not null,
  due_in_days integer,
  due_on date,
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, post_id) references post (organization_id, id),
  check ((due_in_days is null) = (due_on is null))
);
create unique index asked_signature_once on asked_signature (organization_id, item_kind, item_id, round, step, post_id)
  where ended_at is null;
create index asked_signature_due on asked_signature (organization_id, due_on) where ended_at is null;
${tenantTable('asked_signature', 'select, insert, update (due_on, ended_at)')}
create table timed_work (
  organization_id uuid not null references organization,
  id uuid not null,
  signature_id uuid not null,
  kind text not null check (kind in ('before', 'due', 'after', 'escalate')),
  nth integer not null check (nth >= 1),
  fires_at timestamptz not null,
  fired_at timestamptz,
  cancelled_at timestamptz,
  outcome text check (outcome in ('told', 'nobody-to-tell', 'overtaken')),
  primary key (organization_id, id),
  unique (organization_id, signature_id, kind, nth),
  foreign key (organization_id, signature_id) references asked_signature (organization_id, id),
  check (fired_at is null or cancelled_at is null)
);
create index timed_work_due on timed_work (fires_at) where fired_at is null and cancelled_at is null;
${tenantTable('timed_work', 'select, insert, update (fires_at, fired_at, cancelled_at, outcome)')}`;

/** The clock's only look across tenants: whose timed work is due. Its owner sees this one table. */
const dispatch = `
create policy dispatch on timed_work to prongsai_dispatch using (true);
grant select on timed_work to prongsai_dispatch;
create function organizations_with_due_time(at timestamptz) returns setof uuid
language sql security definer stable set search_path = public, pg_temp as $$
  select distinct organization_id from timed_work
  where fires_at <= at and fired_at is null and cancelled_at is null
$$;
revoke all on function organizations_with_due_time(timestamptz) from public;
grant execute on function organizations_with_due_time(timestamptz) to prongsai_app;
grant create on schema public to prongsai_dispatch;
alter function organizations_with_due_time(timestamptz) owner to prongsai_dispatch;
revoke create on schema public from prongsai_dispatch;`;
