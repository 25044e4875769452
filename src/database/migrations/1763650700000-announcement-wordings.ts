import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** An organization's own wordings of announcement templates: each save is a new version, and no version changes. */
export class AnnouncementWordings1763650700000 implements MigrationInterface {
  name = 'AnnouncementWordings1763650700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table announcement_wording (
        organization_id uuid not null references organization,
        template text not null,
        language text not null check (language in ('th', 'en')),
        version integer not null check (version >= 1),
        text text,
        saved_by uuid not null,
        saved_at timestamptz not null default now(),
        primary key (organization_id, template, language, version),
        foreign key (organization_id, saved_by) references person (organization_id, id)
      );
      ${tenantTable('announcement_wording', 'select, insert')}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
