import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Typefaces that organizations bring for their documents, and the one each edition is printed in. */
export class Fonts1763651300000 implements MigrationInterface {
  name = 'Fonts1763651300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(fonts);
    await runner.query('alter table edition add column font jsonb');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** What was found when a typeface was looked over stays as it was found; only the choice moves. */
const fonts = `
create table document_font (
  organization_id uuid not null references organization,
  id uuid not null,
  family text not null,
  files jsonb not null check (jsonb_typeof(files) = 'array' and jsonb_array_length(files) between 1 and 4),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  is_chosen boolean not null default false,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, fingerprint),
  foreign key (organization_id, uploaded_by) references person (organization_id, id)
);
create unique index document_font_chosen on document_font (organization_id) where is_chosen;
${tenantTable('document_font', 'select, insert, update (is_chosen)')}`;
