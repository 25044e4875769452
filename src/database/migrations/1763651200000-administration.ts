import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** One-time passwords, posts that end, quiet hours of one's own, reminders of the assessment year. */
export class Administration1763651200000 implements MigrationInterface {
  name = 'Administration1763651200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(people);
    await runner.query(wishes);
    await runner.query(milestones);
    await runner.query(dispatch);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** Sessions hold the version of the password they were opened with: a new password ends the others. */
const people = `
alter table person
  add column password_version integer not null default 0,
  add column one_time_until timestamptz;
alter table post add column ends_on date;`;

/** Quiet hours are minutes since midnight in Thailand; null means the usual ones. */
const wishes = `
alter table notice_contact
  add column quiet_from smallint check (quiet_from between 0 and 1439),
  add column quiet_until smallint check (quiet_until between 0 and 1439),
  add check ((quiet_from is null) = (quiet_until is null));
create index notice_unread on notice (organization_id, person_id) where in_app and read_at is null;`;

/** What the clock will say about the tasks of an assessment year; a task that moves to another day is told of again. */
const milestones = `
create table milestone_work (
  organization_id uuid not null references organization,
  id uuid not null,
  fiscal_year integer not null check (fiscal_year between 2500 and 2700),
  milestone text not null,
  task text not null,
  kind text not null check (kind in ('begin', 'before', 'after')),
  due_on date not null,
  planned_on date not null,
  fires_at timestamptz not null,
  fired_at timestamptz,
  cancelled_at timestamptz,
  outcome text check (outcome in ('told', 'nobody-to-tell', 'nothing-left', 'overtaken', 'past')),
  primary key (organization_id, id),
  unique (organization_id, fiscal_year, milestone, task, kind, due_on),
  check (fired_at is null or cancelled_at is null)
);
create index milestone_work_due on milestone_work (fires_at) where fired_at is null and cancelled_at is null;
${tenantTable('milestone_work', 'select, insert, update (fires_at, planned_on, fired_at, cancelled_at, outcome)')}`;

/** Organizations whose assessment year has something to say count as due, too. */
const dispatch = `
create policy dispatch on milestone_work to prongsai_dispatch using (true);
grant select on milestone_work to prongsai_dispatch;
grant create on schema public to prongsai_dispatch;
create function organizations_with_due_milestones(at timestamptz) returns setof uuid
language sql security definer stable set search_path = public, pg_temp as $$
  select distinct organization_id from milestone_work
  where fires_at <= at and fired_at is null and cancelled_at is null
$$;
revoke all on function organizations_with_due_milestones(timestamptz) from public;
grant execute on function organizations_with_due_milestones(timestamptz) to prongsai_app;
alter function organizations_with_due_milestones(timestamptz) owner to prongsai_dispatch;
revoke create on schema public from prongsai_dispatch;`;
