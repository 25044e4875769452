import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Report layouts of an organization: each save is a new version, and no version changes. */
export class ReportLayouts1763650400000 implements MigrationInterface {
  name = 'ReportLayouts1763650400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_layout (
        organization_id uuid not null references organization,
        id uuid not null,
        version integer not null check (version >= 1),
        name text not null,
        layout jsonb not null,
        from_preset text,
        saved_by uuid not null,
        saved_at timestamptz not null default now(),
        primary key (organization_id, id, version),
        foreign key (organization_id, saved_by) references person (organization_id, id)
      );
      ${tenantTable('report_layout', 'select, insert')}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
