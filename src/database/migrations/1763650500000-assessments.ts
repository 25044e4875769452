import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** ITA results by year, what became of the measures they propose, and an organization's changes of the catalogues. */
export class Assessments1763650500000 implements MigrationInterface {
  name = 'Assessments1763650500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assessment (
        organization_id uuid not null references organization,
        fiscal_year integer not null check (fiscal_year between 2500 and 2700),
        version integer not null check (version >= 1),
        content jsonb not null,
        content_hash text not null,
        saved_by uuid not null,
        saved_at timestamptz not null default now(),
        primary key (organization_id, fiscal_year, version),
        foreign key (organization_id, saved_by) references person (organization_id, id)
      );
      ${tenantTable('assessment', 'select, insert')}
      create table measure_proposal (
        organization_id uuid not null references organization,
        fiscal_year integer not null,
        finding_key text not null,
        state text not null check (state in ('accepted', 'dropped')),
        measure_id uuid,
        reason text,
        decided_by uuid not null,
        decided_at timestamptz not null default now(),
        primary key (organization_id, fiscal_year, finding_key),
        foreign key (organization_id, measure_id) references measure (organization_id, id),
        foreign key (organization_id, decided_by) references person (organization_id, id),
        check (state <> 'accepted' or measure_id is not null)
      );
      ${tenantTable('measure_proposal', 'select, insert, update')}
      create table catalogue_entry (
        organization_id uuid not null references organization,
        fiscal_year integer not null check (fiscal_year between 2500 and 2700),
        kind text not null check (kind in ('o-code', 'indicator', 'instrument')),
        code text not null,
        title text,
        weight double precision check (weight between 0 and 1),
        verified boolean not null,
        is_removed boolean not null default false,
        saved_by uuid not null,
        saved_at timestamptz not null default now(),
        primary key (organization_id, fiscal_year, kind, code),
        foreign key (organization_id, saved_by) references person (organization_id, id)
      );
      ${tenantTable('catalogue_entry', 'select, insert, update, delete')}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
