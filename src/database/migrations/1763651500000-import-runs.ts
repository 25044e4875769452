import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Long imports that a worker carries out: what was asked, how far it is, what came of it. */
export class ImportRuns1763651500000 implements MigrationInterface {
  name = 'ImportRuns1763651500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(runs);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** Waiting, at work, set aside: that stands with the work itself (step import.run), so that two tables cannot disagree. */
const runs = `
create table import_run (
  organization_id uuid not null references organization,
  id uuid not null,
  fiscal_year integer not null,
  file_name text not null,
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  close_spaces boolean not null,
  measures integer not null check (measures > 0),
  settled integer not null default 0 check (settled between 0 and measures),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  started_at timestamptz,
  done_at timestamptz,
  created integer,
  already_there integer,
  primary key (organization_id, id),
  foreign key (organization_id, asked_by) references person (organization_id, id),
  check ((done_at is null) = (created is null) and (done_at is null) = (already_there is null))
);
create index import_run_newest on import_run (organization_id, asked_at desc);
${tenantTable('import_run', 'select, insert, update (measures, settled, started_at, done_at, created, already_there)')}`;
