import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Every change of the proof-reader's rules and words with its reason; the tables of 1763650750000 know only the last. */
export class ProofreadingChanges1763651410000 implements MigrationInterface {
  name = 'ProofreadingChanges1763651410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proofreading_change (
        organization_id uuid not null references organization,
        id uuid not null,
        kind text not null check (kind in ('rule', 'word')),
        name text not null check (name <> ''),
        became text,
        reason text not null check (reason <> ''),
        reason_key bytea not null,
        changed_by uuid not null,
        changed_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, changed_by) references person (organization_id, id)
      );
      ${tenantTable('proofreading_change', 'select, insert')}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
