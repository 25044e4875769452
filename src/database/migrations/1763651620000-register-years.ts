import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Which kind of year a register counts by; and a number of a year that no other number of the register equals in print. */
export class RegisterYears1763651620000 implements MigrationInterface {
  name = 'RegisterYears1763651620000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table register_years (
        organization_id uuid not null references organization,
        register text not null check (register ~ '^[a-z][a-z-]{1,39}$'),
        number integer not null check (number >= 1),
        year_kind text not null check (year_kind in ('fiscal', 'calendar')),
        starts_on date not null,
        decided_by uuid not null,
        decided_at timestamptz not null default now(),
        primary key (organization_id, register, number),
        foreign key (organization_id, decided_by) references person (organization_id, id)
      );
      ${tenantTable('register_years', 'select, insert')}
      create unique index register_entry_printed on register_entry (organization_id, register, year, number);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
