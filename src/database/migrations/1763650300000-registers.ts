import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Running numbers of registers. An entry is never deleted and its number never changes: only its void can be noted. */
export class Registers1763650300000 implements MigrationInterface {
  name = 'Registers1763650300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table register_entry (
        organization_id uuid not null references organization,
        register text not null check (register ~ '^[a-z][a-z-]{1,39}$'),
        year_kind text not null check (year_kind in ('fiscal', 'calendar')),
        year integer not null check (year between 2500 and 2700),
        number integer not null check (number >= 1),
        item_kind text not null,
        item_id uuid not null,
        drawn_at timestamptz not null default now(),
        voided_at timestamptz,
        void_reason text,
        voided_by uuid,
        primary key (organization_id, register, year_kind, year, number),
        foreign key (organization_id, voided_by) references person (organization_id, id),
        check ((voided_at is null) = (void_reason is null) and (voided_at is null) = (voided_by is null))
      );
      create unique index register_entry_item on register_entry (organization_id, register, item_kind, item_id)
        where voided_at is null;
      ${tenantTable('register_entry', 'select, insert, update (voided_at, void_reason, voided_by)')}
      alter table announcement
        add column number integer,
        add column number_year integer,
        add check ((number is null) = (number_year is null))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
