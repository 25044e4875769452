import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Files that show results, and what became of the addresses that do. */
export class Evidence1763650900000 implements MigrationInterface {
  name = 'Evidence1763650900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(files);
    await runner.query(links);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** What was found in a file stays as it was found; a removed file stays with the versions that named it. */
const files = `
create table evidence_file (
  organization_id uuid not null references organization,
  id uuid not null,
  measure_id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('pdf', 'png', 'jpeg')),
  brought_sha256 text not null check (brought_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  thumbnail_sha256 text not null check (thumbnail_sha256 ~ '^[0-9a-f]{64}$'),
  pages jsonb not null check (jsonb_typeof(pages) = 'array' and jsonb_array_length(pages) > 0),
  added_by uuid not null,
  added_at timestamptz not null default now(),
  removed_by uuid,
  removed_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, measure_id) references measure (organization_id, id),
  foreign key (organization_id, added_by) references person (organization_id, id),
  foreign key (organization_id, removed_by) references person (organization_id, id),
  check ((removed_by is null) = (removed_at is null))
);
create unique index evidence_file_once on evidence_file (organization_id, measure_id, brought_sha256)
  where removed_at is null;
${tenantTable('evidence_file', 'select, insert, update (removed_by, removed_at)')}`;

/** One row for each address: several measures may show the same page. */
const links = `
create table evidence_link (
  organization_id uuid not null references organization,
  id uuid not null,
  url text not null,
  url_sha256 text not null check (url_sha256 ~ '^[0-9a-f]{64}$'),
  outcome text check (outcome in ('answered', 'silent', 'forbidden')),
  status integer,
  checked_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, url_sha256),
  check ((outcome is null) = (checked_at is null)),
  check ((status is not null) = coalesce(outcome = 'answered', false))
);
${tenantTable('evidence_link', 'select, insert, update (outcome, status, checked_at)')}`;
