import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** The words behind the hashes in the log: what an item said after each change, what a person or a post was called. */
export class LoggedTexts1763651550000 implements MigrationInterface {
  name = 'LoggedTexts1763651550000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(texts);
    await runner.query(itemTexts);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** With a key: the hash is keyed, and destroying row and key erases the words while the log still holds. */
const texts = `
create table logged_text (
  organization_id uuid not null references organization,
  item_kind text not null,
  item_id uuid not null,
  content_hash text not null,
  content jsonb not null,
  content_key bytea,
  kept_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, item_kind, item_id, content_hash)
);
${tenantTable('logged_text', 'select, insert')}`;

/** Whatever writes a text, this keeps it: an edit, an import, an amendment. The title of a report is hashed with it. */
const itemTexts = `
create function keep_logged_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into logged_text (organization_id, item_kind, item_id, content_hash, content)
  values (new.organization_id, tg_argv[0], new.id, new.content_hash,
    case tg_argv[0] when 'report' then new.content || jsonb_build_object('title', new.title) else new.content end)
  on conflict do nothing;
  return null;
end $$;
${['measure', 'report', 'announcement']
  .map(
    (table) => `
create trigger ${table}_text_kept after insert or update of content_hash on ${table}
  for each row execute function keep_logged_text('${table}');`,
  )
  .join('')}`;
