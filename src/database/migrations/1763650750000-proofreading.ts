import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** What an organization decided about the proof-reader: rules it switched off or lowered, own words, cleared personal data. */
export class Proofreading1763650750000 implements MigrationInterface {
  name = 'Proofreading1763650750000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proofreading_setting (
        organization_id uuid not null references organization,
        rule text not null,
        is_off boolean not null,
        severity text check (severity in ('W', 'I')),
        reason text not null check (reason <> ''),
        set_by uuid not null,
        set_at timestamptz not null default now(),
        primary key (organization_id, rule),
        foreign key (organization_id, set_by) references person (organization_id, id)
      );
      ${tenantTable('proofreading_setting', 'select, insert, update')}
      create table proofreading_lexicon (
        organization_id uuid not null references organization,
        word text not null check (word <> ''),
        replacement text not null,
        reason text not null check (reason <> ''),
        set_by uuid not null,
        set_at timestamptz not null default now(),
        primary key (organization_id, word),
        foreign key (organization_id, set_by) references person (organization_id, id)
      );
      ${tenantTable('proofreading_lexicon', 'select, insert, update, delete')}
      create table personal_data_clearance (
        organization_id uuid not null references organization,
        item_kind text not null check (item_kind in ('measure', 'report', 'announcement')),
        item_id uuid not null,
        content_hash text not null,
        finding_key text not null,
        reason text not null check (reason <> ''),
        cleared_by uuid not null,
        cleared_at timestamptz not null default now(),
        primary key (organization_id, item_kind, item_id, content_hash, finding_key),
        foreign key (organization_id, cleared_by) references person (organization_id, id)
      );
      ${tenantTable('personal_data_clearance', 'select, insert')}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
