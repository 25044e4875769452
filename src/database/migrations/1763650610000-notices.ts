import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** What people are told, how each wants to be told, and the messages that carry it out of the house. */
export class Notices1763650610000 implements MigrationInterface {
  name = 'Notices1763650610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readers);
    await runner.query(messages);
    await runner.query(dispatch);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

const readers = `
create table notice (
  organization_id uuid not null references organization,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  item_kind text,
  item_id uuid,
  due_on date,
  in_app boolean not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  check ((item_kind is null) = (item_id is null))
);
create index notice_reader on notice (organization_id, person_id, created_at desc) where in_app;
create index notice_item on notice (organization_id, item_kind, item_id, kind, person_id, created_at);
${tenantTable('notice', 'select, insert, update (due_on, read_at)')}
create table notice_contact (
  organization_id uuid not null references organization,
  person_id uuid not null,
  email text check (length(email) <= 254),
  line_user_id text check (line_user_id ~ '^U[0-9a-f]{32}$'),
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
${tenantTable('notice_contact', 'select, insert, update, delete')}
create table notice_preference (
  organization_id uuid not null references organization,
  person_id uuid not null,
  kind text not null,
  in_app boolean not null,
  email text not null check (email in ('at-once', 'digest', 'off')),
  line text not null check (line in ('at-once', 'digest', 'off')),
  primary key (organization_id, person_id, kind),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
${tenantTable('notice_preference', 'select, insert, update, delete')}`;

/** A message gathers what goes to one person by one channel at one time. */
const messages = `
create table notice_message (
  organization_id uuid not null references organization,
  id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('email', 'line')),
  gathers_until timestamptz,
  state text not null default 'open' check (state in ('open', 'sent', 'failed', 'dropped')),
  created_at timestamptz not null,
  next_at timestamptz not null,
  epoch integer not null default 0,
  lease_until timestamptz,
  failures integer not null default 0,
  first_tried_at timestamptz,
  last_problem text,
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  check ((state = 'open') = (ended_at is null))
);
create unique index notice_message_gathering on notice_message (organization_id, person_id, channel, gathers_until)
  where gathers_until is not null;
create index notice_message_due on notice_message (next_at) where state = 'open';
${tenantTable('notice_message', 'select, insert, update')}
create table notice_part (
  organization_id uuid not null references organization,
  message_id uuid not null,
  notice_id uuid not null,
  primary key (organization_id, message_id, notice_id),
  foreign key (organization_id, message_id) references notice_message (organization_id, id),
  foreign key (organization_id, notice_id) references notice (organization_id, id)
);
create index notice_part_notice on notice_part (organization_id, notice_id);
${tenantTable('notice_part', 'select, insert')}`;

/** The postman's only look across tenants: who has messages that are due. */
const dispatch = `
create policy dispatch on notice_message to prongsai_dispatch using (true);
grant select on notice_message to prongsai_dispatch;
create function organizations_with_due_messages(at timestamptz, channels text[]) returns setof uuid
language sql security definer stable set search_path = public, pg_temp as $$
  select distinct organization_id from notice_message
  where state = 'open' and next_at <= at and (lease_until is null or lease_until <= at) and channel = any (channels)
$$;
revoke all on function organizations_with_due_messages(timestamptz, text[]) from public;
grant execute on function organizations_with_due_messages(timestamptz, text[]) to prongsai_app;
grant create on schema public to prongsai_dispatch;
alter function organizations_with_due_messages(timestamptz, text[]) owner to prongsai_dispatch;
revoke create on schema public from prongsai_dispatch;`;
