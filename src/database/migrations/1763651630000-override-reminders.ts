import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** What the clock will say about emergency decisions that nobody has ratified. */
export class OverrideReminders1763651630000 implements MigrationInterface {
  name = 'OverrideReminders1763651630000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reminders);
    await runner.query(dispatch);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

const reminders = `
create table override_reminder (
  organization_id uuid not null references organization,
  override_id uuid not null,
  nth integer not null check (nth >= 1),
  fires_at timestamptz not null,
  fired_at timestamptz,
  cancelled_at timestamptz,
  outcome text check (outcome in ('told', 'nobody-to-tell', 'overtaken')),
  primary key (organization_id, override_id, nth),
  foreign key (organization_id, override_id) references item_override (organization_id, id),
  check (fired_at is null or cancelled_at is null)
);
create index override_reminder_due on override_reminder (fires_at) where fired_at is null and cancelled_at is null;
${tenantTable('override_reminder', 'select, insert, update (fired_at, cancelled_at, outcome)')}`;

/** The clock's look across tenants: whose reminders are due. */
const dispatch = `
create policy dispatch on override_reminder to prongsai_dispatch using (true);
grant select on override_reminder to prongsai_dispatch;
grant create on schema public to prongsai_dispatch;
create function organizations_with_due_overrides(at timestamptz) returns setof uuid
language sql security definer stable set search_path = public, pg_temp as $$
  select distinct organization_id from override_reminder
  where fires_at <= at and fired_at is null and cancelled_at is null
$$;
revoke all on function organizations_with_due_overrides(timestamptz) from public;
grant execute on function organizations_with_due_overrides(timestamptz) to prongsai_app;
alter function organizations_with_due_overrides(timestamptz) owner to prongsai_dispatch;
revoke create on schema public from prongsai_dispatch;`;
