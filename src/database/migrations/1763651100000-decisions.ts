import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Returns to an earlier step, signatures handed to another holder, and what each person last saw of an item. */
export class Decisions1763651100000 implements MigrationInterface {
  name = 'Decisions1763651100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(returns);
    await runner.query(reassignments);
    await runner.query(sights);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** A decision stays for ever; a return to its step or an earlier one only sets it aside. */
const returns = `
alter table decision
  add column reason_code text,
  add column back_to_step integer,
  add column set_aside_by uuid,
  add foreign key (organization_id, set_aside_by) references decision (organization_id, id);
drop index decision_once;
create unique index decision_once on decision (organization_id, item_kind, item_id, round, stage, step, post_id)
  where affirms and set_aside_by is null;
grant update (set_aside_by) on decision to prongsai_app;`;

/** The newest row of a slot says who is asked; the reason is the decision's. */
const reassignments = `
create table reassignment (
  organization_id uuid not null references organization,
  id uuid not null,
  item_kind text not null,
  item_id uuid not null,
  round integer not null,
  step integer not null,
  post_id uuid not null,
  to_person_id uuid not null,
  decision_id uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  foreign key (organization_id, post_id) references post (organization_id, id),
  foreign key (organization_id, to_person_id) references person (organization_id, id),
  foreign key (organization_id, decision_id) references decision (organization_id, id)
);
create index reassignment_item on reassignment (organization_id, item_kind, item_id, round);
${tenantTable('reassignment', 'select, insert')}`;

const sights = `
create table item_sight (
  organization_id uuid not null references organization,
  person_id uuid not null,
  item_kind text not null,
  item_id uuid not null,
  seen_version integer not null,
  seen_event bigint not null,
  content jsonb not null,
  content_hash text not null,
  seen_at timestamptz not null default now(),
  primary key (organization_id, person_id, item_kind, item_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
${tenantTable('item_sight', 'select, insert, update (seen_version, seen_event, content, content_hash, seen_at)')}`;
