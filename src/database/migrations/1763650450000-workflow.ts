import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Overrides until ratified, comments on items, amendments beside the version in force. */
export class Workflow1763650450000 implements MigrationInterface {
  name = 'Workflow1763650450000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table measure add column amends_id uuid;
      alter table measure add foreign key (organization_id, amends_id) references measure (organization_id, id);
      create unique index measure_one_open_amendment on measure (organization_id, amends_id)
        where amends_id is not null and state in ('draft', 'division_review', 'executive_review');
      create table item_override (
        organization_id uuid not null references organization,
        id uuid not null,
        item_kind text not null,
        item_id uuid not null,
        round integer not null,
        transition text not null,
        person_id uuid not null,
        reason text not null,
        made_at timestamptz not null default now(),
        ratified_by uuid,
        ratified_at timestamptz,
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references person (organization_id, id),
        foreign key (organization_id, ratified_by) references person (organization_id, id),
        check (ratified_by is null or ratified_by <> person_id)
      );
      create index item_override_item on item_override (organization_id, item_kind, item_id);
      create table item_comment (
        organization_id uuid not null references organization,
        id uuid not null,
        item_kind text not null,
        item_id uuid not null,
        person_id uuid not null,
        kind text not null check (kind in ('comment', 'noted')),
        text text not null check (length(text) <= 4000),
        written_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references person (organization_id, id)
      );
      create index item_comment_item on item_comment (organization_id, item_kind, item_id, written_at)`);
    await runner.query(tenantTable('item_comment', 'select, insert'));
    await runner.query(tenantTable('item_override', 'select, insert, update (ratified_by, ratified_at)'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
